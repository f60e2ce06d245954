package nl.samenkomst.domain.organiser;

/** What an organiser says to somebody under review. */
public enum Decision {
    ACCEPT,
    DECLINE
}
