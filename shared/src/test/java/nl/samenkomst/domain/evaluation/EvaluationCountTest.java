package nl.samenkomst.domain.evaluation;

import static nl.samenkomst.domain.session.SampleSessions.QUESTIONS_AFTERWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.Words;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import org.junit.jupiter.api.Test;

class EvaluationCountTest {

    private static final SessionDocument DOCUMENT = SampleDocuments.document("questions", QUESTIONS_AFTERWARDS);

    @Test
    void showsNothingOfAQuestionBeforeItHasFiveAnswers() {
        EvaluationCount count = new EvaluationCount();
        for (int people = 1; people <= 6; people++) {
            count.add(chosen(answer("oordeel", "Goed")));
            count.add(written(answer("tip", "Tip " + people)));
            EvaluationResults results = count.results(DOCUMENT);

            assertThat(results.people()).isEqualTo(people);
            assertThat(results.areEnough()).isEqualTo(people >= 5);
            assertThat(results.questions().getFirst().answers()).isEqualTo(people);
            assertThat(results.questions().getFirst().counts().isEmpty()).isEqualTo(people < 5);
            assertThat(results.questions().getLast().words().isEmpty()).isEqualTo(people < 5);
        }
        count.add(chosen(answer("weer", "yes")));
        QuestionResults fewer = count.results(DOCUMENT).questions().get(2);
        assertThat(fewer.answers()).isEqualTo(1);
        assertThat(fewer.counts()).as("though seven people answered something").isEmpty();
    }

    @Test
    void countsEveryOptionInItsOrder() {
        EvaluationCount count = new EvaluationCount();
        for (int i = 0; i < 5; i++) {
            count.add(chosen(answer("over", "Taal", "Wonen"), answer("weer", i == 0 ? "no" : "yes")));
        }
        count.add(chosen(answer("over", "Zingeving")));
        List<QuestionResults> questions = count.results(DOCUMENT).questions();

        assertThat(questions.get(1).counts())
                .containsExactly(
                        new OptionCount("Wonen", 5),
                        new OptionCount("Geld", 0),
                        new OptionCount("Taal", 5),
                        new OptionCount("Zingeving", 1));
        assertThat(questions.get(2).counts()).containsExactly(new OptionCount("yes", 4), new OptionCount("no", 1));
    }

    /** The order does not tell who answered first. */
    @Test
    void showsWordsByTheAlphabetWithANameOnlyIfItWasPutThere() {
        EvaluationCount unsigned = new EvaluationCount();
        EvaluationCount signed = new EvaluationCount();
        for (String words : List.of("Zo goed", "ander tempo", "Meer pauzes", "Bedankt")) {
            unsigned.add(chosen());
            unsigned.add(written(answer("tip", words)));
        }
        unsigned.add(chosen());
        signed.add(new Evaluation(List.of(answer("tip", "Langer"))), "Noor");

        assertThat(unsigned.with(signed).results(DOCUMENT).questions().getLast().words())
                .containsExactly(
                        words("ander tempo"),
                        words("Bedankt"),
                        new Words("Langer", Optional.of("Noor")),
                        words("Meer pauzes"),
                        words("Zo goed"));
    }

    /** Otherwise its answers would stand under a question that nobody asked. */
    @Test
    void aQuestionInOtherWordsIsAnotherQuestion() {
        EvaluationCount count = new EvaluationCount();
        for (int i = 0; i < 5; i++) {
            count.add(chosen(answer("oordeel", "Goed")));
        }
        List<Map<String, Object>> others = new ArrayList<>(QUESTIONS_AFTERWARDS.subList(1, 4));
        others.addFirst(Map.of(
                "id",
                "oordeel",
                "label",
                "Hoe was de zaal?",
                "kind",
                "choice",
                "options",
                List.of("A", "B"),
                "when",
                "after"));
        SessionDocument corrected = SampleDocuments.document(
                "questions",
                List.of(Map.of(
                        "id",
                        "oordeel",
                        "label",
                        "Wat vond je er van",
                        "kind",
                        "choice",
                        "options",
                        List.of("Goed", "Slecht"),
                        "when",
                        "after")));

        List<QuestionResults> changed =
                count.results(SampleDocuments.document("questions", others)).questions();
        assertThat(changed.getFirst().answers()).isZero();
        assertThat(changed.getLast().isAsked()).isFalse();
        assertThat(changed.getLast().label()).isEqualTo("Wat vond je ervan?");
        assertThat(changed.getLast().counts()).containsExactly(new OptionCount("Goed", 5));
        assertThat(count.results(corrected).questions())
                .extracting(QuestionResults::isAsked)
                .containsExactly(true, false);
    }

    @Test
    void keepsNoMoreWordsThanAResponseHolds() {
        EvaluationCount count = new EvaluationCount();
        int texts = EvaluationCount.MAX_WORDS_KEPT / 2_000 + 3;
        for (int i = 0; i < texts; i++) {
            count.add(written(answer("tip", "a".repeat(2_000))));
        }
        QuestionResults tips = count.results(DOCUMENT).questions().getLast();

        assertThat(tips.answers()).isEqualTo(texts);
        assertThat(tips.wordsNotKept()).isEqualTo(3);
    }

    private static Words words(String text) {
        return new Words(text, Optional.empty());
    }

    private static UnsignedAnswers chosen(EvaluationAnswer... answers) {
        return new UnsignedAnswers(UnsignedAnswers.What.CHOSEN, List.of(answers));
    }

    private static UnsignedAnswers written(EvaluationAnswer... answers) {
        return new UnsignedAnswers(UnsignedAnswers.What.WRITTEN, List.of(answers));
    }

    private static EvaluationAnswer answer(String id, String... values) {
        Question question = DOCUMENT.questionsAfterwards().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return EvaluationAnswer.of(question, List.of(values));
    }
}
