package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.session.SessionId;

/** A session's entry in the agenda's index: its times and the values of its facets. */
public record AgendaEntry(SessionId id, Instant start, Instant end, Instant changedAt, Map<Facet, List<String>> found) {

    public AgendaEntry {
        found = Map.copyOf(found);
    }

    /** Returns the session's values of this facet; empty if it has none. */
    public List<String> of(Facet facet) {
        return found.getOrDefault(facet, List.of());
    }
}
