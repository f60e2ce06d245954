package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions that are yet to start, soonest first, in parts of at most {@value #MOST_AT_ONCE}. */
public final class Agenda {

    /** One more is asked for to know of a next part, and 50 sessions with their places are one read of the table. */
    private static final int MOST_AT_ONCE = 49;

    private final Sessions sessions;

    public Agenda(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The part after the cursor; the first part where there is none, or where it points into the past. */
    public AgendaPart upcoming(Optional<AgendaCursor> after, Instant now) {
        AgendaCursor from = after.filter(cursor -> cursor.start().isAfter(now)).orElse(AgendaCursor.from(now));
        List<Listing> found = sessions.after(from, MOST_AT_ONCE + 1);
        if (found.size() <= MOST_AT_ONCE) {
            return new AgendaPart(found, Optional.empty());
        }
        List<Listing> part = found.subList(0, MOST_AT_ONCE);
        return new AgendaPart(part, Optional.of(AgendaCursor.past(part.getLast().session())));
    }

    /** All sessions there ever were, past ones included. */
    public List<Listing> all() {
        List<Listing> all = new ArrayList<>();
        AgendaCursor from = AgendaCursor.from(Instant.EPOCH);
        List<Listing> part = sessions.after(from, MOST_AT_ONCE);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = sessions.after(AgendaCursor.past(part.getLast().session()), MOST_AT_ONCE);
        }
        return all;
    }
}
