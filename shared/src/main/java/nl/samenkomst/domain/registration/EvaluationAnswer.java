package nl.samenkomst.domain.registration;

import java.util.List;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;

/**
 * An answer to a question for afterwards, with the question as it was asked: so it never appears under another one that
 * has the same id since.
 *
 * @param values what was chosen or written; several only if the question takes any number of options
 */
public record EvaluationAnswer(QuestionId question, String label, QuestionKind kind, List<String> values) {

    public EvaluationAnswer {
        values = List.copyOf(values);
    }

    public static EvaluationAnswer of(Question question, List<String> values) {
        return new EvaluationAnswer(question.id(), question.label(), question.kind(), values);
    }

    /** Returns whether this is in the person's own words, rather than chosen. */
    public boolean isWords() {
        return kind == QuestionKind.TEXT;
    }

    /** Omits the answer, to keep it out of logs. */
    @Override
    public String toString() {
        return "EvaluationAnswer[…]";
    }
}
