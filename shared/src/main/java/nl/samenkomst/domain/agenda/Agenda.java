package nl.samenkomst.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * The public agenda, page by page. Each request for a page scans the entries of at most {@value #MAX_SCANNED} sessions
 * and reads only the sessions on the page, so its cost does not grow with the number of sessions.
 */
public final class Agenda {

    /** Sessions on a page. */
    public static final int PAGE_SIZE = 20;

    /** Sessions in a part of a feed, and read at a time by {@link #feed} and {@link #all}. */
    public static final int FEED_SIZE = 50;

    /** The time for which {@link #feed} keeps a past session: calendars drop a session that a feed no longer has. */
    static final Duration FEED_LOOKBACK = Duration.ofDays(30);

    /** Entries scanned per request. */
    private static final int MAX_SCANNED = 1000;

    /** The size limit on one facet's choices, in characters; a thousand sessions can have megabytes of them. */
    private static final int MAX_CHOICES = 40_000;

    /** The characters that a response adds to each choice's value. */
    private static final int CHOICE_OVERHEAD = 40;

    private final Sessions sessions;
    private final AgendaIndex index;

    public Agenda(Sessions sessions, AgendaIndex index) {
        this.sessions = sessions;
        this.index = index;
    }

    /**
     * Returns one page of the agenda. Ignores the query's cursor if that lies on the other side of now.
     *
     * @param pageSize the maximum number of sessions on a page, 1 to {@value #FEED_SIZE}
     */
    public AgendaResults search(AgendaQuery query, int pageSize, Instant now) {
        AgendaCursor from = query.after()
                .filter(cursor -> query.direction().contains(cursor, now))
                .orElse(AgendaCursor.from(now));
        AgendaScan scan = index.scan(query.direction(), from, MAX_SCANNED);
        List<SessionId> found = query.filter().matching(scan.entries()).stream()
                .sorted(query.direction().order())
                .map(AgendaEntry::id)
                .toList();
        int pages = Math.max(1, Math.ceilDiv(found.size(), pageSize));
        int page = Math.min(query.page(), pages);
        List<SessionId> onPage = found.subList((page - 1) * pageSize, Math.min(page * pageSize, found.size()));
        int seen = query.lastSeen().map(onPage::indexOf).orElse(-1) + 1;
        return new AgendaResults(
                sessions.findPublic(onPage.subList(seen, onPage.size())),
                found.size(),
                page,
                pages,
                choices(query.filter(), scan.entries()),
                scan.next(),
                changedAt(scan.entries()),
                false);
    }

    /**
     * Returns all sessions that match and have not ended, or ended less than {@link #FEED_LOOKBACK} ago. Takes one query
     * for every {@value #MAX_SCANNED} of them and one read for every {@value #FEED_SIZE}.
     */
    public AgendaFeed feed(AgendaFilter filter, Instant now) {
        List<AgendaEntry> entries = new ArrayList<>();
        Optional<AgendaCursor> from = Optional.of(AgendaCursor.from(now.minus(FEED_LOOKBACK)));
        while (from.isPresent()) {
            AgendaScan scan = index.scan(AgendaDirection.UPCOMING, from.get(), MAX_SCANNED);
            entries.addAll(scan.entries());
            from = scan.next();
        }
        List<SessionId> found = filter.matching(entries).stream()
                .sorted(AgendaDirection.UPCOMING.order())
                .map(AgendaEntry::id)
                .toList();
        return new AgendaFeed(() -> inParts(found).iterator(), changedAt(entries));
    }

    /** Streams these sessions, reading them lazily. */
    private Stream<Session> inParts(List<SessionId> ids) {
        return Stream.iterate(0, from -> from < ids.size(), from -> from + FEED_SIZE)
                .map(from -> ids.subList(from, Math.min(from + FEED_SIZE, ids.size())))
                .flatMap(part -> sessions.findPublic(part).stream())
                .map(SessionSnapshot::session);
    }

    /**
     * Streams all readable sessions from a cursor on in order of their start, including past and invitation-only ones.
     * Reads lazily, {@value #FEED_SIZE} sessions at a time.
     */
    public Stream<SessionSnapshot> all(AgendaCursor from) {
        return Stream.iterate(
                        index.after(from, FEED_SIZE),
                        part -> !part.isEmpty(),
                        part -> index.after(AgendaCursor.after(part.getLast().session()), FEED_SIZE))
                .flatMap(List::stream);
    }

    private static Map<Facet, List<AgendaChoice>> choices(AgendaFilter filter, List<AgendaEntry> entries) {
        Map<Facet, List<AgendaChoice>> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            choices.put(facet, choices(facet, filter.without(facet).matching(entries)));
        }
        return choices;
    }

    private static List<AgendaChoice> choices(Facet facet, List<AgendaEntry> entries) {
        Map<String, Integer> counted =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        for (AgendaEntry entry : entries) {
            entry.values(facet).forEach(value -> counted.merge(value, 1, Integer::sum));
        }
        Set<String> kept = mostUsed(counted);
        return counted.entrySet().stream()
                .filter(value -> kept.contains(value.getKey()))
                .map(value -> new AgendaChoice(value.getKey(), value.getValue()))
                .toList();
    }

    /** Returns the most frequent values, as many as fit in {@value #MAX_CHOICES} characters. */
    private static Set<String> mostUsed(Map<String, Integer> counted) {
        Set<String> kept = new HashSet<>();
        int characters = 0;
        for (Map.Entry<String, Integer> value : counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList()) {
            characters += value.getKey().length() + CHOICE_OVERHEAD;
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
