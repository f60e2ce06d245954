package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Mails a person's own link again for the organiser, before the start and at most once an hour; or ends it and mails a
 * fresh one, as long as the registration is kept. At once if letters came back or are withheld, since the organiser may
 * know better; does not count as one that somebody asked for.
 */
public final class SendOwnLink {

    private final OrganiserChanges changes;
    private final RandomGenerator random;

    /** Links are made from {@code random}, so it must be a secure source. */
    public SendOwnLink(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
        this.random = random;
    }

    /** Ends the link and mails a fresh one. */
    public ChangeOutcome renew(SessionId session, RegistrationId registration, Actor actor) {
        LinkSecret fresh = LinkSecret.generate(random);
        return changes.change(session, registration, seen -> decide(seen, fresh, actor));
    }

    /** Decides one attempt of a request, which an earlier attempt may have done. */
    static Decided<ChangeOutcome> decide(Seen seen, LinkSecret fresh, Actor actor) {
        return seen.registration().secrets().contain(fresh)
                ? seen.unchanged()
                : seen.commit(
                        retryingMail(seen.registration()).renewed(fresh, seen.now()),
                        new Request(AuditAction.OWN_LINK_RENEWED, actor, ""));
    }

    /** Mails the link as it is. */
    public ChangeOutcome send(SessionId session, RegistrationId registration, Actor actor) {
        return changes.change(session, registration, seen -> decide(seen, actor));
    }

    static Decided<ChangeOutcome> decide(Seen seen, Actor actor) {
        return OrganiserChanges.tooLate(seen.snapshot().session(), seen.now())
                .orElseGet(() -> isTime(seen)
                        ? seen.commit(
                                retryingMail(seen.registration()).linkRequestGranted(seen.now()),
                                new Request(AuditAction.OWN_LINK_SENT, actor, ""))
                        : seen.unchanged());
    }

    private static boolean isTime(Seen seen) {
        Registration registration = seen.registration();
        return registration.mayResendLink(seen.now()) || registration.isWithheld() || registration.isReturned();
    }

    private static Registration retryingMail(Registration registration) {
        return registration.isReturned() ? registration.withMailProblem(Optional.empty()) : registration;
    }
}
