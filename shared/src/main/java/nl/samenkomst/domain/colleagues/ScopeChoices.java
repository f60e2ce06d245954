package nl.samenkomst.domain.colleagues;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.session.Session;

/** The sessions and series that a colleague's scope can be chosen from; other sessions can be named by their ids. */
public record ScopeChoices(List<Session> sessions, List<String> series) {

    public ScopeChoices {
        sessions = List.copyOf(sessions);
        series = List.copyOf(series);
    }

    /** Returns these sessions and their series, with the series of a scope that is there already. */
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
