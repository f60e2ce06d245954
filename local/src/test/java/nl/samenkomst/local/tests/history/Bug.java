package nl.samenkomst.local.tests.history;

/**
 * A mistake that somebody could make in this code. They are planted one at a time, and the histories must find each.
 */
enum Bug {
    /** A freed place stays free although people wait. */
    FREES_A_PLACE_WITHOUT_PROMOTING(5),
    /** A freed place goes to the last in the queue. */
    PROMOTES_THE_LAST_IN_LINE(5),
    /** A freed place goes to somebody who waits for another theme. */
    PROMOTES_SOMEBODY_WHO_DOES_NOT_FIT(8),
    /** A change that met a conflict is written all the same, on the current places, without deciding again. */
    DECIDES_WITH_OLD_PLACES(2),
    /** A conflict is taken for a committed write. */
    BELIEVES_A_CONFLICTING_WRITE(1),
    /** A change of theme does not lower the count of the old theme. */
    COUNTS_A_THEME_CHANGE_AT_ONE_END(8),
    /** The old theme is given up first, and the new one taken after that. */
    GIVES_UP_THE_OLD_THEME_FIRST(47),
    /** Erasing deletes the registration and nothing else. */
    ERASES_WITHOUT_GIVING_BACK(3),
    /** Somebody who leaves the queue leaves an entry behind. */
    LEAVES_AN_ENTRY_IN_THE_QUEUE(1),
    /** Letters are sent without claiming them. */
    CLAIMS_NO_LETTER(5),
    /** The record that a letter was sent is not written. */
    FORGETS_WHAT_WAS_SENT(3),
    /** A promoted registration is marked as told, without a letter. */
    SENDS_NO_PROMOTION_LETTER(8),
    /** Decisions use the session's first number of places, also after a change. */
    KEEPS_THE_OLD_LIMIT(8),
    /** Newcomers join at the head of the queue. */
    LETS_NEWCOMERS_IN_AT_THE_HEAD(5),
    /** Whoever signs up after erasing has a calendar entry that counts as older than the one they have. */
    STARTS_THE_SEQUENCE_AGAIN(1),
    /** A move is written, and its revision is not noted as one to tell of. */
    ANNOUNCES_NO_MOVE(5),
    /** Every change is told of as a move. */
    ANNOUNCES_CORRECTIONS(2);

    private final long foundBy;

    Bug(long foundBy) {
        this.foundBy = foundBy;
    }

    /** Returns the seed to try first, because it found the bug before, and soonest; one of those of every run. */
    long foundBy() {
        return foundBy;
    }
}
