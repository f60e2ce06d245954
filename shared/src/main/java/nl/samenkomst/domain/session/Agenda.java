package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sessions that everybody may find, by pages. It looks at the entries of at most {@value #MOST_AT_ONCE} sessions at
 * once, and reads those on the page only, so that a page costs the same however many there were.
 */
public final class Agenda {

    /** On a page. */
    public static final int A_PAGE = 20;

    /** In a feed: 50 sessions with their places are one read of the table. */
    public static final int A_FEED = 50;

    /** Their entries are about half of what one query of the table may read. */
    private static final int MOST_AT_ONCE = 1000;

    private final Sessions sessions;

    public Agenda(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One page of what was asked for; its beginning where the query begins on the wrong side of now.
     *
     * @param most how many sessions are on a page, 1 to {@value #A_FEED}
     */
    public AgendaPart look(AgendaQuery query, int most, Instant now) {
        AgendaCursor from =
                query.after().filter(cursor -> query.side().holds(cursor, now)).orElse(AgendaCursor.from(now));
        AgendaStretch stretch = sessions.look(query.side(), from, MOST_AT_ONCE);
        List<SessionId> found = query.filter().of(stretch.entries()).stream()
                .sorted(query.side().order())
                .map(AgendaEntry::id)
                .toList();
        int pages = Math.max(1, Math.ceilDiv(found.size(), most));
        int page = Math.min(query.page(), pages);
        List<SessionId> onPage = found.subList((page - 1) * most, Math.min(page * most, found.size()));
        return new AgendaPart(
                sessions.findPublic(onPage),
                found.size(),
                page,
                pages,
                choices(query.filter(), stretch.entries()),
                stretch.next(),
                changedAt(stretch.entries()));
    }

    /** All sessions there ever were, past ones and those that are not in the public agenda included. */
    public List<Listing> all() {
        List<Listing> all = new ArrayList<>();
        AgendaCursor from = AgendaCursor.from(Instant.EPOCH);
        List<Listing> part = sessions.after(from, A_FEED);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = sessions.after(AgendaCursor.past(part.getLast().session()), A_FEED);
        }
        return all;
    }

    private static Map<Facet, List<AgendaChoice>> choices(AgendaFilter filter, List<AgendaEntry> entries) {
        Map<Facet, List<AgendaChoice>> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            choices.put(facet, choices(facet, filter.without(facet).of(entries)));
        }
        return choices;
    }

    private static List<AgendaChoice> choices(Facet facet, List<AgendaEntry> entries) {
        Map<String, Integer> counted =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        for (AgendaEntry entry : entries) {
            entry.of(facet).forEach(value -> counted.merge(value, 1, Integer::sum));
        }
        return counted.entrySet().stream()
                .map(value -> new AgendaChoice(value.getKey(), value.getValue()))
                .toList();
    }

    private static Optional<Instant> changedAt(List<AgendaEntry> entries) {
        return entries.stream().map(AgendaEntry::changedAt).max(Comparator.naturalOrder());
    }
}
