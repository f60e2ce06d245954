package nl.samenkomst.domain.registration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenkomst.domain.document.QuestionId;

/** A person's answers to a session's questions: one value each, or several if the question allows several. */
public record Answers(Map<QuestionId, List<String>> given) {

    public static final Answers NONE = new Answers(Map.of());

    /** The value of a yes-or-no question; the other is {@link #NO}. */
    public static final String YES = "yes";

    public static final String NO = "no";

    public Answers {
        Map<QuestionId, List<String>> ordered = new TreeMap<>();
        given.forEach((question, values) -> ordered.put(question, List.copyOf(values)));
        given = Collections.unmodifiableMap(ordered);
    }

    /** Returns the values for one question; an empty list if it was left open. */
    public List<String> valuesFor(QuestionId question) {
        return given.getOrDefault(question, List.of());
    }

    /** Omits the answers, to keep them out of logs. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
