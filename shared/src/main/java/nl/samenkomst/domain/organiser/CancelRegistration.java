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
 * Cancels somebody's registration for the organiser, at any time before the start; the place goes to the first in line
 * in the same step, and the person is told by whom and why. An invitation without an answer is revoked. To cancel again
 * is the same answer.
 */
public final class CancelRegistration {

    private final OrganiserChanges organiserChanges;

    public CancelRegistration(Registrations registrations, Clock clock, Retrier retrier) {
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Cancels, for a reason that goes in the person's letter and may be empty. */
    public ChangeOutcome cancel(SessionId session, RegistrationId registration, String reason, Actor who) {
        Request request = new Request(AuditAction.CANCELLED, who, reason);
        return organiserChanges.change(session, registration, seen -> switch (seen.state()) {
            case RegistrationState.Confirmed c -> cancel(seen, request);
            case RegistrationState.Waitlisted w -> cancel(seen, request);
            case RegistrationState.UnderReview r -> cancel(seen, request);
            case RegistrationState.Declined d -> OrganiserChanges.refused(Why.DECIDED);
            case RegistrationState.Cancelled c -> organiserChanges.asItIs(seen.registration());
            case RegistrationState.Invited i -> revoke(seen, request);
            case RegistrationState.InvitationDeclined n -> organiserChanges.asItIs(seen.registration());
            case RegistrationState.InvitationRevoked v -> organiserChanges.asItIs(seen.registration());
        });
    }

    private Optional<ChangeOutcome> cancel(Seen seen, Request request) {
        RegistrationState cancelled = new RegistrationState.Cancelled(
                seen.now(), seen.state() instanceof RegistrationState.Confirmed, false, Optional.of(request.reason()));
        return seen.over().or(() -> organiserChanges.write(seen, cancelled, request));
    }

    private Optional<ChangeOutcome> revoke(Seen seen, Request cancellation) {
        Request request = new Request(AuditAction.REVOKED, cancellation.who(), cancellation.reason());
        RegistrationState revoked = new RegistrationState.InvitationRevoked(seen.now(), request.reason());
        return seen.over().or(() -> organiserChanges.write(seen, revoked, request));
    }
}
