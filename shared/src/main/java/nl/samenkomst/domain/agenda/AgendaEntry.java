package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.session.SessionId;

/** What the agenda knows of a session before it reads it: when it is, and what it can be found by. */
public record AgendaEntry(SessionId id, Instant start, Instant end, Instant changedAt, Map<Facet, List<String>> found) {

    public AgendaEntry {
        found = Map.copyOf(found);
    }

    /** What it can be found by, of one kind. */
    public List<String> of(Facet facet) {
        return found.getOrDefault(facet, List.of());
    }
}
