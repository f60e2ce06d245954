package nl.samenkomst.local.tests.history;

/**
 * A mistake that somebody could make in this code. They are planted one at a time, and the histories must find each.
 */
enum Bug {
    /** A freed place stays free although people wait. */
    FREES_A_PLACE_WITHOUT_PROMOTING(4),
    /** A freed place goes to the last in the queue. */
    PROMOTES_THE_LAST_IN_LINE(2),
    /** A freed place goes to somebody who waits for another theme. */
    PROMOTES_SOMEBODY_WHO_DOES_NOT_FIT(2),
    /** A change that met a conflict is written all the same, on the current places, without deciding again. */
    DECIDES_WITH_OLD_PLACES(4),
    /** A conflict is taken for a committed write. */
    BELIEVES_A_CONFLICTING_WRITE(1),
    /** A change of theme does not lower the count of the old theme. */
    COUNTS_A_THEME_CHANGE_AT_ONE_END(3),
    /** The old theme is given up first, and the new one taken after that. */
    GIVES_UP_THE_OLD_THEME_FIRST(14),
    /** Erasing deletes the registration and nothing else. */
    ERASES_WITHOUT_GIVING_BACK(1),
    /** Erasing leaves the record of what organisers did as it was. */
    KEEPS_WHAT_ORGANISERS_DID(4),
    /** Somebody who leaves the queue leaves an entry behind. */
    LEAVES_AN_ENTRY_IN_THE_QUEUE(2),
    /** Letters are sent without claiming them. */
    CLAIMS_NO_LETTER(1),
    /** The record that a letter was sent is not written. */
    FORGETS_WHAT_WAS_SENT(1),
    /** A promoted registration is marked as told, without a letter. */
    SENDS_NO_PROMOTION_LETTER(2),
    /** Decisions use the session's first number of places, also after a change. */
    KEEPS_THE_OLD_LIMIT(4),
    /** Newcomers join at the head of the queue. */
    LETS_NEWCOMERS_IN_AT_THE_HEAD(3),
    /** Whoever signs up after erasing has a calendar entry that counts as older than the one they have. */
    STARTS_THE_SEQUENCE_AGAIN(13),
    /** A move is written, and its revision is not noted as one to tell of. */
    ANNOUNCES_NO_MOVE(33),
    /** Every change is told of as a move. */
    ANNOUNCES_CORRECTIONS(2),
    /** Whoever cancels in the notice period is marked as late, also within a day of the letter. */
    MARKS_EVERYBODY_AS_LATE(6),
    /** The day to give up a late place begins again with each letter. */
    BEGINS_THE_DAY_AGAIN(1),
    /** A cancellation is told of at once, without two minutes to undo it. */
    TELLS_OF_A_CANCELLATION_AT_ONCE(4),
    /** A reinstated session is told of to nobody. */
    REINSTATES_IN_SILENCE(2),
    /** A reinstated session is told of to everybody, also if nobody heard of the cancellation. */
    ANNOUNCES_EVERY_REINSTATEMENT(1),
    /** A session is opened, and people under review stay so. */
    LEAVES_PEOPLE_UNDER_REVIEW(2),
    /** A changed admission rule is applied to people in the reverse of the order in which they came. */
    ADMITS_THE_LAST_FIRST(3),
    /** An unconfirmed registration never lapses. */
    NEVER_LAPSES(1),
    /** A registration lapses although the address was confirmed since it was read. */
    LAPSES_WHOEVER_JUST_CONFIRMED(19),
    /** A registration that lapses leaves its place free although people wait. */
    LAPSES_WITHOUT_PROMOTING(33),
    /** A change of the session loses the messages that organisers wrote before it. */
    LOSES_MESSAGES_WITH_A_CHANGE(1),
    /** An organiser is told that a message is withdrawn, and it is not. */
    WITHDRAWS_NO_MESSAGE(2);

    private final long foundBy;

    Bug(long foundBy) {
        this.foundBy = foundBy;
    }

    /** Returns the seed to try first, because it found the bug before, and soonest; one of those of every run. */
    long foundBy() {
        return foundBy;
    }
}
