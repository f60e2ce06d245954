package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUp;

/**
 * Registers somebody by the organiser's hand, until the start: whatever the session says of opening, closing, review
 * and invitations, but within its places, and at the end of the queue where they are taken. Nobody is registered twice,
 * and who is under review is accepted by it.
 */
public final class AddRegistration {

    private final Registrations registrations;
    private final OrganiserChanges organiserChanges;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /** Links are made from {@code random}, so it must be a secure one. */
    public AddRegistration(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.registrations = registrations;
        this.organiserChanges = new OrganiserChanges(registrations, clock, retrier);
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Adds who is on the form; questions may be left open. */
    public ChangeOutcome add(SessionId session, SignUp signUp, Actor who) {
        Attempt attempt = new Attempt(session, signUp, who);
        return retrier.call(attempt::settle);
    }

    /** One request; tried until it is settled, always as the same request. */
    private final class Attempt {

        private final SessionId session;
        private final SignUp signUp;
        private final Actor who;
        private final RegistrationId id;
        private final LinkSecret secret = LinkSecret.fresh(random);
        private final UUID request = new UUID(random.nextLong(), random.nextLong());

        Attempt(SessionId session, SignUp signUp, Actor who) {
            this.session = session;
            this.signUp = signUp;
            this.who = who;
            this.id = RegistrationId.of(session, signUp.person().email());
        }

        Optional<ChangeOutcome> settle() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, id, now);
            if (seen.isEmpty()) {
                return Optional.of(new ChangeOutcome.UnknownSession());
            }
            Optional<Registration> known = seen.get().registration();
            if (known.isPresent() && known.get().signUp().equals(request)) {
                return added(known.get());
            }
            return known.isPresent() ? welcome(seen.get(), known.get(), now) : add(seen.get(), now);
        }

        /** Somebody whose registration is there already, whatever became of it. */
        private Optional<ChangeOutcome> welcome(RegistrationSnapshot seen, Registration known, Instant now) {
            return switch (known.state()) {
                case RegistrationState.Confirmed c -> organiserChanges.asItIs(known);
                case RegistrationState.Waitlisted w -> organiserChanges.asItIs(known);
                case RegistrationState.UnderReview review ->
                    OrganiserChanges.over(seen, now)
                            .or(() -> accept(new OrganiserChanges.Seen(seen, known, now), review));
                case RegistrationState.Declined d -> add(seen, now);
                case RegistrationState.Cancelled c -> add(seen, now);
                case RegistrationState.Invited i -> add(seen, now);
                case RegistrationState.InvitationDeclined n -> add(seen, now);
                case RegistrationState.InvitationRevoked v -> add(seen, now);
            };
        }

        private Optional<ChangeOutcome> accept(OrganiserChanges.Seen seen, RegistrationState.UnderReview review) {
            RegistrationState accepted = OrganiserChanges.accepted(seen.places(), review, seen.now());
            return organiserChanges.write(seen, accepted, new Request(AuditAction.ACCEPTED, who, ""));
        }

        private Optional<ChangeOutcome> add(RegistrationSnapshot seen, Instant now) {
            return OrganiserChanges.over(seen, now).or(() -> switch (Choices.checkGiven(
                    seen.session().document(), signUp.theme(), signUp.answers())) {
                case Parsed.Invalid<Choices> invalid -> Optional.of(new ChangeOutcome.Invalid(invalid.problems()));
                case Parsed.Valid<Choices> right -> add(seen, right.value(), now);
            });
        }

        private Optional<ChangeOutcome> add(RegistrationSnapshot seen, Choices choices, Instant now) {
            RegistrationState state = seen.places().admit(choices.wish(), now);
            Registration registration = signUp.registration(seen, id, secret, request, choices.answers(), state, now);
            boolean done = organiserChanges.commit(
                    RegistrationChanges.signingUp(seen, registration),
                    registration,
                    new Request(AuditAction.ADDED, who, ""),
                    now);
            return done ? added(registration) : Optional.empty();
        }

        private Optional<ChangeOutcome> added(Registration registration) {
            return Optional.of(new ChangeOutcome.Added(organiserChanges.listed(registration)));
        }
    }
}
