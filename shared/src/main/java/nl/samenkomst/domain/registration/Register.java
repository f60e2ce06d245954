package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Signs somebody up: a place where there is one, the end of the queue where there is not. One person has one
 * registration, however often and however much at once the form is sent, and the answer is what the session's public
 * state was when it came in.
 */
public final class Register {

    private final Registrations registrations;
    private final Clock clock;
    private final RandomGenerator random;
    private final Patience patience;

    /** Links are made from {@code random}, so it must be a secure one. */
    public Register(Registrations registrations, Clock clock, RandomGenerator random, Patience patience) {
        this.registrations = registrations;
        this.clock = clock;
        this.random = random;
        this.patience = patience;
    }

    public RegisterOutcome register(SessionId session, SignUp signUp) {
        return patience.until(new Attempt(session, signUp));
    }

    /** One person's request; tried until it is settled, always as the same request. */
    private final class Attempt implements Supplier<Optional<RegisterOutcome>> {

        private final SessionId session;
        private final SignUp signUp;
        private final RegistrationId id;
        private final LinkSecret secret = LinkSecret.fresh(random);
        private final UUID request = new UUID(random.nextLong(), random.nextLong());
        private Optional<RegisterOutcome> firstAnswer = Optional.empty();

        Attempt(SessionId session, SignUp signUp) {
            this.session = session;
            this.signUp = signUp;
            this.id = RegistrationId.of(session, signUp.person().email());
        }

        @Override
        public Optional<RegisterOutcome> get() {
            Instant now = clock.instant();
            Optional<Lookup> seen = registrations.find(session, id, now);
            if (seen.isEmpty()) {
                return Optional.of(new RegisterOutcome.UnknownSession());
            }
            RegisterOutcome answer = publicAnswer(seen.get(), now);
            if (firstAnswer.isEmpty()) {
                firstAnswer = Optional.of(answer);
            }
            Optional<Registration> known = seen.get().registration().filter(Registration::isActive);
            if (known.isPresent()) {
                return greet(seen.get(), known.get(), now);
            }
            return switch (answer) {
                case RegisterOutcome.Place place ->
                    settled(place, registrations.takePlace(seen.get(), confirmed(seen.get(), now), now));
                case RegisterOutcome.WaitingList queue -> settled(queue, joinQueue(seen.get(), now));
                case RegisterOutcome.Refused refused -> Optional.of(refused);
                case RegisterOutcome.UnknownSession unknown -> Optional.of(unknown);
            };
        }

        /** Somebody who is registered already, by an earlier request or by this one with its answer lost on the way. */
        private Optional<RegisterOutcome> greet(Lookup seen, Registration known, Instant now) {
            if (known.signUp().equals(request)) {
                return Optional.of(
                        known.standing() instanceof Standing.Waitlisted
                                ? new RegisterOutcome.WaitingList(seen.session())
                                : new RegisterOutcome.Place(seen.session()));
            }
            if (!known.mayHaveLinkAgain(now) || seen.session().isCancelled()) {
                return firstAnswer;
            }
            Commit asked = registrations.keep(seen.session(), known.askedForLink(now), now);
            return asked == Commit.DONE ? firstAnswer : Optional.empty();
        }

        private Registration confirmed(Lookup seen, Instant now) {
            return signedUp(seen, new Standing.Confirmed(now, false), now);
        }

        private Commit joinQueue(Lookup seen, Instant now) {
            long number = seen.places().lastInLine() + 1;
            Registration waitlisted = signedUp(seen, new Standing.Waitlisted(now, number), now);
            return registrations.joinQueue(seen, waitlisted, number, now);
        }

        private Registration signedUp(Lookup seen, Standing standing, Instant now) {
            Session current = seen.session();
            Optional<Registration> before = seen.registration();
            return new Registration(
                    session,
                    id,
                    before.map(Registration::secret).orElse(secret),
                    request,
                    signUp.person(),
                    signUp.language().orElse(current.document().about().language()),
                    now,
                    standing,
                    before.map(registration -> registration.changes() + 1).orElse(0),
                    before.map(registration -> registration.letters().askedForLink(now))
                            .orElseGet(() -> Correspondence.none(now)),
                    current.revision(),
                    Optional.empty(),
                    before.map(Registration::version).orElse(0));
        }
    }

    private static RegisterOutcome publicAnswer(Lookup seen, Instant now) {
        Session session = seen.session();
        return switch (seen.listing().signUp(now)) {
            case OPEN -> new RegisterOutcome.Place(session);
            case WAITING_LIST -> new RegisterOutcome.WaitingList(session);
            case FULL, NOT_YET, CLOSED, CANCELLED ->
                new RegisterOutcome.Refused(session, seen.listing().signUp(now));
        };
    }

    private static Optional<RegisterOutcome> settled(RegisterOutcome outcome, Commit commit) {
        return commit == Commit.DONE ? Optional.of(outcome) : Optional.empty();
    }
}
