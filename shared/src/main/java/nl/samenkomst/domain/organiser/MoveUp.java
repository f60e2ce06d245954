package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.organiser.ChangeOutcome.Why;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/** Moves somebody who waits to the head of the queue, before the start; who is first there already stays so. */
public final class MoveUp {

    private final Registrations registrations;
    private final WaitlistPromotion waitlistPromotion;
    private final OrganiserChanges organiserChanges;

    public MoveUp(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Moves up, for a reason that is written down with it. */
    public ChangeOutcome moveUp(SessionId session, RegistrationId registration, String reason, Actor who) {
        return new Attempt(new Request(AuditAction.MOVED_UP, who, reason)).moveUp(session, registration);
    }

    /** One request; knows its own work again when its answer was lost, though others have moved up since. */
    private final class Attempt {

        private final Request request;
        private OptionalLong tried = OptionalLong.empty();

        Attempt(Request request) {
            this.request = request;
        }

        ChangeOutcome moveUp(SessionId session, RegistrationId registration) {
            return organiserChanges.change(session, registration, seen -> switch (seen.state()) {
                case RegistrationState.Waitlisted waiting -> seen.over().or(() -> moveUp(seen, waiting));
                case RegistrationState.Confirmed c ->
                    tried.isPresent()
                            ? organiserChanges.asItIs(seen.registration())
                            : OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.UnderReview r -> OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.Declined d -> OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.Cancelled c -> OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.Invited i -> OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.InvitationDeclined n -> OrganiserChanges.refused(Why.NOT_WAITING);
                case RegistrationState.InvitationRevoked v -> OrganiserChanges.refused(Why.NOT_WAITING);
            });
        }

        private Optional<ChangeOutcome> moveUp(Seen seen, RegistrationState.Waitlisted waiting) {
            // Places that came free before this are for those who were first then.
            if (waitlistPromotion.promote(seen.snapshot().sessionSnapshot(), seen.now())
                    != WaitlistPromotion.Promotion.NOBODY) {
                return Optional.empty();
            }
            boolean isOwnWork = tried.isPresent() && tried.getAsLong() == waiting.number();
            if (isOwnWork || isFirst(waiting, seen.registration().session())) {
                return organiserChanges.asItIs(seen.registration());
            }
            long number = seen.places().firstInLine() - 1;
            tried = OptionalLong.of(number);
            return organiserChanges.write(
                    seen, new RegistrationState.Waitlisted(waiting.since(), number, waiting.wish()), request);
        }

        private boolean isFirst(RegistrationState.Waitlisted waiting, SessionId session) {
            Iterator<QueueEntry> queue = registrations.queue(session).iterator();
            return queue.hasNext() && queue.next().number() == waiting.number();
        }
    }
}
