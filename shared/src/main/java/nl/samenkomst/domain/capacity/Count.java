package nl.samenkomst.domain.capacity;

import java.util.Locale;

/** A counter over all of a session's registrations, kept beside the counters per theme. */
public enum Count {
    /** Places held, by confirmed registrations or by registrations under review. */
    TAKEN,
    /** The part of {@link #TAKEN} that is held by registrations under review. */
    HELD,
    WAITING,
    REVIEWING,
    DECLINED,
    CANCELLED,
    INVITED,
    NOT_COMING,
    REVOKED,
    /** Places whose registration was erased; a number that names nobody. */
    FREED_BY_ERASURE,
    /** Marks that somebody was there. Erasing a registration leaves them, so that the number outlives the names. */
    PRESENT,
    /** Marks that somebody was not there; kept like {@link #PRESENT}. */
    ABSENT,
    /** Active registrations whose address nobody has confirmed. */
    UNCONFIRMED,
    /** The part of {@link #TAKEN} that is held by {@link #UNCONFIRMED} registrations. */
    UNCONFIRMED_PLACES,
    /** Registrations whose letters came back, or are not sent because earlier ones did. */
    BOUNCED,
    /** Registrations whose person reported a letter as unwanted. */
    COMPLAINED;

    /** Returns whether erasing a registration leaves what was counted of it. */
    boolean outlivesRegistrations() {
        return switch (this) {
            case FREED_BY_ERASURE, PRESENT, ABSENT -> true;
            case TAKEN,
                    HELD,
                    WAITING,
                    REVIEWING,
                    DECLINED,
                    CANCELLED,
                    INVITED,
                    NOT_COMING,
                    REVOKED,
                    UNCONFIRMED,
                    UNCONFIRMED_PLACES,
                    BOUNCED,
                    COMPLAINED -> false;
        };
    }

    /** Returns the word under which the counter is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
