package nl.samenkomst.domain.letter;

/** The effect of a letter kind on the session's entry in the person's calendar. */
public enum CalendarChange {
    NONE,
    /** Adds or updates the entry if the person has a place and the session is not cancelled. */
    UPDATE,
    /** Removes the entry if the person had a place and has none any more. */
    REMOVE_IF_PLACE_LOST,
    /** Removes the entry if the person has or had a place. */
    REMOVE
}
