package nl.samenkomst.domain.signup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Signs somebody up for a session, and for others of its series at once: each is a registration of its own with an
 * answer of its own, and one letter tells of them all.
 */
public final class RegisterTogether {

    private final Register register;
    private final Sessions sessions;
    private final BundledLetters letters;

    public RegisterTogether(
            Register register, Sessions sessions, Registrations registrations, Clock clock, Retrier retrier) {
        this.register = register;
        this.sessions = sessions;
        this.letters = new BundledLetters(registrations, clock, retrier);
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
                        .findPublic(Stream.concat(Stream.of(session), also.stream())
                                .distinct()
                                .toList())
                        .stream()
                        .map(SessionSnapshot::session)
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
        return problems.isEmpty() ? Optional.empty() : Optional.of(new RegisterOutcome.Invalid(problems));
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
        return Choices.areOptional(ofSeries.get()) ? Optional.empty() : Optional.of(Reason.REQUIRED);
    }

    private RegisterTogetherOutcome registerAll(SessionId session, SignUp signUp) {
        BundledLetter letter = letters.begin(signUp.person().email());
        Register.Registered first = register.register(session, signUp, letter.delay());
        List<RegisterTogetherOutcome.Other> others = new ArrayList<>();
        if (first.outcome().isReceived()) {
            SignUp forAnother = new SignUp(signUp.person(), signUp.language());
            for (SessionId other : signUp.also()) {
                Register.Registered registered = register.register(other, forAnother, letter.delay());
                others.add(new RegisterTogetherOutcome.Other(other, registered.outcome()));
                if (registered.isDelayed()) {
                    letter = letter.bundle(other);
                }
            }
        }
        letters.release(letter, session, first.isDelayed());
        return new RegisterTogetherOutcome(first.outcome(), others);
    }
}
