package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels by a person's own link. A freed place goes to the first in line in the same step; leaving the queue is
 * possible until the start, giving up a place until the notice period, or until the start where late cancellation is
 * accepted. Who was invited says by it that they cannot come. To cancel again is the same answer.
 */
public final class Cancel {

    private final Registrations registrations;
    private final WaitlistPromotion waitlistPromotion;
    private final Clock clock;
    private final Retrier retrier;

    public Cancel(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    public CancelOutcome cancel(SessionId session, OwnLink link) {
        return retrier.call(() -> attempt(session, link));
    }

    private Optional<CancelOutcome> attempt(SessionId id, OwnLink link) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> found = registrations.find(id, link.registration(), now);
        Optional<Registration> owned = found.flatMap(snapshot -> snapshot.ownedBy(link));
        if (found.isEmpty() || owned.isEmpty()) {
            return Optional.of(new CancelOutcome.UnknownLink());
        }
        RegistrationSnapshot seen = found.get();
        Registration registration = owned.get();
        Session session = seen.session();
        Optional<CancelOutcome> over = over(session, registration, now);
        return switch (registration.state()) {
            case RegistrationState.Confirmed c -> over.or(() -> giveUpPlace(seen, registration, now));
            case RegistrationState.Waitlisted w -> over.or(() -> withdraw(seen, registration, now));
            case RegistrationState.UnderReview r -> over.or(() -> withdraw(seen, registration, now));
            case RegistrationState.Invited i ->
                over.or(() -> commit(seen, registration, new RegistrationState.InvitationDeclined(now), now));
            case RegistrationState.Declined d -> asItIs(session, registration);
            case RegistrationState.Cancelled c -> asItIs(session, registration);
            case RegistrationState.InvitationDeclined n -> asItIs(session, registration);
            case RegistrationState.InvitationRevoked v -> asItIs(session, registration);
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

    private Optional<CancelOutcome> giveUpPlace(RegistrationSnapshot seen, Registration registration, Instant now) {
        Session session = seen.session();
        boolean late = now.isAfter(session.document().cancelBy().toInstant());
        if (late && !session.document().signUp().lateCancellation()) {
            return Optional.of(new CancelOutcome.NoticePeriodPassed(session, registration));
        }
        return commit(seen, registration, new RegistrationState.Cancelled(now, true, late), now);
    }

    /** Whoever has no place for certain has nothing to give notice of. */
    private Optional<CancelOutcome> withdraw(RegistrationSnapshot seen, Registration registration, Instant now) {
        return commit(seen, registration, new RegistrationState.Cancelled(now, false, false), now);
    }

    private Optional<CancelOutcome> commit(
            RegistrationSnapshot seen, Registration registration, RegistrationState state, Instant now) {
        Registration cancelled = registration.with(state);
        return waitlistPromotion.commit(
                                RegistrationChanges.changing(seen.sessionSnapshot(), registration, cancelled), now)
                        == WriteResult.COMMITTED
                ? Optional.of(new CancelOutcome.Cancelled(seen.session(), cancelled))
                : Optional.empty();
    }
}
