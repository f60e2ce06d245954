package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Comparator;

/** The direction of an agenda query from now: upcoming or past sessions. */
public enum AgendaDirection {
    /** Sessions that have not ended, first to start first; latecomers must still find a session that is under way. */
    UPCOMING,
    /** Sessions that have ended, last to start first. */
    PAST;

    private static final Comparator<AgendaEntry> BY_START = Comparator.comparing(AgendaEntry::start)
            .thenComparing(entry -> entry.id().value());

    Comparator<AgendaEntry> order() {
        return this == UPCOMING ? BY_START : BY_START.reversed();
    }

    /** Returns whether the cursor's moment lies in this direction from now; a cursor at now counts as past. */
    boolean contains(AgendaCursor cursor, Instant now) {
        return this == UPCOMING
                ? cursor.moment().isAfter(now)
                : !cursor.moment().isAfter(now);
    }
}
