package nl.samenkomst.local.history;

/** A mistake that somebody could make in this code; planted one at a time, the histories must find each. */
enum Bug {
    /** A freed place stays free. */
    FREES_A_PLACE_AND_TELLS_NOBODY(2),
    /** A freed place goes to the last in line. */
    PROMOTES_THE_LAST_IN_LINE(5),
    /** A freed place goes to somebody who waits for another theme. */
    PROMOTES_WHO_DOES_NOT_FIT(2),
    /** A step that lost a race is done all the same, on the places as they are by now. */
    DECIDES_WITH_OLD_PLACES(25),
    /** A write that lost a race is taken for done. */
    BELIEVES_A_STALE_WRITE(1),
    /** A change of theme leaves the count of the old one as it was. */
    COUNTS_A_THEME_CHANGE_AT_ONE_END(2),
    /** A theme is given up first, and the new one taken after that. */
    GIVES_UP_THE_OLD_THEME_FIRST(14),
    /** Erasing removes the registration and nothing else. */
    ERASES_WITHOUT_GIVING_BACK(2),
    /** Whoever leaves the queue leaves an entry behind. */
    LEAVES_AN_ENTRY_IN_THE_QUEUE(2),
    /** Sends without claiming. */
    CLAIMS_NO_LETTER(1),
    /** Forgets that a letter was sent. */
    FORGETS_WHAT_WAS_SENT(1),
    /** Never looks after who was promoted. */
    TELLS_NOBODY_OF_A_PROMOTION(2),
    /** Decides with the number of places of before a change. */
    KEEPS_THE_OLD_LIMIT(3),
    /** Lets newcomers in at the head of the queue. */
    LETS_NEWCOMERS_IN_AT_THE_HEAD(2);

    private final long foundBy;

    Bug(long foundBy) {
        this.foundBy = foundBy;
    }

    /** The seed of every run that is tried first, since it found the bug before. */
    long foundBy() {
        return foundBy;
    }
}
