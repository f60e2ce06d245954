package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.session.SessionId;

/** A session's entry in the agenda's index: its times and the values of its facets. */
public record AgendaEntry(
        SessionId id, Instant start, Instant end, Instant changedAt, Map<Facet, List<String>> facets) {

    public AgendaEntry {
        facets = Map.copyOf(facets);
    }

    /** Returns the session's values of this facet; empty if it has none. */
    public List<String> values(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }
}
