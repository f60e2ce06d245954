package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels by a person's own link. A freed place goes to the first in line in the same step; leaving the queue is
 * possible until the start, giving up a place until the notice period, or until the start where late cancellation is
 * accepted. To cancel again is the same answer.
 */
public final class Cancel {

    private final Registrations registrations;
    private final Clock clock;
    private final Patience patience;

    public Cancel(Registrations registrations, Clock clock, Patience patience) {
        this.registrations = registrations;
        this.clock = clock;
        this.patience = patience;
    }

    public CancelOutcome cancel(SessionId session, OwnLink link) {
        return patience.until(() -> attempt(session, link));
    }

    private Optional<CancelOutcome> attempt(SessionId id, OwnLink link) {
        Instant now = clock.instant();
        Optional<Lookup> found = registrations.find(id, link.registration(), now);
        Optional<Registration> owned = found.flatMap(Lookup::registration)
                .filter(registration -> registration.secret().matches(link.secret()));
        if (found.isEmpty() || owned.isEmpty()) {
            return Optional.of(new CancelOutcome.UnknownLink());
        }
        Lookup seen = found.get();
        Registration registration = owned.get();
        Session session = seen.session();
        if (!registration.isActive()) {
            return Optional.of(new CancelOutcome.Cancelled(session, registration));
        }
        if (session.isCancelled()) {
            return Optional.of(new CancelOutcome.SessionCancelled(session, registration));
        }
        if (session.document().when().hasStartedBy(now)) {
            return Optional.of(new CancelOutcome.SessionStarted(session, registration));
        }
        return switch (registration.standing()) {
            case Standing.Confirmed c -> giveUpPlace(seen, registration, now);
            case Standing.Waitlisted waiting -> leaveQueue(seen, registration, waiting.number(), now);
            case Standing.Cancelled c -> throw new IllegalStateException("seen above");
        };
    }

    private Optional<CancelOutcome> giveUpPlace(Lookup seen, Registration registration, Instant now) {
        Session session = seen.session();
        boolean late = now.isAfter(session.document().cancelBy().toInstant());
        if (late && !session.document().signUp().lateCancellation()) {
            return Optional.of(new CancelOutcome.NoticePeriodPassed(session, registration));
        }
        Registration cancelled = registration.with(new Standing.Cancelled(now, true, late));
        return settled(session, cancelled, giveBackOrHandOver(seen, cancelled, now));
    }

    private Commit giveBackOrHandOver(Lookup seen, Registration cancelled, Instant now) {
        Places places = seen.places();
        boolean tooManyTaken =
                places.limit().isPresent() && places.taken() > places.limit().getAsInt();
        if (places.waiting() == 0 || tooManyTaken) {
            return registrations.giveBack(seen, cancelled, now);
        }
        List<Registration> first = registrations.firstInLine(seen.session().id(), 1, now);
        return first.isEmpty()
                ? Commit.STALE
                : registrations.handOver(seen, cancelled, Promotion.of(first.getFirst(), now), now);
    }

    private Optional<CancelOutcome> leaveQueue(Lookup seen, Registration registration, long number, Instant now) {
        Registration cancelled = registration.with(new Standing.Cancelled(now, false, false));
        return settled(seen.session(), cancelled, registrations.leaveQueue(seen, cancelled, number, now));
    }

    private static Optional<CancelOutcome> settled(Session session, Registration cancelled, Commit commit) {
        return commit == Commit.DONE ? Optional.of(new CancelOutcome.Cancelled(session, cancelled)) : Optional.empty();
    }
}
