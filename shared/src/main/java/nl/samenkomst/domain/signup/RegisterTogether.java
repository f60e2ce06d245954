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
 * Signs a person up for a session and others of its series at once: each is a registration with an outcome of its own,
 * and one letter covers them all, and counts once to the mailbox.
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

    /** Signs up for {@code session} and, if that is received, for the others that {@code signUp} names, if any. */
    public RegisterTogetherOutcome register(SessionId session, SignUp signUp) {
        if (signUp.also().isEmpty()) {
            return RegisterTogetherOutcome.only(register.register(session, signUp));
        }
        return refused(session, signUp.also())
                .map(RegisterTogetherOutcome::only)
                .orElseGet(() -> registerAll(session, signUp));
    }

    /** Returns why these sessions cannot be combined, regardless of the person; empty if they can. */
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
            String pointer = "/" + SignUpField.ALSO.word() + "/" + i;
            whyNot(session, first, also.get(i), Optional.ofNullable(documents.get(also.get(i))))
                    .ifPresent(reason -> problems.add(new Problem(pointer, SignUpField.ALSO.word(), reason, Map.of())));
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
        Register.Registered first = register.register(session, signUp, letter.delay(), LetterCount.OPEN);
        List<RegisterTogetherOutcome.Other> others = new ArrayList<>();
        if (first.outcome().isReceived()) {
            LetterCount count = first.count();
            SignUp forAnother = new SignUp(signUp.person(), signUp.language());
            for (SessionId other : signUp.also()) {
                Register.Registered registered = register.register(other, forAnother, letter.delay(), count);
                count = registered.count();
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
