package nl.samenkomst.domain.access;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * The sessions of a query that an organiser may see.
 *
 * @param scanned how many sessions the query found, those out of scope included
 * @param next where the next query begins; empty if nothing follows
 */
public record FoundSessions(List<SessionSnapshot> sessions, int scanned, Optional<AgendaCursor> next) {

    public static final FoundSessions NONE = new FoundSessions(List.of(), 0, Optional.empty());

    public FoundSessions {
        sessions = List.copyOf(sessions);
    }
}
