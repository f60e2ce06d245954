package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.registration.ChangeOutcome.Why;
import nl.samenkomst.domain.registration.OrganisersHand.Request;
import nl.samenkomst.domain.registration.OrganisersHand.Seen;
import nl.samenkomst.domain.session.AuditAction;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Signer;

/**
 * Says yes or no to somebody under review, once: the same decision again is the same answer, the opposite one is
 * refused. Who is accepted keeps the place that was held, or has one where there is one, or waits at the end of the
 * queue; a place held for who is declined goes to the first in line in the same step.
 */
public final class Decide {

    private final OrganisersHand hand;

    public Decide(Registrations registrations, Clock clock, Patience patience) {
        this.hand = new OrganisersHand(registrations, clock, patience);
    }

    /** Decides until the start; {@code reason} may be empty, and goes in the letter to who is declined. */
    public ChangeOutcome decide(
            SessionId session, RegistrationId registration, Decision decision, String reason, Signer who) {
        return hand.change(session, registration, seen -> switch (decision) {
            case ACCEPT -> accept(seen, new Request(AuditAction.ACCEPTED, who, reason));
            case DECLINE -> decline(seen, new Request(AuditAction.DECLINED, who, reason));
        });
    }

    private Optional<ChangeOutcome> accept(Seen seen, Request request) {
        return switch (seen.standing()) {
            case Standing.Confirmed c -> hand.asItIs(seen.registration());
            case Standing.Waitlisted w -> hand.asItIs(seen.registration());
            case Standing.UnderReview review ->
                seen.over()
                        .or(() ->
                                hand.write(seen, OrganisersHand.accepted(seen.places(), review, seen.now()), request));
            case Standing.Declined d -> OrganisersHand.refused(Why.DECIDED);
            case Standing.Cancelled c -> OrganisersHand.refused(Why.CANCELLED);
            case Standing.Invited i -> OrganisersHand.refused(Why.INVITED);
            case Standing.NotComing n -> OrganisersHand.refused(Why.INVITED);
            case Standing.Revoked v -> OrganisersHand.refused(Why.INVITED);
        };
    }

    private Optional<ChangeOutcome> decline(Seen seen, Request request) {
        return switch (seen.standing()) {
            case Standing.Confirmed c -> OrganisersHand.refused(Why.DECIDED);
            case Standing.Waitlisted w -> OrganisersHand.refused(Why.DECIDED);
            case Standing.UnderReview review ->
                seen.over().or(() -> hand.write(seen, new Standing.Declined(seen.now(), request.reason()), request));
            case Standing.Declined d -> hand.asItIs(seen.registration());
            case Standing.Cancelled c -> OrganisersHand.refused(Why.CANCELLED);
            case Standing.Invited i -> OrganisersHand.refused(Why.INVITED);
            case Standing.NotComing n -> OrganisersHand.refused(Why.INVITED);
            case Standing.Revoked v -> OrganisersHand.refused(Why.INVITED);
        };
    }
}
