package nl.samenkomst.domain.organiser;

import java.time.Clock;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Mails a person's own link again for the organiser, before the start and at most once an hour, or at once if letters to
 * them are withheld. Does not count as one that somebody asked for.
 */
public final class SendOwnLink {

    private final OrganiserChanges changes;

    public SendOwnLink(Registrations registrations, Clock clock, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
    }

    public ChangeOutcome send(SessionId session, RegistrationId registration, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, actor));
    }

    static Decided<ChangeOutcome> decide(Seen seen, Actor actor) {
        return OrganiserChanges.tooLate(seen.snapshot().session(), seen.now())
                .orElseGet(() -> seen.registration().mayResendLink(seen.now())
                                || seen.registration().isWithheld()
                        ? seen.commit(
                                seen.registration().linkRequestGranted(seen.now()),
                                new Request(AuditAction.OWN_LINK_SENT, actor, ""))
                        : seen.unchanged());
    }
}
