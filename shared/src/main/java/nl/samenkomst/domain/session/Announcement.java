package nl.samenkomst.domain.session;

/** A choice of the changes that people are told of by letter; new materials have their own flag for that. */
public enum Announcement {
    /** Tells of another time or venue; a correction that means the same is none. */
    IF_MOVED,
    /** Tells of every change. */
    ALWAYS,
    /** Tells of nothing. */
    NEVER
}
