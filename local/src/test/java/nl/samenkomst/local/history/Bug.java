package nl.samenkomst.local.history;

/** A mistake that somebody could make in this code; planted one at a time, the histories must find each. */
enum Bug {
    /** A freed place stays free. */
    FREES_A_PLACE_AND_TELLS_NOBODY,
    /** A freed place goes to the last in line. */
    PROMOTES_THE_LAST_IN_LINE,
    /** A freed place goes to somebody who waits for another theme. */
    PROMOTES_WHO_DOES_NOT_FIT,
    /** A step that lost a race is done all the same, on the places as they are by now. */
    DECIDES_WITH_OLD_PLACES,
    /** A write that lost a race is taken for done. */
    BELIEVES_A_STALE_WRITE,
    /** A change of theme leaves the count of the old one as it was. */
    COUNTS_A_THEME_CHANGE_AT_ONE_END,
    /** A theme is given up first, and the new one taken after that. */
    GIVES_UP_THE_OLD_THEME_FIRST,
    /** Erasing removes the registration and nothing else. */
    ERASES_WITHOUT_GIVING_BACK,
    /** Whoever leaves the queue leaves an entry behind. */
    LEAVES_AN_ENTRY_IN_THE_QUEUE,
    /** Sends without claiming. */
    CLAIMS_NO_LETTER,
    /** Forgets that a letter was sent. */
    FORGETS_WHAT_WAS_SENT,
    /** Never looks after who was promoted. */
    TELLS_NOBODY_OF_A_PROMOTION,
    /** Decides with the number of places of before a change. */
    KEEPS_THE_OLD_LIMIT,
    /** Lets newcomers in at the head of the queue. */
    LETS_NEWCOMERS_IN_AT_THE_HEAD
}
