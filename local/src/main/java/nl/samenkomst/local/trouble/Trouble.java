package nl.samenkomst.local.trouble;

/** One thing that can go wrong with a call to the table, in the SDK's own way. */
public enum Trouble {
    /** Two transactions met on one item (AWS, TransactionCanceledException). */
    CONFLICT,
    /** Too many calls. */
    THROTTLE,
    /** The service failed, and did nothing. */
    SERVER_ERROR,
    /** The connection broke before the call arrived. */
    LOST_REQUEST,
    /** The call was carried out, and its answer never came. */
    LOST_ANSWER
}
