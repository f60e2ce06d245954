package nl.samenkomst.domain.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
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
    private final Retrier retrier;

    /** Links are made from {@code random}, so it must be a secure one. */
    public Register(Registrations registrations, Clock clock, RandomGenerator random, Retrier retrier) {
        this.registrations = registrations;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    public RegisterOutcome register(SessionId session, SignUp signUp) {
        return register(session, signUp, LetterDelay.none());
    }

    /** The same; whatever letter comes of it waits. */
    RegisterOutcome register(SessionId session, SignUp signUp, LetterDelay delay) {
        return retrier.call(new Attempt(session, signUp, delay));
    }

    /** One person's request; tried until it is settled, always as the same request. */
    private final class Attempt implements Supplier<Optional<RegisterOutcome>> {

        private final SessionId session;
        private final SignUp signUp;
        private final RegistrationId id;
        private final LinkSecret secret = LinkSecret.fresh(random);
        private final UUID request = new UUID(random.nextLong(), random.nextLong());
        private final LetterDelay delay;
        private Optional<RegisterOutcome> firstAnswer = Optional.empty();

        Attempt(SessionId session, SignUp signUp, LetterDelay delay) {
            this.session = session;
            this.signUp = signUp;
            this.delay = delay;
            this.id = RegistrationId.of(session, signUp.person().email());
        }

        @Override
        public Optional<RegisterOutcome> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, id, now);
            if (seen.isEmpty() || !seen.get().session().isPublic()) {
                return Optional.of(new RegisterOutcome.UnknownSession());
            }
            seen.get().registration().ifPresent(delay::note);
            Optional<Registration> ownWork =
                    seen.get().registration().filter(known -> known.signUp().equals(request));
            if (ownWork.isPresent()) {
                return Optional.of(answerTo(ownWork.get(), seen.get().session()));
            }
            return switch (Choices.check(seen.get().session().document(), signUp.theme(), signUp.answers())) {
                case Parsed.Invalid<Choices> invalid -> Optional.of(new RegisterOutcome.Invalid(invalid.problems()));
                case Parsed.Valid<Choices> right -> get(seen.get(), right.value(), now);
            };
        }

        private Optional<RegisterOutcome> get(RegistrationSnapshot seen, Choices choices, Instant now) {
            RegisterOutcome answer = publicAnswer(seen, choices, now);
            if (firstAnswer.isEmpty()) {
                firstAnswer = Optional.of(answer);
            }
            Optional<Registration> known = seen.registration().filter(Register::isDecided);
            if (known.isPresent()) {
                return greet(seen, known.get(), now);
            }
            return switch (answer) {
                case RegisterOutcome.Place place -> commit(place, seen, choices, confirmed(seen, choices, now), now);
                case RegisterOutcome.WaitingList queue ->
                    commit(queue, seen, choices, waiting(seen, choices, now), now);
                case RegisterOutcome.Review review -> commit(review, seen, choices, review(seen, choices, now), now);
                case RegisterOutcome.Refused refused -> Optional.of(refused);
                case RegisterOutcome.Invalid invalid -> Optional.of(invalid);
                case RegisterOutcome.UnknownSession unknown -> Optional.of(unknown);
            };
        }

        private RegisterOutcome publicAnswer(RegistrationSnapshot seen, Choices choices, Instant now) {
            Session session = seen.session();
            SignUpState state = seen.sessionSnapshot().signUp(choices.wish(), now);
            return switch (state) {
                case OPEN -> new RegisterOutcome.Place(session);
                case WAITING_LIST -> new RegisterOutcome.WaitingList(session);
                case REVIEW ->
                    session.document()
                                    .signUp()
                                    .admission()
                                    .isReviewedFor(signUp.person().email())
                            ? new RegisterOutcome.Review(session)
                            : byPlaces(seen, choices);
                case FULL ->
                    seen.sessionSnapshot().signUp(now) == SignUpState.FULL
                            ? new RegisterOutcome.Refused(session, state)
                            : new RegisterOutcome.Invalid(List.of(new Problem("theme", Reason.FULL)));
                case NOT_YET, CLOSED, CANCELLED, INVITED -> new RegisterOutcome.Refused(session, state);
            };
        }

        private RegisterOutcome byPlaces(RegistrationSnapshot seen, Choices choices) {
            return seen.places().mayTake(choices.wish())
                    ? new RegisterOutcome.Place(seen.session())
                    : new RegisterOutcome.WaitingList(seen.session());
        }

        /** This request was done before, and its answer was lost on the way. */
        private RegisterOutcome answerTo(Registration done, Session current) {
            return switch (done.state()) {
                case RegistrationState.Confirmed c -> new RegisterOutcome.Place(current);
                case RegistrationState.Waitlisted w -> new RegisterOutcome.WaitingList(current);
                case RegistrationState.UnderReview r -> new RegisterOutcome.Review(current);
                case RegistrationState.Declined d -> new RegisterOutcome.Review(current);
                case RegistrationState.Cancelled c -> firstAnswer.orElseThrow();
                case RegistrationState.Invited i -> firstAnswer.orElseThrow();
                case RegistrationState.InvitationDeclined n -> firstAnswer.orElseThrow();
                case RegistrationState.InvitationRevoked v -> firstAnswer.orElseThrow();
            };
        }

        /** Somebody who is registered already. */
        private Optional<RegisterOutcome> greet(RegistrationSnapshot seen, Registration known, Instant now) {
            if (!known.mayHaveLinkAgain(now) || seen.session().isCancelled()) {
                return firstAnswer;
            }
            Registration asking = delay.on(known.askedForLink(now), now);
            if (registrations.keep(seen.session(), asking, now) == WriteResult.CONFLICT) {
                return Optional.empty();
            }
            delay.note(asking);
            return firstAnswer;
        }

        private RegistrationState confirmed(RegistrationSnapshot seen, Choices choices, Instant now) {
            return new RegistrationState.Confirmed(now, false, seen.places().seat(choices.wish()));
        }

        private RegistrationState waiting(RegistrationSnapshot seen, Choices choices, Instant now) {
            return new RegistrationState.Waitlisted(now, seen.places().lastInLine() + 1, choices.wish());
        }

        /** Where the session is full no place can be held: who is accepted then waits like anybody else. */
        private RegistrationState review(RegistrationSnapshot seen, Choices choices, Instant now) {
            boolean holds = seen.session().document().signUp().admission() instanceof Admission.Reviewed rule
                    && rule.holdsPlace();
            return holds && seen.places().mayTake(choices.wish())
                    ? new RegistrationState.UnderReview(now, true, seen.places().seat(choices.wish()))
                    : new RegistrationState.UnderReview(now, false, choices.wish());
        }

        private Optional<RegisterOutcome> commit(
                RegisterOutcome answer,
                RegistrationSnapshot seen,
                Choices choices,
                RegistrationState state,
                Instant now) {
            Registration registration =
                    delay.on(signUp.registration(seen, id, secret, request, choices.answers(), state, now), now);
            if (registrations.change(RegistrationChanges.signingUp(seen, registration), now) == WriteResult.CONFLICT) {
                return Optional.empty();
            }
            delay.note(registration);
            return Optional.of(answer);
        }
    }

    /** Who was declined does not get round the organiser by asking again; who cancelled or was invited starts anew. */
    private static boolean isDecided(Registration registration) {
        return registration.isActive() || registration.state() instanceof RegistrationState.Declined;
    }
}
