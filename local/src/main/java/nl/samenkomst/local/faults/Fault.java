package nl.samenkomst.local.faults;

/** A way in which a call to the table can fail, as the SDK sees it. */
public enum Fault {
    /** Another transaction touched the same item (AWS: TransactionCanceledException). */
    CONFLICT,
    /** Too many requests. */
    THROTTLE,
    /** The service failed without doing anything. */
    SERVER_ERROR,
    /** The connection broke before the request arrived. */
    LOST_REQUEST,
    /** The request was carried out, but its response was lost. */
    LOST_RESPONSE
}
