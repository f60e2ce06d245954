package nl.samenkomst.domain.organiser;

import java.time.Clock;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/**
 * Accepts or declines somebody under review, once: the same decision again has the same outcome, the opposite one is
 * refused. An accepted person keeps the place that was held, or gets one if there is one, or joins the end of the
 * queue; a place held for a declined person goes to the queue in the same transaction.
 */
public final class Decide {

    private final OrganiserChanges changes;

    public Decide(Registrations registrations, Clock clock, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Decides until the start; {@code reason} goes into the letter to a declined person and may be empty. */
    public ChangeOutcome decide(
            SessionId session, RegistrationId registration, Decision decision, String reason, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, decision, reason, actor));
    }

    static Decided<ChangeOutcome> decide(Seen seen, Decision decision, String reason, Actor actor) {
        return switch (seen.state()) {
            case RegistrationState.UnderReview review ->
                switch (decision) {
                    case ACCEPT ->
                        seen.change(
                                seen.places().accept(review, seen.now()),
                                new Request(AuditAction.ACCEPTED, actor, reason));
                    case DECLINE ->
                        seen.change(
                                new RegistrationState.Declined(seen.now(), reason),
                                new Request(AuditAction.DECLINED, actor, reason));
                };
            case RegistrationState.Confirmed _, RegistrationState.Waitlisted _ ->
                decision == Decision.ACCEPT ? seen.unchanged() : OrganiserChanges.refused(RefusalReason.DECIDED);
            case RegistrationState.Declined _ ->
                decision == Decision.DECLINE ? seen.unchanged() : OrganiserChanges.refused(RefusalReason.DECIDED);
            case RegistrationState.Cancelled _ -> OrganiserChanges.refused(RefusalReason.CANCELLED);
            case RegistrationState.Invitation _ -> OrganiserChanges.refused(RefusalReason.INVITED);
        };
    }
}
