package nl.samenkomst.domain.letter;

/** What letters of a kind do to the session's entry in the person's calendar. */
public enum CalendarChange {
    NONE,
    /** Adds or updates the entry if the person has a place and the session is not cancelled. */
    UPDATE,
    /** Removes the entry if the person had a place and has none any more. */
    REMOVE_IF_PLACE_LOST,
    /** Removes the entry if the person has or had a place. */
    REMOVE
}
