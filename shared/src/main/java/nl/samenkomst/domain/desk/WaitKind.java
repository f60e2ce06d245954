package nl.samenkomst.domain.desk;

import java.util.Locale;

/** What may wait for an organiser, most urgent first. */
public enum WaitKind {
    /** People are under review. */
    TO_DECIDE,
    /** Letters came back, or were reported as unwanted. */
    RETURNED,
    /** There is no place left, and people wait for one. */
    FULL,
    /** The session starts within a day, or has started. */
    STARTS_SOON,
    /** The session was cancelled, and would not have ended yet. */
    CANCELLED;

    /** Returns the word in texts, such as {@code to-decide}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
