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
 * Cancels somebody's registration for the organiser, at any time before the start; the place goes to the first in line
 * in the same step, and the person is told by whom and why. An invitation without an answer is revoked. To cancel again
 * is the same answer.
 */
public final class CancelRegistration {

    private final OrganisersHand hand;

    public CancelRegistration(Registrations registrations, Clock clock, Patience patience) {
        this.hand = new OrganisersHand(registrations, clock, patience);
    }

    /** Cancels, for a reason that goes in the person's letter and may be empty. */
    public ChangeOutcome cancel(SessionId session, RegistrationId registration, String reason, Signer who) {
        Request request = new Request(AuditAction.CANCELLED, who, reason);
        return hand.change(session, registration, seen -> switch (seen.standing()) {
            case Standing.Confirmed c -> cancel(seen, request);
            case Standing.Waitlisted w -> cancel(seen, request);
            case Standing.UnderReview r -> cancel(seen, request);
            case Standing.Declined d -> OrganisersHand.refused(Why.DECIDED);
            case Standing.Cancelled c -> hand.asItIs(seen.registration());
            case Standing.Invited i -> revoke(seen, request);
            case Standing.NotComing n -> hand.asItIs(seen.registration());
            case Standing.Revoked v -> hand.asItIs(seen.registration());
        });
    }

    private Optional<ChangeOutcome> cancel(Seen seen, Request request) {
        Standing cancelled = new Standing.Cancelled(
                seen.now(), seen.standing() instanceof Standing.Confirmed, false, Optional.of(request.reason()));
        return seen.over().or(() -> hand.write(seen, cancelled, request));
    }

    private Optional<ChangeOutcome> revoke(Seen seen, Request cancellation) {
        Request request = new Request(AuditAction.REVOKED, cancellation.who(), cancellation.reason());
        Standing revoked = new Standing.Revoked(seen.now(), request.reason());
        return seen.over().or(() -> hand.write(seen, revoked, request));
    }
}
