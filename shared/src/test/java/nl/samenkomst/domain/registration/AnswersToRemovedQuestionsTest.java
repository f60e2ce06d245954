package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class AnswersToRemovedQuestionsTest {

    private static final QuestionId DIET = new QuestionId("vraag-1");
    private static final QuestionId MOVED = new QuestionId("vraag-1-2");
    private static final List<String> NUTS = List.of("Pinda's");
    private static final Session ASKED = Session.published(new SessionId("reeks-1"), asking("Wat eet je niet?"), NOW);
    private static final Registration ANSWERED = withAnswers(noor(ASKED, place()), NOOR, Map.of(DIET, NUTS));

    @Test
    void staysUnderTheIdUntilAnotherQuestionTakesIt() {
        Session removed = ASKED.changed(document(), NOW);
        assertThat(removed.retiredQuestions().keptUnder(DIET).orElseThrow().label())
                .isEqualTo("Wat eet je niet?");
        Registration kept = ANSWERED.asStored(removed, NOW);
        assertThat(kept.answers().given()).isEqualTo(Map.of(DIET, NUTS));

        Session taken = removed.changed(asking("Mag je op de foto?"), NOW);
        Registration moved = kept.asStored(taken, NOW);
        assertThat(moved.answers().given()).isEqualTo(Map.of(MOVED, NUTS));
        assertThat(taken.retiredQuestions().keptUnder(MOVED).orElseThrow().label())
                .isEqualTo("Wat eet je niet?");
        assertThat(taken.retiredQuestions().keptUnder(DIET)).isEmpty();
        assertThat(moved.asStored(taken, NOW).answers()).as("once").isEqualTo(moved.answers());
    }

    @Test
    void movesAtOnceIfTheIdIsTakenInOneChange() {
        Session taken = ASKED.changed(asking("Mag je op de foto?"), NOW);
        assertThat(ANSWERED.asStored(taken, NOW).answers().given()).isEqualTo(Map.of(MOVED, NUTS));
    }

    @Test
    void staysWithAQuestionWhoseWordsAreOnlyCorrected() {
        Session corrected = ASKED.changed(asking("wat eet je niet"), NOW);
        assertThat(corrected.retiredQuestions().all()).isEmpty();
        assertThat(ANSWERED.asStored(corrected, NOW).answers().given()).isEqualTo(Map.of(DIET, NUTS));
    }

    @Test
    void comesBackWithItsQuestion() {
        Session back = ASKED.changed(document(), NOW).changed(asking("Wat eet je niet?"), NOW);
        assertThat(back.retiredQuestions().all()).isEmpty();
        assertThat(ANSWERED.asStored(back, NOW).answers().given()).isEqualTo(Map.of(DIET, NUTS));
    }

    @Test
    void isKeptApartForEachOfSeveralQuestions() {
        Session second = ASKED.changed(asking("Mag je op de foto?"), NOW);
        Registration two = withAnswers(ANSWERED.asStored(second, NOW), NOOR, Map.of(MOVED, NUTS, DIET, List.of("Ja")));
        Session third = second.changed(asking("Kom je met de trein?"), NOW);
        assertThat(two.asStored(third, NOW).answers().given())
                .isEqualTo(Map.of(MOVED, NUTS, new QuestionId("vraag-1-3"), List.of("Ja")));
    }

    @Test
    void isNotLostBySavingSomethingElse() {
        Answers other = new Answers(Map.of(new QuestionId("rol"), List.of("Beleid")));
        assertThat(other.withUnasked(ANSWERED.answers(), document()).given())
                .isEqualTo(Map.of(new QuestionId("rol"), List.of("Beleid"), DIET, NUTS));
        assertThat(other.withUnasked(ANSWERED.answers(), ASKED.document()).given())
                .as("a question that is asked was left open")
                .isEqualTo(other.given());
    }

    private static SessionDocument asking(String label) {
        return document("questions", List.of(Map.of("id", "vraag-1", "label", label)));
    }
}
