package nl.samenkomst.domain.colleagues;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.FoundSessions;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/**
 * The next sessions and their series, those that began a day ago included, to choose a colleague's scope from; other
 * sessions can be named by their ids.
 */
public record ScopeChoices(List<Session> sessions, List<String> series) {

    /** How many sessions there are to tick. */
    public static final int MAX_SESSIONS = 50;

    private static final Duration LOOKBACK = Duration.ofDays(1);

    public ScopeChoices {
        sessions = List.copyOf(sessions);
        series = List.copyOf(series);
    }

    /** Returns the query for the sessions. */
    public static StartQuery query(Instant now) {
        return new StartQuery(AgendaDirection.UPCOMING, AgendaCursor.from(now.minus(LOOKBACK)), MAX_SESSIONS);
    }

    /** Returns the sessions that were found and their series, with the series of a scope that is there already. */
    public static ScopeChoices of(FoundSessions found, Optional<Scope> before) {
        return of(found.sessions().stream().map(SessionSnapshot::session).toList(), before);
    }

    static ScopeChoices of(List<Session> sessions, Optional<Scope> before) {
        Stream<String> ofBefore = before.stream()
                .flatMap(scope -> scope instanceof Scope.OfSeries(var known) ? Stream.of(known) : Stream.of());
        Stream<String> ofSessions = sessions.stream().flatMap(session -> session.document().about().series().stream());
        return new ScopeChoices(
                sessions,
                Stream.concat(ofBefore, ofSessions)
                        .collect(Collectors.toCollection(() ->
                                new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))))
                        .stream()
                        .toList());
    }
}
