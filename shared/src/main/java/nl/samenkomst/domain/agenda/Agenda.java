package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.AgendaIndex;
import nl.samenkomst.domain.session.SessionId;

/**
 * The sessions that everybody may find, by pages. It looks at the entries of at most {@value #MAX_AT_ONCE} sessions at
 * once, and reads those on the page only, so that a page costs the same however many there were.
 */
public final class Agenda {

    /** On a page. */
    public static final int PAGE_SIZE = 20;

    /** In a feed: 50 sessions with their places are one read of the table. */
    public static final int FEED_SIZE = 50;

    /** Their entries are about half of what one query of the table may read. */
    private static final int MAX_AT_ONCE = 1000;

    /** What there is to filter by, of one facet, in characters; a thousand sessions can have megabytes of it. */
    private static final int MAX_CHOICES = 40_000;

    /** What an answer says of a choice beside its value, in characters. */
    private static final int AROUND_A_CHOICE = 40;

    private final Sessions sessions;
    private final AgendaIndex index;

    public Agenda(Sessions sessions, AgendaIndex index) {
        this.sessions = sessions;
        this.index = index;
    }

    /**
     * One page of what was asked for; its beginning where the query begins on the wrong side of now.
     *
     * @param most how many sessions are on a page, 1 to {@value #FEED_SIZE}
     */
    public AgendaResults search(AgendaQuery query, int most, Instant now) {
        AgendaCursor from =
                query.after().filter(cursor -> query.side().holds(cursor, now)).orElse(AgendaCursor.from(now));
        AgendaScan stretch = index.scan(query.side(), from, MAX_AT_ONCE);
        List<SessionId> found = query.filter().of(stretch.entries()).stream()
                .sorted(query.side().order())
                .map(AgendaEntry::id)
                .toList();
        int pages = Math.max(1, Math.ceilDiv(found.size(), most));
        int page = Math.min(query.page(), pages);
        List<SessionId> onPage = found.subList((page - 1) * most, Math.min(page * most, found.size()));
        int seen = query.passed().map(onPage::indexOf).orElse(-1) + 1;
        return new AgendaResults(
                sessions.findPublic(onPage.subList(seen, onPage.size())),
                found.size(),
                page,
                pages,
                choices(query.filter(), stretch.entries()),
                stretch.next(),
                changedAt(stretch.entries()),
                false);
    }

    /**
     * All sessions from a cursor on in the order of their start, past ones and those that are not in the public agenda
     * included; read as they are asked for.
     */
    public Stream<SessionSnapshot> all(AgendaCursor from) {
        return Stream.iterate(
                        index.after(from, FEED_SIZE),
                        part -> !part.isEmpty(),
                        part -> index.after(AgendaCursor.past(part.getLast().session()), FEED_SIZE))
                .flatMap(List::stream);
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
        Set<String> kept = mostUsed(counted);
        return counted.entrySet().stream()
                .filter(value -> kept.contains(value.getKey()))
                .map(value -> new AgendaChoice(value.getKey(), value.getValue()))
                .toList();
    }

    /** As many values as an answer has room for beside its sessions. */
    private static Set<String> mostUsed(Map<String, Integer> counted) {
        Set<String> kept = new HashSet<>();
        int characters = 0;
        for (Map.Entry<String, Integer> value : counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList()) {
            characters += value.getKey().length() + AROUND_A_CHOICE;
            if (characters > MAX_CHOICES) {
                break;
            }
            kept.add(value.getKey());
        }
        return kept;
    }

    private static Optional<Instant> changedAt(List<AgendaEntry> entries) {
        return entries.stream().map(AgendaEntry::changedAt).max(Comparator.naturalOrder());
    }
}
