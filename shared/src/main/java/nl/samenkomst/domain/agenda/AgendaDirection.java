package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Comparator;

/** Which way somebody looks through the agenda from now. */
public enum AgendaDirection {
    /** What has not ended, soonest first: who comes late to a session must still find it. */
    COMING,
    /** What has ended, latest first. */
    PAST;

    private static final Comparator<AgendaEntry> BY_START = Comparator.comparing(AgendaEntry::start)
            .thenComparing(entry -> entry.id().value());

    Comparator<AgendaEntry> order() {
        return this == COMING ? BY_START : BY_START.reversed();
    }

    /** Whether a place in the agenda lies on this side. */
    boolean holds(AgendaCursor cursor, Instant now) {
        return this == COMING ? cursor.moment().isAfter(now) : !cursor.moment().isAfter(now);
    }
}
