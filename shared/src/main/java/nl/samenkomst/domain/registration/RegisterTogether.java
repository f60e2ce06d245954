package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;

/**
 * Signs somebody up for a session, and for others of its series at once: each is a registration of its own with an
 * answer of its own, and one letter tells of them all. Until that letter is owed those of each wait; whoever dies in
 * between leaves waits that run out, and each leaves by itself.
 */
public final class RegisterTogether {

    /** Longer than signing up for all of them may take, and sending the letter about them. */
    static final Duration HOLD = Duration.ofMinutes(10);

    private final Register register;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;
    private final Patience patience;

    public RegisterTogether(
            Register register, Sessions sessions, Registrations registrations, Clock clock, Patience patience) {
        this.register = register;
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
        this.patience = patience;
    }

    /** Where no others are asked for, this is signing up for one session and nothing else. */
    public RegisterTogetherOutcome register(SessionId session, SignUp signUp) {
        if (signUp.also().isEmpty()) {
            return RegisterTogetherOutcome.only(register.register(session, signUp));
        }
        return refused(session, signUp.also())
                .map(RegisterTogetherOutcome::only)
                .orElseGet(() -> registerAll(session, signUp));
    }

    /** Why these cannot be asked for together, whoever asks. */
    private Optional<RegisterOutcome> refused(SessionId session, List<SessionId> also) {
        Map<SessionId, SessionDocument> documents =
                sessions
                        .find(Stream.concat(Stream.of(session), also.stream())
                                .distinct()
                                .toList())
                        .stream()
                        .map(Listing::session)
                        .filter(Session::isPublic)
                        .collect(Collectors.toMap(Session::id, Session::document));
        SessionDocument first = documents.get(session);
        if (first == null) {
            return Optional.of(new RegisterOutcome.UnknownSession());
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < also.size(); i++) {
            String pointer = "/" + SignUpForm.ALSO + "/" + i;
            whyNot(session, first, also.get(i), Optional.ofNullable(documents.get(also.get(i))))
                    .ifPresent(reason -> problems.add(new Problem(pointer, SignUpForm.ALSO, reason, Map.of())));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(new RegisterOutcome.Wrong(problems));
    }

    private static Optional<Reason> whyNot(
            SessionId session, SessionDocument first, SessionId other, Optional<SessionDocument> found) {
        if (other.equals(session)) {
            return Optional.of(Reason.DUPLICATE);
        }
        Optional<SessionDocument> ofSeries = found.filter(
                        document -> document.about().series().isPresent())
                .filter(document ->
                        document.about().series().equals(first.about().series()));
        if (ofSeries.isEmpty()) {
            return Optional.of(Reason.UNKNOWN);
        }
        return Choices.mayBeNone(ofSeries.get()) ? Optional.empty() : Optional.of(Reason.REQUIRED);
    }

    private RegisterTogetherOutcome registerAll(SessionId session, SignUp signUp) {
        Instant heldUntil = clock.instant().plus(HOLD);
        Register.Registered first = register.register(session, signUp, heldUntil);
        List<RegisterTogetherOutcome.Other> others = new ArrayList<>();
        Map<SessionId, Instant> waiting = new HashMap<>();
        if (first.outcome().isReceived()) {
            SignUp forAnother = new SignUp(signUp.person(), signUp.language());
            for (SessionId other : signUp.also()) {
                Register.Registered registered = register.register(other, forAnother, heldUntil);
                others.add(new RegisterTogetherOutcome.Other(other, registered.outcome()));
                if (registered.isHeld()) {
                    waiting.put(other, heldUntil);
                }
            }
        }
        if (first.isHeld() || !waiting.isEmpty()) {
            RegistrationId id = RegistrationId.of(session, signUp.person().email());
            patience.until(
                    new LettingGo(session, id, waiting, first.isHeld() ? Optional.of(heldUntil) : Optional.empty()));
        }
        return new RegisterTogetherOutcome(first.outcome(), others);
    }

    /** Has the letter leave that tells of all; tried until it is settled, and done once. */
    private final class LettingGo implements Supplier<Optional<Commit>> {

        private final SessionId session;
        private final RegistrationId id;
        private final Map<SessionId, Instant> others;
        private final Optional<Instant> heldUntil;
        private final Instant asked = clock.instant();

        LettingGo(SessionId session, RegistrationId id, Map<SessionId, Instant> others, Optional<Instant> heldUntil) {
            this.session = session;
            this.id = id;
            this.others = Map.copyOf(others);
            this.heldUntil = heldUntil;
        }

        @Override
        public Optional<Commit> get() {
            Instant now = clock.instant();
            Optional<Lookup> seen = registrations.find(session, id, now);
            Optional<Registration> known =
                    seen.flatMap(Lookup::registration).filter(registration -> !isDone(registration.letters()));
            if (seen.isEmpty() || known.isEmpty()) {
                return Optional.of(Commit.DONE);
            }
            Registration letGo = known.get().with(letGo(known.get().letters()));
            return registrations.keep(seen.get().session(), letGo, now) == Commit.DONE
                    ? Optional.of(Commit.DONE)
                    : Optional.empty();
        }

        /** By an earlier try whose answer was lost. */
        private boolean isDone(Correspondence letters) {
            return heldUntil.isPresent()
                    ? !letters.heldUntil().equals(heldUntil)
                    : letters.linkAskedAt().equals(asked);
        }

        /** Who is held owes a letter already; who is not had one, and is owed the own link to take the others along. */
        private Correspondence letGo(Correspondence letters) {
            return heldUntil
                    .map(letters::letGo)
                    .orElseGet(() -> letters.askedForLink(asked))
                    .tellingOf(others);
        }
    }
}
