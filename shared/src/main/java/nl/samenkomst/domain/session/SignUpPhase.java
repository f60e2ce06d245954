package nl.samenkomst.domain.session;

/** The phase of a session's sign-up by its rules alone, regardless of places. */
public enum SignUpPhase {
    NOT_YET,
    OPEN,
    CLOSED,
    CANCELLED
}
