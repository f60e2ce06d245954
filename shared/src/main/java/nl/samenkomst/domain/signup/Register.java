package nl.samenkomst.domain.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/**
 * Signs somebody up: with a place if there is one, otherwise at the end of the queue. One person has one registration,
 * however often and however concurrently the form is sent.
 */
public final class Register {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Optional<CalendarPeriod> confirmAddress;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /**
     * Creates the use case.
     *
     * @param confirmAddress how long an address may stay unconfirmed, where the session does not say; for ever if empty
     * @param random makes the links, so it must be a secure source
     */
    public Register(
            Registrations registrations,
            Optional<CalendarPeriod> confirmAddress,
            Clock clock,
            RandomGenerator random,
            Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.confirmAddress = confirmAddress;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    public RegisterOutcome register(SessionId session, SignUp signUp) {
        return register(session, signUp, LetterDelay.NONE, LetterCount.OPEN).outcome();
    }

    Registered register(SessionId session, SignUp signUp, LetterDelay delay, LetterCount count) {
        DeskKey key = retrier.call(registrations::deskKey);
        return retrier.call(new Request(session, SignUpRequest.of(key, session, signUp, random), delay, count));
    }

    /**
     * The result of one request.
     *
     * @param isDelayed whether a letter about the registration waits because of the request's delay
     * @param count whether the letter was counted, by this request or before it
     */
    record Registered(RegisterOutcome outcome, boolean isDelayed, LetterCount count) {}

    /** One request and the outcome of its first attempt. */
    private final class Request implements Supplier<Attempt<Registered>> {

        private final SessionId session;
        private final SignUpRequest signUp;
        private final LetterDelay delay;
        private final LetterCount count;
        private Optional<RegisterOutcome> first = Optional.empty();

        Request(SessionId session, SignUpRequest signUp, LetterDelay delay, LetterCount count) {
            this.session = session;
            this.signUp = signUp;
            this.delay = delay;
            this.count = count;
        }

        @Override
        public Attempt<Registered> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, signUp.email(), now);
            if (seen.isEmpty()) {
                return Attempt.settled(new Registered(new RegisterOutcome.UnknownSession(), false, count));
            }
            Decided<RegisterOutcome> decided =
                    SignUpDecision.decide(seen.get(), signUp, delay, count, confirmAddress, first, now);
            first = first.or(() -> Optional.of(decided.outcome()));
            Optional<Registration> stored = decided.stored().or(seen.get()::registration);
            boolean isDelayed = stored.filter(Registration::mayBeMailed)
                    .filter(delay::isInEffect)
                    .isPresent();
            LetterCount after =
                    stored.filter(one -> owesLetter(one, now)).map(count::after).orElse(count);
            return writer.write(decided.map(outcome -> new Registered(outcome, isDelayed, after)), now);
        }

        /** Returns whether it is this request that owes a letter about it, or would if the mailbox had not had enough. */
        private boolean owesLetter(Registration registration, Instant now) {
            return signUp.made(registration)
                    || registration.letters().linkAskedAt().equals(now);
        }
    }
}
