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
    /** Places that became free because somebody erased everything; a number that names nobody. */
    FREED_BY_ERASURE;

    /** Returns the word under which the counter is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
