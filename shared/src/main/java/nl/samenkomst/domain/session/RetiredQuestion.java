package nl.samenkomst.domain.session;

import nl.samenkomst.domain.TextComparison;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;

/**
 * A question that is no longer asked, whose answers are kept.
 *
 * @param id the id that it had
 * @param key the id under which its answers are kept: the same, until another question takes it
 * @param keyedIn the revision in which another question took its id, from which answers are under {@code key}; 1 if none
 */
public record RetiredQuestion(QuestionId id, QuestionId key, Revision keyedIn, String label, QuestionKind kind) {

    static RetiredQuestion of(Question question) {
        return new RetiredQuestion(question.id(), question.id(), Revision.FIRST, question.label(), question.kind());
    }

    boolean isAskedAgainBy(Question question) {
        return kind == question.kind() && TextComparison.meansTheSame(label, question.label());
    }

    RetiredQuestion keyed(QuestionId free, Revision in) {
        return new RetiredQuestion(id, free, in, label, kind);
    }
}
