package nl.samenkomst.domain.signin;

/** What became of a letter that may be owed; logged in numbers. */
public enum SendSignInOutcome {
    /** None is owed: it has left, the address is not an organiser's, or it was asked for too long ago. */
    NOTHING,
    SENT,
    /** The mail service does not take this letter. */
    REFUSED,
    /** The mail service takes no letters at the moment. */
    UNAVAILABLE
}
