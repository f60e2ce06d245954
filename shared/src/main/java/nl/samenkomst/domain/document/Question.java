package nl.samenkomst.domain.document;

import java.util.List;
import java.util.Optional;

/**
 * A question on the sign-up form, in the session's language.
 *
 * @param options the options to choose from; empty unless the kind is a choice
 * @param theme the theme whose participants are asked; everybody if empty
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

    /** Returns whether somebody with this choice of theme, or without one if empty, is asked this question. */
    public boolean isAskedAt(Optional<ThemeId> chosen) {
        return theme.isEmpty() || theme.equals(chosen);
    }
}
