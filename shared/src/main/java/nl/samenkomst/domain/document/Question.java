package nl.samenkomst.domain.document;

import java.util.List;
import java.util.Optional;

/**
 * Something that people are asked when they sign up, in the session's language.
 *
 * @param options what to choose from; empty where nothing is chosen
 * @param theme whom it is asked: those of one theme; everybody where empty
 */
public record Question(
        QuestionId id,
        String label,
        QuestionKind kind,
        List<String> options,
        boolean required,
        Optional<ThemeId> theme) {

    public Question {
        options = List.copyOf(options);
        if (kind.isChosen() == options.isEmpty()) {
            throw new IllegalArgumentException("options go with a choice, and a choice with options");
        }
    }

    /** Whether who sits at this theme, or wants to, is asked it. */
    public boolean isAskedAt(Optional<ThemeId> chosen) {
        return theme.isEmpty() || theme.equals(chosen);
    }
}
