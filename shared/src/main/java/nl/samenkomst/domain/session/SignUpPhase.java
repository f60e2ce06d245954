package nl.samenkomst.domain.session;

/** How far a session's sign-up is, by its rules alone. */
public enum SignUpPhase {
    NOT_YET,
    OPEN,
    CLOSED,
    CANCELLED
}
