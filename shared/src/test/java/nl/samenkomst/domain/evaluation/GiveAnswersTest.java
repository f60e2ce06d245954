package nl.samenkomst.domain.evaluation;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.session.SampleSessions.QUESTIONS_AFTERWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class GiveAnswersTest {

    private static final Session ASKING = session("questions", QUESTIONS_AFTERWARDS);
    private static final Instant END = ASKING.document().when().end().toInstant();
    private static final Map<String, String> ANSWERS =
            Map.of("oordeel", "Goed", "over", "Wonen\nTaal", "weer", "", "tip", "Meer pauzes");

    private static final EvaluationAnswer GOOD =
            new EvaluationAnswer(new QuestionId("oordeel"), "Wat vond je ervan?", QuestionKind.CHOICE, List.of("Goed"));
    private static final EvaluationAnswer TWO = new EvaluationAnswer(
            new QuestionId("over"), "Waarover wil je meer?", QuestionKind.CHOICES, List.of("Wonen", "Taal"));
    private static final EvaluationAnswer BREAKS =
            new EvaluationAnswer(new QuestionId("tip"), "Heb je een tip?", QuestionKind.TEXT, List.of("Meer pauzes"));

    @Test
    void keepsAnswersApartAndRemembersOnlyThatTheyWereGiven() {
        GiveAnswers.Storing storing =
                decide(noor(ASKING, place()), ANSWERS, false).storing().orElseThrow();

        assertThat(storing.evaluated().evaluation()).hasValue(Evaluation.WITHOUT_NAME);
        assertThat(storing.answers())
                .containsExactly(
                        new UnsignedAnswers(UnsignedAnswers.What.CHOSEN, List.of(GOOD, TWO)),
                        new UnsignedAnswers(UnsignedAnswers.What.WRITTEN, List.of(BREAKS)));
    }

    @Test
    void keepsWhatIsWrittenUnderANameWithTheRegistration() {
        GiveAnswers.Storing storing =
                decide(noor(ASKING, place()), ANSWERS, true).storing().orElseThrow();

        assertThat(storing.evaluated().evaluation()).hasValue(new Evaluation(List.of(BREAKS)));
        assertThat(storing.answers())
                .containsExactly(new UnsignedAnswers(UnsignedAnswers.What.CHOSEN, List.of(GOOD, TWO)));
    }

    @Test
    void countsSomebodyWhoOnlyWrites() {
        Session writing = session("questions", List.of(Map.of("id", "tip", "label", "Tip?", "when", "after")));
        GiveAnswers.Storing storing = decide(writing, noor(writing, place()), Map.of("tip", "Geen"), false, END)
                .storing()
                .orElseThrow();

        assertThat(storing.answers())
                .extracting(UnsignedAnswers::what)
                .containsExactly(UnsignedAnswers.What.CHOSEN, UnsignedAnswers.What.WRITTEN);
    }

    @Test
    void takesAnswersOnce() {
        Registration answered = noor(ASKING, place()).evaluated(Evaluation.WITHOUT_NAME);

        assertThat(decide(answered, ANSWERS, false))
                .isEqualTo(GiveAnswers.Decision.asIs(new GiveAnswersOutcome.Given()));
    }

    @Test
    void asksOnlyPeopleWhoHadAPlaceAndWereNotMarkedAbsent() {
        for (RegistrationState state : EVERY_STATE) {
            boolean isAsked = state instanceof RegistrationState.Confirmed;
            assertThat(decide(noor(ASKING, state), ANSWERS, false).storing().isPresent())
                    .as(state.word())
                    .isEqualTo(isAsked);
        }
        Registration noor = noor(ASKING, place());
        assertThat(decide(noor.marked(Optional.of(true)), ANSWERS, false).storing())
                .isPresent();
        assertThat(decide(noor.marked(Optional.of(false)), ANSWERS, false).outcome())
                .isEqualTo(new GiveAnswersOutcome.NotAsked());
    }

    @Test
    void asksNothingBeforeTheEndOrIfTheSessionWasCancelled() {
        Registration noor = noor(ASKING, place());

        assertThat(decide(ASKING, noor, ANSWERS, false, END.minusMillis(1)).outcome())
                .isEqualTo(new GiveAnswersOutcome.NotAsked());
        assertThat(decide(ASKING.cancelled("", NOW), noor, ANSWERS, false, END).outcome())
                .isEqualTo(new GiveAnswersOutcome.NotAsked());
        Session silent = session();
        assertThat(decide(silent, noor(silent, place()), Map.of(), false, END).outcome())
                .isEqualTo(new GiveAnswersOutcome.NotAsked());
    }

    @Test
    void asksTheQuestionsOfOnesOwnThemeOnly() {
        Session themes = session(
                "themes",
                List.of(theme(BUURT), theme(WERK)),
                "questions",
                List.of(
                        Map.of("id", "buurt", "label", "Buurt?", "when", "after", "theme", "buurt", "required", true),
                        Map.of("id", "werk", "label", "Werk?", "when", "after", "theme", "werk", "required", true)));
        Registration noor = noor(themes, placeAt(BUURT));

        assertThat(decide(themes, noor, Map.of("buurt", "Goed"), false, END).storing())
                .isPresent();
        assertThat(problems(decide(themes, noor, Map.of("werk", "Goed"), false, END)))
                .containsExactlyInAnyOrder("/answers/buurt answer required", "/answers/werk answer unknown");
    }

    @Test
    void reportsEveryProblem() {
        assertThat(problems(decide(
                        noor(ASKING, place()),
                        Map.of("over", "Iets anders", "tip", "a".repeat(2_001), "kans", "x"),
                        false)))
                .containsExactlyInAnyOrder(
                        "/answers/oordeel answer required",
                        "/answers/over answer invalid",
                        "/answers/tip answer too-long",
                        "/answers/kans answer unknown");
        Session optional = session("questions", List.of(Map.of("id", "tip", "label", "Tip?", "when", "after")));
        assertThat(problems(decide(optional, noor(optional, place()), Map.of("tip", " "), true, END)))
                .containsExactly("/answers/tip evaluation required");
    }

    @Test
    void questionsForAfterwardsAreNotOnTheSignUpForm() {
        assertThat(ASKING.document().questions()).isEmpty();
        assertThat(ASKING.document().questionsAfterwards()).hasSize(4);
    }

    @Test
    void anotherLinkAnswersNothing() {
        Registration noor = noor(ASKING, place());
        OwnLink other = new OwnLink(noor.id(), LinkSecret.generate(new Random(5)));

        assertThat(Stream.of(other, noor.calendarLink())
                        .map(link -> GiveAnswers.decide(seen(ASKING, noor), link, new AnswersForm(ANSWERS, false), END)
                                .outcome()))
                .containsOnly(new GiveAnswersOutcome.UnknownLink());
    }

    @Test
    void tellsNoLogWhatPeopleSay() {
        for (boolean isSigned : new boolean[] {true, false}) {
            GiveAnswers.Storing storing =
                    decide(noor(ASKING, place()), ANSWERS, isSigned).storing().orElseThrow();
            assertThat(storing.answers() + " " + storing.evaluated())
                    .contains("EvaluationAnswer[…]", "Evaluation[…]")
                    .doesNotContain("pauzes", "Wonen");
        }
    }

    private static List<String> problems(GiveAnswers.Decision decision) {
        return decision.outcome() instanceof GiveAnswersOutcome.Invalid invalid
                ? invalid.problems().stream().map(GiveAnswersTest::written).toList()
                : List.of();
    }

    private static String written(Problem problem) {
        return problem.pointer() + " " + problem.field() + " "
                + problem.reason().word();
    }

    private static GiveAnswers.Decision decide(Registration noor, Map<String, String> answers, boolean isSigned) {
        return decide(ASKING, noor, answers, isSigned, END);
    }

    private static GiveAnswers.Decision decide(
            Session session, Registration noor, Map<String, String> answers, boolean isSigned, Instant now) {
        return GiveAnswers.decide(seen(session, noor), noor.ownLink(), new AnswersForm(answers, isSigned), now);
    }
}
