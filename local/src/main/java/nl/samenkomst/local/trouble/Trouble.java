package nl.samenkomst.local.trouble;

/** A way in which a call to the table can fail, as the SDK sees it. */
public enum Trouble {
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
