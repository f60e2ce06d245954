package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.registration.ChangeOutcome.Why;
import nl.samenkomst.domain.registration.OrganisersHand.Request;
import nl.samenkomst.domain.registration.OrganisersHand.Seen;
import nl.samenkomst.domain.session.AuditAction;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Signer;

/** Moves somebody who waits to the head of the queue, before the start; who is first there already stays so. */
public final class MoveUp {

    private final Registrations registrations;
    private final Handover handover;
    private final OrganisersHand hand;

    public MoveUp(Registrations registrations, Clock clock, Patience patience) {
        this.registrations = registrations;
        this.handover = new Handover(registrations);
        this.hand = new OrganisersHand(registrations, clock, patience);
    }

    /** Moves up, for a reason that is written down with it. */
    public ChangeOutcome moveUp(SessionId session, RegistrationId registration, String reason, Signer who) {
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
            return hand.change(session, registration, seen -> switch (seen.standing()) {
                case Standing.Waitlisted waiting -> seen.over().or(() -> moveUp(seen, waiting));
                case Standing.Confirmed c ->
                    tried.isPresent() ? hand.asItIs(seen.registration()) : OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.UnderReview r -> OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.Declined d -> OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.Cancelled c -> OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.Invited i -> OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.NotComing n -> OrganisersHand.refused(Why.NOT_WAITING);
                case Standing.Revoked v -> OrganisersHand.refused(Why.NOT_WAITING);
            });
        }

        private Optional<ChangeOutcome> moveUp(Seen seen, Standing.Waitlisted waiting) {
            // Places that came free before this are for those who were first then.
            if (handover.promote(seen.lookup().listing(), seen.now()) != Handover.Promotion.NOBODY) {
                return Optional.empty();
            }
            boolean isOwnWork = tried.isPresent() && tried.getAsLong() == waiting.number();
            if (isOwnWork || isFirst(waiting, seen.registration().session())) {
                return hand.asItIs(seen.registration());
            }
            long number = seen.places().firstInLine() - 1;
            tried = OptionalLong.of(number);
            return hand.write(seen, new Standing.Waitlisted(waiting.since(), number, waiting.wish()), request);
        }

        private boolean isFirst(Standing.Waitlisted waiting, SessionId session) {
            Iterator<Waiting> queue = registrations.queue(session).iterator();
            return queue.hasNext() && queue.next().number() == waiting.number();
        }
    }
}
