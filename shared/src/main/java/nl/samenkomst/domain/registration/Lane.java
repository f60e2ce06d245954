package nl.samenkomst.domain.registration;

/** The lanes of the work queue, the most urgent first: work in one never waits for work in those after it. */
public enum Lane {
    /** Letters to confirmed addresses, and everything that is about a session as a whole. */
    CONFIRMED,
    /** Registrations that lapse because nobody confirmed the address; this takes no letter. */
    LAPSING,
    /** Letters to addresses that nobody confirmed, of which there may be any number. */
    UNCONFIRMED
}
