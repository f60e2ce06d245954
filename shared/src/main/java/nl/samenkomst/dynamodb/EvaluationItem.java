package nl.samenkomst.dynamodb;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.evaluation.UnsignedAnswers;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Answers to the questions for afterwards in the table, {@code S#<session>} / {@code V#<128 random bits>}: without
 * anything that leads to a person, a registration or a moment. What was chosen and what was written are items of their
 * own, so that neither tells the other. What was chosen is kept like the session's numbers; what was written expires with
 * the registrations, since people may write anything.
 */
final class EvaluationItem {

    static final String SK = "V#";

    private static final int ID_BYTES = 16;

    private static final String WHAT = "what"; // S, chosen or written
    private static final String ANSWERS = "answers"; // L of M with the next four
    private static final String QUESTION = "question"; // S, id
    private static final String LABEL = "label"; // S
    private static final String KIND = "kind"; // S
    private static final String VALUES = "values"; // L of S

    private EvaluationItem() {}

    /** Returns the item under an id of its own; {@code random} must be cryptographically secure. */
    static Map<String, AttributeValue> write(Session session, UnsignedAnswers answers, RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Attributes item = Attributes.of(Keys.of(
                        Keys.session(session.id()),
                        SK + Base64.getUrlEncoder().withoutPadding().encodeToString(id)))
                .with(WHAT, answers.what().word())
                .with(ANSWERS, written(answers.answers()));
        switch (answers.what()) {
            case CHOSEN -> {}
            case WRITTEN ->
                item.with(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()));
        }
        return item.map();
    }

    static Condition all(SessionId session) {
        return Keys.beginningWith(session, SK);
    }

    /** Returns whether this lasts as long as the session does. */
    static boolean isLasting(Map<String, AttributeValue> item) {
        return !item.containsKey(Expiry.EXPIRES_AT);
    }

    static UnsignedAnswers read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new UnsignedAnswers(item.text(WHAT, UnsignedAnswers.What::of), read(item.list(ANSWERS)));
    }

    static AttributeValue written(List<EvaluationAnswer> answers) {
        return AttributeValue.fromL(answers.stream().map(EvaluationItem::answer).toList());
    }

    static List<EvaluationAnswer> read(List<Attributes> items) {
        return items.stream().map(EvaluationItem::answer).toList();
    }

    private static AttributeValue answer(EvaluationAnswer answer) {
        return AttributeValue.fromM(Attributes.none()
                .with(QUESTION, answer.question().value())
                .with(LABEL, answer.label())
                .with(KIND, answer.kind().word())
                .with(
                        VALUES,
                        AttributeValue.fromL(
                                answer.values().stream().map(Values::text).toList()))
                .map());
    }

    /** Reads an answer; one of a kind that this release does not know is in words. */
    private static EvaluationAnswer answer(Attributes item) {
        return new EvaluationAnswer(
                item.text(QUESTION, QuestionId::new),
                item.text(LABEL, ""),
                QuestionKind.of(item.text(KIND, "")).orElse(QuestionKind.TEXT),
                item.texts(VALUES));
    }
}
