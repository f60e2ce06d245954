package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;

/**
 * Invites somebody, as long as there is time to answer. A person who answered is not bothered again; one who did not is
 * asked again, at most once a day. Refuses an address whose owner wants no letters.
 */
public final class Invite {

    static final Duration MIN_INVITATION_INTERVAL = Duration.ofDays(1);

    private final OrganiserChanges changes;
    private final RandomGenerator random;

    /** Links are made from {@code random}, so it must be a secure source. */
    public Invite(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
        this.random = random;
    }

    /** Invites the person whose sign-up this would be. */
    public ChangeOutcome invite(SessionId session, SignUp invitee, Actor actor) {
        SignUpRequest request = changes.request(session, invitee, random);
        return changes.decide(session, request, (seen, now) -> decide(seen, request, actor, now));
    }

    static Decided<ChangeOutcome> decide(RegistrationSnapshot seen, SignUpRequest invitee, Actor actor, Instant now) {
        Request request = new Request(AuditAction.INVITED, actor, "");
        return seen.registration()
                .map(known -> decide(new Seen(seen, known, now), invitee, request))
                .orElseGet(() -> invite(seen, invitee, request, now));
    }

    private static Decided<ChangeOutcome> decide(Seen seen, SignUpRequest invitee, Request request) {
        return switch (seen.state()) {
            case RegistrationState.Invited invited -> inviteAgain(seen, invited, request);
            case RegistrationState.InvitationRevoked _ -> invite(seen.snapshot(), invitee, request, seen.now());
            case RegistrationState.CancelledByOrganiser _ -> invite(seen.snapshot(), invitee, request, seen.now());
            case RegistrationState.Lapsed _ -> invite(seen.snapshot(), invitee, request, seen.now());
            case RegistrationState.Declined _ -> invite(seen.snapshot(), invitee, request, seen.now());
            case RegistrationState.Active _ -> seen.unchanged();
            case RegistrationState.CancelledByPerson _ -> seen.unchanged();
            case RegistrationState.InvitationDeclined _ -> seen.unchanged();
        };
    }

    private static Decided<ChangeOutcome> inviteAgain(Seen seen, RegistrationState.Invited invited, Request request) {
        if (seen.now().isBefore(invited.since().plus(MIN_INVITATION_INTERVAL))) {
            return seen.unchanged();
        }
        return whyNot(seen.snapshot(), seen.now())
                .orElseGet(() -> seen.change(new RegistrationState.Invited(seen.now()), request));
    }

    private static Decided<ChangeOutcome> invite(
            RegistrationSnapshot seen, SignUpRequest invitee, Request request, Instant now) {
        return whyNot(seen, now).orElseGet(() -> {
            Registration invited = invitee.registration(
                    seen, Answers.NONE, new RegistrationState.Invited(now), new AddressProof.Given(now), now);
            return new Decided.CommitAndPromote<>(
                    OrganiserChanges.unlessRefused(RegistrationChanges.signingUp(seen, invited, now), seen, now)
                            .withAuditEntry(request.entry(invited, now)),
                    ChangeOutcome.added(invited));
        });
    }

    private static Optional<Decided<ChangeOutcome>> whyNot(RegistrationSnapshot seen, Instant now) {
        return OrganiserChanges.tooLate(seen.session(), now)
                .or(() -> seen.session().phase(now) == SignUpPhase.CLOSED
                        ? Optional.of(OrganiserChanges.refused(RefusalReason.SIGN_UP_CLOSED))
                        : OrganiserChanges.mailboxRefused(seen));
    }
}
