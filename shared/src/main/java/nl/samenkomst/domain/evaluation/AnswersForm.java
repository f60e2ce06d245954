package nl.samenkomst.domain.evaluation;

import java.util.Map;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpForm;

/**
 * Answers to the questions for afterwards, as they were sent.
 *
 * @param answers by question id
 * @param isSigned whether the person's name goes with what they wrote
 */
public record AnswersForm(Map<String, String> answers, boolean isSigned) {

    /** The box to tick, or the field to set, to put one's name to what one writes. */
    public static final String SIGNED = "signed";

    public AnswersForm {
        answers = Map.copyOf(answers);
    }

    /** Parses a form post. */
    public static AnswersForm parse(Map<String, String> form) {
        return new AnswersForm(SignUpForm.answersOf(form), form.containsKey(SIGNED));
    }

    /** Parses the body of an API call; refuses unknown fields by name. */
    public static Parsed<AnswersForm> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(SignUpField.ANSWERS.word(), SIGNED));
        AnswersForm form = new AnswersForm(SignUpForm.answers(fields), fields.flag(SIGNED, false));
        return fields.problems().isEmpty() ? new Parsed.Valid<>(form) : new Parsed.Invalid<>(fields.problems());
    }

    /** Omits the answers, to keep them out of logs. */
    @Override
    public String toString() {
        return "AnswersForm[…]";
    }
}
