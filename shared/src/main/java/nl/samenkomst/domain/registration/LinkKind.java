package nl.samenkomst.domain.registration;

/** The kind of a link that names a registration, by its secret. */
public enum LinkKind {
    /** The own link: it can see, change, cancel and erase. */
    OWN,
    /** The link in calendar entries, which others may see: it can look and join. */
    CALENDAR,
    /** An own link that was replaced, or the calendar's link that went with it: it can have the new one mailed. */
    ENDED,
    /** Not a link to this registration, or not any more: it can do nothing, and is told nothing. */
    UNKNOWN
}
