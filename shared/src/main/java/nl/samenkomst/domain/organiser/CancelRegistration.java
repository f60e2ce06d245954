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
 * Cancels a person's registration for the organiser, at any time before the start; the place goes to the queue in the
 * same transaction, and the person is told by whom and why. An unanswered invitation is revoked instead. Cancelling
 * again has the same outcome.
 */
public final class CancelRegistration {

    private final OrganiserChanges changes;

    public CancelRegistration(Registrations registrations, Clock clock, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
    }

    /** Cancels for a reason that goes into the person's letter and may be empty. */
    public ChangeOutcome cancel(SessionId session, RegistrationId registration, String reason, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, reason, actor));
    }

    static Decided<ChangeOutcome> decide(Seen seen, String reason, Actor actor) {
        return switch (seen.state()) {
            case RegistrationState.Active active ->
                seen.change(
                        new RegistrationState.CancelledByOrganiser(
                                seen.now(), active instanceof RegistrationState.Confirmed, reason),
                        new Request(AuditAction.CANCELLED, actor, reason));
            case RegistrationState.Invited _ ->
                seen.change(
                        new RegistrationState.InvitationRevoked(seen.now(), reason),
                        new Request(AuditAction.REVOKED, actor, reason));
            case RegistrationState.Declined _ -> OrganiserChanges.refused(RefusalReason.DECIDED);
            case RegistrationState.Cancelled _ -> seen.unchanged();
            case RegistrationState.InvitationDeclined _ -> seen.unchanged();
            case RegistrationState.InvitationRevoked _ -> seen.unchanged();
        };
    }
}
