package nl.samenkomst.domain.registration;

/** What an organiser says to somebody under review. */
public enum Decision {
    ACCEPT,
    DECLINE
}
