package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.organiser.ChangeOutcome.Why;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/**
 * What the changes of an organiser have in common: each looks a registration up, decides with what it sees, and writes
 * down in one step what becomes of it, who gets the place it frees, and who did it. What was seen and no longer holds is
 * looked at again.
 */
public final class OrganiserChanges {

    private final Registrations registrations;
    private final WaitlistPromotion waitlistPromotion;
    private final Clock clock;
    private final Retrier retrier;

    OrganiserChanges(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Who asks for what, in whose words. */
    record Request(AuditAction what, Actor who, String reason) {}

    /** A registration as it was read. */
    record Seen(RegistrationSnapshot snapshot, Registration registration, Instant now) {

        RegistrationState state() {
            return registration.state();
        }

        Places places() {
            return snapshot.places();
        }

        /** Why nothing about places can change any more, if so. */
        Optional<ChangeOutcome> over() {
            return OrganiserChanges.over(snapshot, now);
        }
    }

    /** The first outcome that the change comes up with; it is tried again as long as it has none. */
    ChangeOutcome change(SessionId session, RegistrationId id, Function<Seen, Optional<ChangeOutcome>> change) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> snapshot = registrations.find(session, id, now);
            if (snapshot.isEmpty()) {
                return Optional.of(new ChangeOutcome.UnknownSession());
            }
            Optional<Registration> known = snapshot.get().registration();
            return known.isEmpty()
                    ? Optional.of(new ChangeOutcome.UnknownRegistration())
                    : change.apply(new Seen(snapshot.get(), known.get(), now));
        });
    }

    /** Somebody stands otherwise from here on. */
    Optional<ChangeOutcome> write(Seen seen, RegistrationState state, Request request) {
        return write(seen, seen.registration().with(state), request);
    }

    Optional<ChangeOutcome> write(Seen seen, Registration after, Request request) {
        RegistrationChanges changes =
                RegistrationChanges.changing(seen.snapshot().sessionSnapshot(), seen.registration(), after);
        return commit(changes, after, request, seen.now())
                ? Optional.of(new ChangeOutcome.Changed(listed(after)))
                : Optional.empty();
    }

    /** Whether it was written down; otherwise it is worth another look. */
    boolean commit(RegistrationChanges changes, Registration about, Request request, Instant now) {
        AuditEntry entry = new AuditEntry(
                now, request.who(), request.what(), Optional.of(about.id().value()), request.reason());
        return waitlistPromotion.commit(changes.recordedAs(entry), now) == WriteResult.COMMITTED;
    }

    /** It is so already. */
    Optional<ChangeOutcome> asItIs(Registration registration) {
        return Optional.of(new ChangeOutcome.Changed(listed(registration)));
    }

    ListedRegistration listed(Registration registration) {
        return new ListedRegistration(registration, registrations.position(registration));
    }

    static Optional<ChangeOutcome> refused(Why why) {
        return Optional.of(new ChangeOutcome.Refused(why));
    }

    static Optional<ChangeOutcome> over(RegistrationSnapshot snapshot, Instant now) {
        if (snapshot.session().isCancelled()) {
            return refused(Why.SESSION_CANCELLED);
        }
        return snapshot.session().document().when().hasStartedBy(now) ? refused(Why.SESSION_STARTED) : Optional.empty();
    }

    /** What becomes of somebody under review whom the organiser says yes to. */
    public static RegistrationState accepted(Places places, RegistrationState.UnderReview review, Instant now) {
        return review.holdsPlace()
                ? new RegistrationState.Confirmed(now, false, review.theme())
                : places.admit(review.theme(), now);
    }
}
