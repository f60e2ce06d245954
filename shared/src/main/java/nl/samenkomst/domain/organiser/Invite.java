package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.ChangeOutcome.Why;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.domain.signup.SignUp;

/**
 * Invites somebody, as long as there is time to answer. Who has answered is not bothered again; who has not is asked
 * once more, at most once a day.
 */
public final class Invite {

    static final Duration BETWEEN_INVITATIONS = Duration.ofDays(1);

    private final Registrations registrations;
    private final OrganiserChanges organiserChanges;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /** Links are made from {@code random}, so it must be a secure one. */
    public Invite(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.registrations = registrations;
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Invites who this sign-up would be of. */
    public ChangeOutcome invite(SessionId session, SignUp invitee, Actor who) {
        RegistrationId id = RegistrationId.of(session, invitee.person().email());
        Request request = new Request(AuditAction.INVITED, who, "");
        return retrier.call(() -> attempt(session, id, invitee, request));
    }

    private Optional<ChangeOutcome> attempt(SessionId session, RegistrationId id, SignUp invitee, Request request) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(session, id, now);
        if (seen.isEmpty()) {
            return Optional.of(new ChangeOutcome.UnknownSession());
        }
        if (seen.get().registration().isEmpty()) {
            return invite(seen.get(), id, invitee, request, now);
        }
        Registration known = seen.get().registration().get();
        return switch (known.state()) {
            case RegistrationState.Invited invited ->
                isLongAgo(invited, now)
                        ? again(new Seen(seen.get(), known, now), request)
                        : organiserChanges.asItIs(known);
            case RegistrationState.InvitationRevoked r -> invite(seen.get(), id, invitee, request, now);
            case RegistrationState.Cancelled cancelled ->
                cancelled.organisersReason().isPresent()
                        ? invite(seen.get(), id, invitee, request, now)
                        : organiserChanges.asItIs(known);
            case RegistrationState.Declined d -> invite(seen.get(), id, invitee, request, now);
            case RegistrationState.Confirmed c -> organiserChanges.asItIs(known);
            case RegistrationState.Waitlisted w -> organiserChanges.asItIs(known);
            case RegistrationState.UnderReview r -> organiserChanges.asItIs(known);
            case RegistrationState.InvitationDeclined n -> organiserChanges.asItIs(known);
        };
    }

    private static boolean isLongAgo(RegistrationState.Invited invited, Instant now) {
        return !now.isBefore(invited.since().plus(BETWEEN_INVITATIONS));
    }

    private Optional<ChangeOutcome> again(Seen seen, Request request) {
        return closed(seen.snapshot(), seen.now())
                .or(() -> organiserChanges.write(seen, new RegistrationState.Invited(seen.now()), request));
    }

    private Optional<ChangeOutcome> invite(
            RegistrationSnapshot seen, RegistrationId id, SignUp invitee, Request request, Instant now) {
        return closed(seen, now).or(() -> {
            Registration invited = invitee.registration(
                    seen,
                    id,
                    LinkSecret.fresh(random),
                    new UUID(random.nextLong(), random.nextLong()),
                    Answers.NONE,
                    new RegistrationState.Invited(now),
                    now);
            return organiserChanges.commit(RegistrationChanges.signingUp(seen, invited), invited, request, now)
                    ? Optional.of(new ChangeOutcome.Added(organiserChanges.listed(invited)))
                    : Optional.empty();
        });
    }

    private static Optional<ChangeOutcome> closed(RegistrationSnapshot seen, Instant now) {
        return OrganiserChanges.over(seen, now)
                .or(() -> seen.session().phase(now) == SignUpPhase.CLOSED
                        ? OrganiserChanges.refused(Why.SIGN_UP_CLOSED)
                        : Optional.empty());
    }
}
