package nl.samenkomst.domain.signup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;

/**
 * A sign-up as sent; {@link Choices} validates theme and answers once the session is read.
 *
 * @param language the language of letters; empty for the session's own
 * @param theme as typed
 * @param answers as typed, by question id; several choices with {@code \n} between them
 * @param also other sessions of the same series to sign up for, at any theme
 */
public record SignUp(
        Person person,
        Optional<Language> language,
        Optional<String> theme,
        Map<String, String> answers,
        List<SessionId> also) {

    public SignUp {
        answers = Map.copyOf(answers);
        also = List.copyOf(also);
    }

    /** Creates a sign-up for one session. */
    public SignUp(Person person, Optional<Language> language, Optional<String> theme, Map<String, String> answers) {
        this(person, language, theme, answers, List.of());
    }

    /** Creates a sign-up for one session without choices and answers. */
    public SignUp(Person person, Optional<Language> language) {
        this(person, language, Optional.empty(), Map.of());
    }

    /** Omits the person, to keep them out of logs. */
    @Override
    public String toString() {
        return "SignUp[…]";
    }
}
