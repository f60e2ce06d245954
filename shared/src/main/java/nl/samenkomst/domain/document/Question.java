package nl.samenkomst.domain.document;

import java.util.List;
import java.util.Optional;

/**
 * A question on the sign-up form, or for afterwards on the own page, in the session's language.
 *
 * @param options the options to choose from; empty unless the kind is a choice
 * @param theme the theme whose participants are asked; everybody if empty
 * @param afterwards whether people are asked only once the session has ended
 */
public record Question(
        QuestionId id,
        String label,
        QuestionKind kind,
        List<String> options,
        boolean required,
        Optional<ThemeId> theme,
        boolean afterwards) {

    public Question {
        options = List.copyOf(options);
        if (kind.isChosen() == options.isEmpty()) {
            throw new IllegalArgumentException("options go with a choice, and a choice with options");
        }
    }

    /** Creates a question on the sign-up form. */
    public Question(
            QuestionId id,
            String label,
            QuestionKind kind,
            List<String> options,
            boolean required,
            Optional<ThemeId> theme) {
        this(id, label, kind, options, required, theme, false);
    }

    /** Returns whether somebody with this choice of theme, or without one if empty, is asked this question. */
    public boolean isAskedAt(Optional<ThemeId> chosen) {
        return theme.isEmpty() || theme.equals(chosen);
    }
}
