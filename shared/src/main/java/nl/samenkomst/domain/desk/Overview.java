package nl.samenkomst.domain.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/**
 * An organiser's first page.
 *
 * @param waiting most urgent kind first, and then first to start first
 * @param upcoming the sessions that have not ended, first to start first; for somebody who only sees the door, all that
 *     they see
 */
public record Overview(List<Waiting> waiting, List<SessionSnapshot> upcoming) {

    /** How long before the start a session is among what waits. */
    static final Duration SOON = Duration.ofDays(1);

    private static final Comparator<Waiting> MOST_URGENT_FIRST = Comparator.comparing(Waiting::kind)
            .thenComparing(one -> one.session().document().when().start().toInstant())
            .thenComparing(one -> one.session().id().value());

    public Overview {
        waiting = List.copyOf(waiting);
        upcoming = List.copyOf(upcoming);
    }

    /** Returns the query for the sessions to choose from: those to come and those under way. */
    public static StartQuery query(Instant now) {
        return new StartQuery(
                AgendaDirection.UPCOMING,
                AgendaCursor.from(now.minus(SessionSearch.MAX_UNDER_WAY)),
                SessionSearch.PAGE_SIZE);
    }

    /** Returns the overview of an organiser who sees these sessions. */
    public static Overview of(List<SessionSnapshot> seen, Organiser organiser, Instant now) {
        boolean seesAll = organiser.role().gives(Permission.VIEW_SESSION);
        List<SessionSnapshot> upcoming = seen.stream()
                .filter(one -> !seesAll || !one.session().document().when().hasEndedBy(now))
                .toList();
        List<Waiting> waiting = upcoming.stream()
                .flatMap(one -> waiting(one, now).stream())
                .filter(one -> seesAll || one.kind() == WaitKind.STARTS_SOON)
                .sorted(MOST_URGENT_FIRST)
                .toList();
        return new Overview(waiting, upcoming);
    }

    private static List<Waiting> waiting(SessionSnapshot seen, Instant now) {
        Session session = seen.session();
        Places places = seen.places();
        int undecided = places.count(Count.REVIEWING);
        int coming = places.taken() - places.count(Count.HELD);
        if (session.isCancelled()) {
            return List.of(new Waiting(WaitKind.CANCELLED, session, coming + places.waiting() + undecided));
        }
        List<Waiting> found = new ArrayList<>();
        boolean isSettled = session.isSettledBy(now);
        int returned = places.count(Count.BOUNCED) + places.count(Count.COMPLAINED);
        boolean isFull = places.left().orElse(1) == 0;
        if (undecided > 0 && !isSettled) {
            found.add(new Waiting(WaitKind.TO_DECIDE, session, undecided));
        }
        if (returned > 0) {
            found.add(new Waiting(WaitKind.RETURNED, session, returned));
        }
        if (places.waiting() > 0 && isFull && !isSettled) {
            found.add(new Waiting(WaitKind.FULL, session, places.waiting()));
        }
        if (!now.isBefore(session.document().when().start().toInstant().minus(SOON))) {
            found.add(new Waiting(WaitKind.STARTS_SOON, session, coming));
        }
        return found;
    }
}
