package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.registration.ChangeOutcome.Why;
import nl.samenkomst.domain.registration.OrganisersHand.Request;
import nl.samenkomst.domain.registration.OrganisersHand.Seen;
import nl.samenkomst.domain.session.AuditAction;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.domain.session.Signer;

/**
 * Invites somebody, as long as there is time to answer. Who has answered is not bothered again; who has not is asked
 * once more, at most once a day.
 */
public final class Invite {

    static final Duration BETWEEN_INVITATIONS = Duration.ofDays(1);

    private final Registrations registrations;
    private final OrganisersHand hand;
    private final Clock clock;
    private final RandomGenerator random;
    private final Patience patience;

    /** Links are made from {@code random}, so it must be a secure one. */
    public Invite(Registrations registrations, Clock clock, RandomGenerator random, Patience patience) {
        this.registrations = registrations;
        this.hand = new OrganisersHand(registrations, clock, patience);
        this.clock = clock;
        this.random = random;
        this.patience = patience;
    }

    /** Invites who this sign-up would be of. */
    public ChangeOutcome invite(SessionId session, SignUp invitee, Signer who) {
        RegistrationId id = RegistrationId.of(session, invitee.person().email());
        Request request = new Request(AuditAction.INVITED, who, "");
        return patience.until(() -> attempt(session, id, invitee, request));
    }

    private Optional<ChangeOutcome> attempt(SessionId session, RegistrationId id, SignUp invitee, Request request) {
        Instant now = clock.instant();
        Optional<Lookup> seen = registrations.find(session, id, now);
        if (seen.isEmpty()) {
            return Optional.of(new ChangeOutcome.UnknownSession());
        }
        if (seen.get().registration().isEmpty()) {
            return invite(seen.get(), id, invitee, request, now);
        }
        Registration known = seen.get().registration().get();
        return switch (known.standing()) {
            case Standing.Invited invited ->
                isLongAgo(invited, now) ? again(new Seen(seen.get(), known, now), request) : hand.asItIs(known);
            case Standing.Revoked r -> invite(seen.get(), id, invitee, request, now);
            case Standing.Cancelled cancelled ->
                cancelled.organisersReason().isPresent()
                        ? invite(seen.get(), id, invitee, request, now)
                        : hand.asItIs(known);
            case Standing.Declined d -> invite(seen.get(), id, invitee, request, now);
            case Standing.Confirmed c -> hand.asItIs(known);
            case Standing.Waitlisted w -> hand.asItIs(known);
            case Standing.UnderReview r -> hand.asItIs(known);
            case Standing.NotComing n -> hand.asItIs(known);
        };
    }

    private static boolean isLongAgo(Standing.Invited invited, Instant now) {
        return !now.isBefore(invited.since().plus(BETWEEN_INVITATIONS));
    }

    private Optional<ChangeOutcome> again(Seen seen, Request request) {
        return closed(seen.lookup(), seen.now()).or(() -> hand.write(seen, new Standing.Invited(seen.now()), request));
    }

    private Optional<ChangeOutcome> invite(
            Lookup seen, RegistrationId id, SignUp invitee, Request request, Instant now) {
        return closed(seen, now).or(() -> {
            Registration invited = Registration.signedUp(
                    seen,
                    id,
                    LinkSecret.fresh(random),
                    new UUID(random.nextLong(), random.nextLong()),
                    invitee,
                    Answers.NONE,
                    new Standing.Invited(now),
                    now);
            return hand.commit(Step.signingUp(seen, invited), invited, request, now)
                    ? Optional.of(new ChangeOutcome.Added(hand.listed(invited)))
                    : Optional.empty();
        });
    }

    private static Optional<ChangeOutcome> closed(Lookup seen, Instant now) {
        return OrganisersHand.over(seen, now)
                .or(() -> seen.session().phase(now) == SignUpPhase.CLOSED
                        ? OrganisersHand.refused(Why.SIGN_UP_CLOSED)
                        : Optional.empty());
    }
}
