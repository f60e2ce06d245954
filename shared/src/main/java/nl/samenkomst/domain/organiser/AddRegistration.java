package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.TextComparison;
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
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;

/**
 * Registers somebody for the organiser, until the start: whatever the session says of opening, closing, review and
 * invitations, but within its places, or at the end of the queue. Registers nobody twice, accepts somebody under review,
 * and refuses an address that is registered under another name, or whose owner wants no letters.
 */
public final class AddRegistration {

    private final OrganiserChanges changes;
    private final RandomGenerator random;

    /** Links are made from {@code random}, so it must be a secure source. */
    public AddRegistration(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.changes = new OrganiserChanges(registrations, clock, retrier);
        this.random = random;
    }

    /** Adds the person on the form; questions may be left unanswered. */
    public ChangeOutcome add(SessionId session, SignUp signUp, Actor actor) {
        SignUpRequest request = changes.request(session, signUp, random);
        return changes.decide(session, request, (seen, now) -> decide(seen, request, actor, now));
    }

    static Decided<ChangeOutcome> decide(RegistrationSnapshot seen, SignUpRequest request, Actor actor, Instant now) {
        Optional<Registration> known = seen.registration();
        if (known.isPresent() && request.made(known.get())) {
            return Decided.asIs(ChangeOutcome.added(known.get()));
        }
        if (known.isPresent() && known.get().state() instanceof RegistrationState.Active active) {
            return isSamePerson(known.get(), request)
                    ? handleExisting(new Seen(seen, known.get(), now), active, actor)
                    : OrganiserChanges.refused(RefusalReason.OTHER_PERSON);
        }
        return OrganiserChanges.tooLate(seen.session(), now)
                .or(() -> OrganiserChanges.mailboxRefused(seen))
                .orElseGet(() -> add(seen, request, actor, now));
    }

    /** An address is one person: under another name nothing is added, which the organiser must know. */
    private static boolean isSamePerson(Registration known, SignUpRequest request) {
        return TextComparison.meansTheSame(
                known.person().name(), request.signUp().person().name());
    }

    private static Decided<ChangeOutcome> handleExisting(Seen seen, RegistrationState.Active active, Actor actor) {
        return active instanceof RegistrationState.UnderReview review
                ? seen.change(seen.places().accept(review, seen.now()), new Request(AuditAction.ACCEPTED, actor, ""))
                : seen.unchanged();
    }

    private static Decided<ChangeOutcome> add(
            RegistrationSnapshot seen, SignUpRequest request, Actor actor, Instant now) {
        SignUp signUp = request.signUp();
        return switch (Choices.checkPartial(seen.session().document(), signUp.theme(), signUp.answers())) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new ChangeOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid -> add(seen, request, valid.value(), actor, now);
        };
    }

    private static Decided<ChangeOutcome> add(
            RegistrationSnapshot seen, SignUpRequest request, Choices choices, Actor actor, Instant now) {
        RegistrationState state = seen.places().admit(choices.wish(), now);
        Registration registration =
                request.registration(seen, choices.answers(), state, new AddressProof.Given(now), now);
        return new Decided.CommitAndPromote<>(
                OrganiserChanges.unlessRefused(RegistrationChanges.signingUp(seen, registration, now), seen, now)
                        .withAuditEntry(new Request(AuditAction.ADDED, actor, "").entry(registration, now)),
                ChangeOutcome.added(registration));
    }
}
