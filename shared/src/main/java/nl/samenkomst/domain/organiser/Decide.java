package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.Why;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/**
 * Says yes or no to somebody under review, once: the same decision again is the same answer, the opposite one is
 * refused. Who is accepted keeps the place that was held, or has one where there is one, or waits at the end of the
 * queue; a place held for who is declined goes to the first in line in the same step.
 */
public final class Decide {

    private final OrganiserChanges organiserChanges;

    public Decide(Registrations registrations, Clock clock, Retrier retrier) {
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Decides until the start; {@code reason} may be empty, and goes in the letter to who is declined. */
    public ChangeOutcome decide(
            SessionId session, RegistrationId registration, Decision decision, String reason, Actor who) {
        return organiserChanges.change(session, registration, seen -> switch (decision) {
            case ACCEPT -> accept(seen, new Request(AuditAction.ACCEPTED, who, reason));
            case DECLINE -> decline(seen, new Request(AuditAction.DECLINED, who, reason));
        });
    }

    private Optional<ChangeOutcome> accept(Seen seen, Request request) {
        return switch (seen.state()) {
            case RegistrationState.Confirmed c -> organiserChanges.asItIs(seen.registration());
            case RegistrationState.Waitlisted w -> organiserChanges.asItIs(seen.registration());
            case RegistrationState.UnderReview review ->
                seen.over()
                        .or(() -> organiserChanges.write(
                                seen, OrganiserChanges.accepted(seen.places(), review, seen.now()), request));
            case RegistrationState.Declined d -> OrganiserChanges.refused(Why.DECIDED);
            case RegistrationState.Cancelled c -> OrganiserChanges.refused(Why.CANCELLED);
            case RegistrationState.Invited i -> OrganiserChanges.refused(Why.INVITED);
            case RegistrationState.InvitationDeclined n -> OrganiserChanges.refused(Why.INVITED);
            case RegistrationState.InvitationRevoked v -> OrganiserChanges.refused(Why.INVITED);
        };
    }

    private Optional<ChangeOutcome> decline(Seen seen, Request request) {
        return switch (seen.state()) {
            case RegistrationState.Confirmed c -> OrganiserChanges.refused(Why.DECIDED);
            case RegistrationState.Waitlisted w -> OrganiserChanges.refused(Why.DECIDED);
            case RegistrationState.UnderReview review ->
                seen.over()
                        .or(() -> organiserChanges.write(
                                seen, new RegistrationState.Declined(seen.now(), request.reason()), request));
            case RegistrationState.Declined d -> organiserChanges.asItIs(seen.registration());
            case RegistrationState.Cancelled c -> OrganiserChanges.refused(Why.CANCELLED);
            case RegistrationState.Invited i -> OrganiserChanges.refused(Why.INVITED);
            case RegistrationState.InvitationDeclined n -> OrganiserChanges.refused(Why.INVITED);
            case RegistrationState.InvitationRevoked v -> OrganiserChanges.refused(Why.INVITED);
        };
    }
}
