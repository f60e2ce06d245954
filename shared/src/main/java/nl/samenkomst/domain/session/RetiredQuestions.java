package nl.samenkomst.domain.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;

/**
 * The questions that a session no longer asks, so that their answers never appear under another question.
 *
 * @param all in the order in which they were removed, at most {@value #MAX}
 */
public record RetiredQuestions(List<RetiredQuestion> all) {

    public static final RetiredQuestions NONE = new RetiredQuestions(List.of());

    /** Bounds the session's item, which every request reads. */
    static final int MAX = 50;

    public RetiredQuestions {
        all = List.copyOf(all);
    }

    /** Returns the question whose answers are kept under this id; empty if there is none. */
    public Optional<RetiredQuestion> keptUnder(QuestionId key) {
        return all.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /** Returns the retired questions after the next revision of a session changed its document. */
    RetiredQuestions after(SessionDocument before, SessionDocument after, Revision next) {
        List<RetiredQuestion> retired = new ArrayList<>(all);
        for (Question question : before.questions()) {
            RetiredQuestion gone = RetiredQuestion.of(question);
            boolean isAsked = after.questions().stream()
                    .anyMatch(other -> other.id().equals(question.id()) && gone.isAskedAgainBy(other));
            if (!isAsked) {
                retired.add(gone);
            }
        }
        for (Question question : after.questions()) {
            for (int i = retired.size() - 1; i >= 0; i--) {
                RetiredQuestion known = retired.get(i);
                if (known.key().equals(question.id())) {
                    if (known.isAskedAgainBy(question)) {
                        retired.remove(i);
                    } else {
                        retired.set(i, known.keyed(free(question.id(), before, after, retired), next));
                    }
                }
            }
        }
        return new RetiredQuestions(retired.subList(Math.max(0, retired.size() - MAX), retired.size()));
    }

    /** Returns the first of {@code id-2}, {@code id-3}, … that no question has or had. */
    private static QuestionId free(
            QuestionId id, SessionDocument before, SessionDocument after, List<RetiredQuestion> retired) {
        Set<QuestionId> taken = new HashSet<>();
        before.allQuestions().forEach(question -> taken.add(question.id()));
        after.allQuestions().forEach(question -> taken.add(question.id()));
        retired.forEach(question -> taken.add(question.key()));
        int number = 2;
        while (taken.contains(new QuestionId(id + "-" + number))) {
            number++;
        }
        return new QuestionId(id + "-" + number);
    }
}
