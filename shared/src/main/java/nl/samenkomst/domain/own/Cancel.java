package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.CancellationDeadline;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Cancels by a person's own link; the first in the queue that fits gets a freed place in the same transaction. Leaving
 * the queue is possible until the start; giving up a place until the {@link CancellationDeadline}, or until the start if
 * the session allows late cancellation. An invited person declines. Cancelling again has the same outcome.
 */
public final class Cancel {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public Cancel(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    public CancelOutcome cancel(SessionId session, OwnLink link) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, link.registration(), now)
                    .map(seen -> writer.write(decide(seen, link, now), now))
                    .orElseGet(() -> Attempt.settled(new CancelOutcome.UnknownLink()));
        });
    }

    static Decided<CancelOutcome> decide(RegistrationSnapshot seen, OwnLink link, Instant now) {
        return seen.ownedBy(link)
                .map(registration -> decide(seen, registration, now))
                .orElseGet(() -> Decided.asIs(new CancelOutcome.UnknownLink()));
    }

    private static Decided<CancelOutcome> decide(RegistrationSnapshot seen, Registration registration, Instant now) {
        Session session = seen.session();
        return switch (registration.state()) {
            case RegistrationState.Active active ->
                tooLate(session, registration, now).orElseGet(() -> cancel(seen, registration, active, now));
            case RegistrationState.Invited _ ->
                tooLate(session, registration, now)
                        .orElseGet(
                                () -> change(seen, registration, new RegistrationState.InvitationDeclined(now), now));
            case RegistrationState.InvitationDeclined _ -> unchanged(session, registration);
            case RegistrationState.InvitationRevoked _ -> unchanged(session, registration);
            case RegistrationState.Closed _ -> unchanged(session, registration);
        };
    }

    private static Optional<Decided<CancelOutcome>> tooLate(Session session, Registration registration, Instant now) {
        if (session.isCancelled()) {
            return Optional.of(Decided.asIs(new CancelOutcome.SessionCancelled(session, registration)));
        }
        return session.document().when().hasStartedBy(now)
                ? Optional.of(Decided.asIs(new CancelOutcome.SessionStarted(session, registration)))
                : Optional.empty();
    }

    /** Only a confirmed place is subject to the notice period. */
    private static Decided<CancelOutcome> cancel(
            RegistrationSnapshot seen, Registration registration, RegistrationState.Active active, Instant now) {
        Session session = seen.session();
        boolean hadPlace = active instanceof RegistrationState.Confirmed;
        boolean late = hadPlace
                && now.isAfter(
                        CancellationDeadline.of(session, registration, now).toInstant());
        if (late && !session.document().signUp().lateCancellation()) {
            return Decided.asIs(new CancelOutcome.NoticePeriodPassed(session, registration));
        }
        return change(seen, registration, new RegistrationState.CancelledByPerson(now, hadPlace, late), now);
    }

    private static Decided<CancelOutcome> unchanged(Session session, Registration registration) {
        return Decided.asIs(new CancelOutcome.Cancelled(session, registration));
    }

    private static Decided<CancelOutcome> change(
            RegistrationSnapshot seen, Registration registration, RegistrationState state, Instant now) {
        Registration cancelled = registration.provenAt(now).with(state);
        return new Decided.CommitAndPromote<>(
                RegistrationChanges.changing(seen.sessionSnapshot(), registration, cancelled, now),
                new CancelOutcome.Cancelled(seen.session(), cancelled));
    }
}
