package nl.samenkomst.domain.organiser;

/** An organiser's decision on a registration under review. */
public enum Decision {
    ACCEPT,
    DECLINE
}
