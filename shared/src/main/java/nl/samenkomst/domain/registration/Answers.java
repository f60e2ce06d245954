package nl.samenkomst.domain.registration;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.RetiredQuestion;
import nl.samenkomst.domain.session.RetiredQuestions;
import nl.samenkomst.domain.session.Revision;

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

    /**
     * Returns these answers where the session keeps them: those to a question whose id another question took since are
     * under the key of the former.
     *
     * @param computedIn the revision of the session for which they were given or last moved
     */
    Answers movedFor(RetiredQuestions retired, Revision computedIn) {
        Map<QuestionId, List<String>> moved = new HashMap<>(given);
        for (RetiredQuestion question : retired.all()) {
            List<String> values = computedIn.isBefore(question.keyedIn()) ? moved.remove(question.id()) : null;
            if (values != null) {
                moved.put(question.key(), values);
            }
        }
        return moved.equals(given) ? this : new Answers(moved);
    }

    /** Returns these answers with those of others to questions that the document does not ask. */
    public Answers withUnasked(Answers others, SessionDocument document) {
        Map<QuestionId, List<String>> all = new HashMap<>(given);
        others.given.forEach((question, values) -> {
            boolean isAsked =
                    document.questions().stream().anyMatch(asked -> asked.id().equals(question));
            if (!isAsked) {
                all.put(question, values);
            }
        });
        return new Answers(all);
    }

    /** Omits the answers, to keep them out of logs. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
