package nl.samenkomst.domain.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Finds the sessions of a series that start after one of them, with their drafts. Only published ones: the series of a
 * draft is not known to the index.
 */
public final class FollowingSessions {

    /** The sessions that are found at most, the first to start. */
    public static final int MAX = SeriesDates.MAX;

    /** Entries read of the public sessions, and of those by invitation, from the last to end backwards. */
    private static final int MAX_LOOKED_AT = 100;

    private final Sessions sessions;
    private final AgendaIndex index;
    private final Drafts drafts;
    private final Clock clock;

    public FollowingSessions(Sessions sessions, AgendaIndex index, Drafts drafts, Clock clock) {
        this.sessions = sessions;
        this.index = index;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Returns whether sessions follow that the organiser may see, judged by the index alone, which knows their ends. */
    public boolean any(Session session, Organiser by) {
        return entries(session, clock.instant()).anyMatch(entry -> mayBeSeen(entry.id(), by));
    }

    private static boolean mayBeSeen(SessionId id, Organiser by) {
        return !(by.scope() instanceof Scope.Named named) || named.sessions().contains(id);
    }

    /**
     * Returns the sessions of its series, first to start first, that start later than this one and than now, that are not
     * called off, and that the organiser may see. None if it belongs to no series.
     */
    public List<SeriesSession> find(Session session, Organiser by) {
        Instant now = clock.instant();
        List<SessionId> ids = entries(session, now)
                .filter(entry -> mayBeSeen(entry.id(), by))
                .sorted(Comparator.comparing(SeriesEntry::end)
                        .thenComparing(entry -> entry.id().value()))
                .limit(MAX)
                .map(SeriesEntry::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<List<Draft>> drafted = reads.start(() -> drafts.find(ids));
            List<SessionSnapshot> found = sessions.find(ids);
            return following(session, found, drafted.get(), by, now);
        }
    }

    /** Returns the entries of sessions that end after this one and after now, in no order. */
    private Stream<SeriesEntry> entries(Session session, Instant now) {
        return session.document()
                .about()
                .series()
                .map(series -> entries(series).stream())
                .orElse(Stream.empty())
                .filter(entry -> !entry.id().equals(session.id()))
                .filter(entry -> entry.end().isAfter(now))
                .filter(entry ->
                        entry.end().isAfter(session.document().when().start().toInstant()));
    }

    private List<SeriesEntry> entries(String series) {
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<List<SeriesEntry>> invited = reads.start(() -> index.ofSeries(series, false, MAX_LOOKED_AT));
            List<SeriesEntry> listed = index.ofSeries(series, true, MAX_LOOKED_AT);
            return Stream.concat(listed.stream(), invited.get().stream()).toList();
        }
    }

    static List<SeriesSession> following(
            Session session, List<SessionSnapshot> found, List<Draft> drafted, Organiser by, Instant now) {
        Map<SessionId, Draft> drafts = drafted.stream().collect(Collectors.toMap(Draft::id, Function.identity()));
        Instant start = session.document().when().start().toInstant();
        return found.stream()
                .map(snapshot -> SeriesSession.of(snapshot, drafts))
                .filter(one -> one.session()
                        .document()
                        .about()
                        .series()
                        .equals(session.document().about().series()))
                .filter(one -> one.start().isAfter(start) && one.start().isAfter(now))
                .filter(one -> !one.session().isCancelled() && by.sees(one.session(), now))
                .sorted(Comparator.comparing(SeriesSession::start)
                        .thenComparing(one -> one.session().id().value()))
                .toList();
    }
}
