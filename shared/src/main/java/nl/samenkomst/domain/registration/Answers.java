package nl.samenkomst.domain.registration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenkomst.domain.document.QuestionId;

/** What somebody answered to a session's questions: one value each, or several where several may be chosen. */
public record Answers(Map<QuestionId, List<String>> given) {

    public static final Answers NONE = new Answers(Map.of());

    /** To a question that is answered by yes or no. */
    public static final String YES = "yes";

    public static final String NO = "no";

    public Answers {
        Map<QuestionId, List<String>> ordered = new TreeMap<>();
        given.forEach((question, values) -> ordered.put(question, List.copyOf(values)));
        given = Collections.unmodifiableMap(ordered);
    }

    /** The values for one question; none where it was left open. */
    public List<String> to(QuestionId question) {
        return given.getOrDefault(question, List.of());
    }

    /** Without what was answered, so that nothing reaches a log by accident. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
