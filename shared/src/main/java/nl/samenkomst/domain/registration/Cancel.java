package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels by a person's own link. A freed place goes to the first in line in the same step; leaving the queue is
 * possible until the start, giving up a place until the notice period, or until the start where late cancellation is
 * accepted. Who was invited says by it that they cannot come. To cancel again is the same answer.
 */
public final class Cancel {

    private final Registrations registrations;
    private final Handover handover;
    private final Clock clock;
    private final Patience patience;

    public Cancel(Registrations registrations, Clock clock, Patience patience) {
        this.registrations = registrations;
        this.handover = new Handover(registrations);
        this.clock = clock;
        this.patience = patience;
    }

    public CancelOutcome cancel(SessionId session, OwnLink link) {
        return patience.until(() -> attempt(session, link));
    }

    private Optional<CancelOutcome> attempt(SessionId id, OwnLink link) {
        Instant now = clock.instant();
        Optional<Lookup> found = registrations.find(id, link.registration(), now);
        Optional<Registration> owned = found.flatMap(lookup -> lookup.ownedBy(link));
        if (found.isEmpty() || owned.isEmpty()) {
            return Optional.of(new CancelOutcome.UnknownLink());
        }
        Lookup seen = found.get();
        Registration registration = owned.get();
        Session session = seen.session();
        Optional<CancelOutcome> over = over(session, registration, now);
        return switch (registration.standing()) {
            case Standing.Confirmed c -> over.or(() -> giveUpPlace(seen, registration, now));
            case Standing.Waitlisted w -> over.or(() -> withdraw(seen, registration, now));
            case Standing.UnderReview r -> over.or(() -> withdraw(seen, registration, now));
            case Standing.Invited i -> over.or(() -> commit(seen, registration, new Standing.NotComing(now), now));
            case Standing.Declined d -> asItIs(session, registration);
            case Standing.Cancelled c -> asItIs(session, registration);
            case Standing.NotComing n -> asItIs(session, registration);
            case Standing.Revoked v -> asItIs(session, registration);
        };
    }

    private static Optional<CancelOutcome> over(Session session, Registration registration, Instant now) {
        if (session.isCancelled()) {
            return Optional.of(new CancelOutcome.SessionCancelled(session, registration));
        }
        return session.document().when().hasStartedBy(now)
                ? Optional.of(new CancelOutcome.SessionStarted(session, registration))
                : Optional.empty();
    }

    private static Optional<CancelOutcome> asItIs(Session session, Registration registration) {
        return Optional.of(new CancelOutcome.Cancelled(session, registration));
    }

    private Optional<CancelOutcome> giveUpPlace(Lookup seen, Registration registration, Instant now) {
        Session session = seen.session();
        boolean late = now.isAfter(session.document().cancelBy().toInstant());
        if (late && !session.document().signUp().lateCancellation()) {
            return Optional.of(new CancelOutcome.NoticePeriodPassed(session, registration));
        }
        return commit(seen, registration, new Standing.Cancelled(now, true, late), now);
    }

    /** Whoever has no place for certain has nothing to give notice of. */
    private Optional<CancelOutcome> withdraw(Lookup seen, Registration registration, Instant now) {
        return commit(seen, registration, new Standing.Cancelled(now, false, false), now);
    }

    private Optional<CancelOutcome> commit(Lookup seen, Registration registration, Standing standing, Instant now) {
        Registration cancelled = registration.with(standing);
        return handover.commit(Step.changing(seen.listing(), registration, cancelled), now) == Commit.DONE
                ? Optional.of(new CancelOutcome.Cancelled(seen.session(), cancelled))
                : Optional.empty();
    }
}
