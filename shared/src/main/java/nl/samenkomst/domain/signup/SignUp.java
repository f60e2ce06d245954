package nl.samenkomst.domain.signup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;

/**
 * What somebody asks for with the form: to come. Which themes and questions there are, only the session knows; it is
 * asked when it is read.
 *
 * @param language the one to write in; the session's own where empty
 * @param theme as typed
 * @param answers as typed, by the id of the question; several choices with {@code \n} between them
 * @param also other sessions of the same series to come to, where any theme will do
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

    /** For one session. */
    public SignUp(Person person, Optional<Language> language, Optional<String> theme, Map<String, String> answers) {
        this(person, language, theme, answers, List.of());
    }

    /** Where nothing is chosen or asked. */
    public SignUp(Person person, Optional<Language> language) {
        this(person, language, Optional.empty(), Map.of());
    }

    /** Without the person, so that nobody reaches a log by accident. */
    @Override
    public String toString() {
        return "SignUp[…]";
    }
}
