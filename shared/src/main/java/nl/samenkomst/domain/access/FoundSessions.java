package nl.samenkomst.domain.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.SessionId;

/**
 * The sessions of a query that an organiser may see.
 *
 * @param tallies the kept figures of these sessions, of those that have any; none if the page shows no figures
 * @param scanned how many sessions the query found, those out of scope included
 * @param next where the next query begins; empty if nothing follows
 */
public record FoundSessions(
        List<SessionSnapshot> sessions, Map<SessionId, Tally> tallies, int scanned, Optional<AgendaCursor> next) {

    public static final FoundSessions NONE = new FoundSessions(List.of(), Map.of(), 0, Optional.empty());

    public FoundSessions {
        sessions = List.copyOf(sessions);
        tallies = Map.copyOf(tallies);
    }
}
