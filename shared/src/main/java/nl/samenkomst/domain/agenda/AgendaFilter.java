package nl.samenkomst.domain.agenda;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A filter on the agenda: at most one value per facet, exactly as the organiser wrote it. */
public record AgendaFilter(Map<Facet, String> chosen) {

    public static final AgendaFilter NONE = new AgendaFilter(Map.of());

    public AgendaFilter {
        chosen = Map.copyOf(chosen);
    }

    public Optional<String> value(Facet facet) {
        return Optional.ofNullable(chosen.get(facet));
    }

    /** Returns the chosen values in the order of the facets. */
    public List<String> values() {
        return Arrays.stream(Facet.values())
                .flatMap(facet -> value(facet).stream())
                .toList();
    }

    public boolean isNone() {
        return chosen.isEmpty();
    }

    public AgendaFilter with(Facet facet, String value) {
        Map<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(chosen);
        more.put(facet, value);
        return new AgendaFilter(more);
    }

    public AgendaFilter without(Facet facet) {
        Map<Facet, String> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(chosen);
        fewer.remove(facet);
        return new AgendaFilter(fewer);
    }

    /** Returns the entries that match every chosen value. */
    public List<AgendaEntry> matching(List<AgendaEntry> entries) {
        return entries.stream().filter(this::matches).toList();
    }

    private boolean matches(AgendaEntry entry) {
        return chosen.entrySet().stream()
                .allMatch(choice -> entry.values(choice.getKey()).contains(choice.getValue()));
    }
}
