package nl.samenkomst.domain.signup;

import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Answers;
import org.junit.jupiter.api.Test;

final class ChoicesTest {

    private static final SessionDocument THEMES = document("themes", List.of(theme(BUURT), theme(WERK)));
    private static final SessionDocument TEXT = asking(Map.of("id", "q", "label", "Wens"));
    private static final SessionDocument REQUIRED = asking(Map.of("id", "q", "label", "Wens", "required", true));
    private static final SessionDocument ONE_DAY =
            asking(Map.of("id", "q", "label", "Dag", "kind", "choice", "options", List.of("ma", "di")));
    private static final SessionDocument DAYS =
            asking(Map.of("id", "q", "label", "Dagen", "kind", "choices", "options", List.of("ma", "di")));
    private static final SessionDocument YES_NO = asking(Map.of("id", "q", "label", "Lunch", "kind", "yes-no"));

    @Test
    void takesTheThemeNamed() {
        assertThat(wish("werk")).contains(WERK);
    }

    @Test
    void takesAnyThemeWhereNoneIsNamed() {
        assertThat(wish("any")).isEmpty();
        assertThat(valid(Choices.check(THEMES, Optional.empty(), Map.of())).wish())
                .isEmpty();
    }

    @Test
    void refusesAThemeThatIsNotOffered() {
        assertThat(problems(Choices.check(THEMES, Optional.of("digitaal"), Map.of())))
                .containsExactly("/theme theme.unknown");
        assertThat(problems(Choices.check(TEXT, Optional.of("werk"), Map.of())))
                .containsExactly("/theme theme.useless");
    }

    /** An earlier release stored options with invisible characters, and pages send them back as they are. */
    @Test
    void takesAStoredOptionWithAnInvisibleCharacter() {
        Question question = new Question(
                new QuestionId("q"),
                "Dag",
                QuestionKind.CHOICE,
                List.of("zon\u00addag", "maandag"),
                false,
                Optional.empty());
        SessionDocument stored = new SessionDocument(
                TEXT.about(),
                TEXT.when(),
                TEXT.where(),
                TEXT.signUp(),
                TEXT.themes(),
                List.of(question),
                TEXT.programme(),
                TEXT.materials(),
                TEXT.chosenReminders(),
                TEXT.notifications(),
                TEXT.retention());

        assertThat(answers(check(stored, "zon\u00addag"))).containsExactly("zon\u00addag");
        assertThat(answers(check(stored, "zondag"))).containsExactly("zon\u00addag");
        assertThat(answers(check(stored, "maan\u200bdag"))).containsExactly("maandag");
    }

    @Test
    void requiresAnAnswer() {
        assertThat(problems(Choices.check(REQUIRED, Optional.empty(), Map.of())))
                .containsExactly("/answers/q answer.required");
        assertThat(problems(check(REQUIRED, "  "))).containsExactly("/answers/q answer.required");
    }

    @Test
    void letsAnOrganiserLeaveQuestionsOpen() {
        assertThat(valid(Choices.checkPartial(REQUIRED, Optional.empty(), Map.of()))
                        .answers())
                .isEqualTo(Answers.NONE);
    }

    @Test
    void checksWhatAnOrganiserAnswers() {
        assertThat(problems(Choices.checkPartial(ONE_DAY, Optional.empty(), Map.of("q", "wo"))))
                .containsExactly("/answers/q answer.invalid");
    }

    @Test
    void requiresAThemesAnswerOfItsOwnPeopleOnly() {
        SessionDocument document = document(
                "themes",
                List.of(theme(BUURT), theme(WERK)),
                "questions",
                List.of(Map.of("id", "q", "label", "Buurt", "required", true, "theme", "buurt")));
        assertThat(problems(Choices.check(document, Optional.of("buurt"), Map.of())))
                .containsExactly("/answers/q answer.required");
        assertThat(valid(Choices.check(document, Optional.of("werk"), Map.of())).wish())
                .contains(WERK);
    }

    @Test
    void refusesAnAnswerToAnUnknownQuestion() {
        assertThat(problems(Choices.check(TEXT, Optional.empty(), Map.of("a/b", "x"))))
                .containsExactly("/answers/a~1b answer.unknown");
    }

    @Test
    void takesOfferedOptionsOnly() {
        assertThat(answers(check(ONE_DAY, "di"))).containsExactly("di");
        assertThat(problems(check(ONE_DAY, "wo"))).containsExactly("/answers/q answer.invalid");
        assertThat(answers(check(YES_NO, "yes"))).containsExactly("yes");
        assertThat(problems(check(YES_NO, "maybe"))).containsExactly("/answers/q answer.invalid");
    }

    @Test
    void takesOneOptionUnlessSeveralMayBeChosen() {
        assertThat(answers(check(DAYS, "ma\ndi"))).containsExactly("ma", "di");
        assertThat(problems(check(ONE_DAY, "ma\ndi"))).containsExactly("/answers/q answer.invalid");
    }

    @Test
    void refusesTheSameOptionTwice() {
        assertThat(problems(check(DAYS, "ma\nma"))).containsExactly("/answers/q answer.duplicate");
    }

    @Test
    void takesATextOf2000CharactersAtMost() {
        assertThat(answers(check(TEXT, "🎉".repeat(2_000)))).hasSize(1);
        assertThat(problems(check(TEXT, "x".repeat(2_001)))).containsExactly("/answers/q answer.too-long");
        assertThat(problems(check(TEXT, "x".repeat(1_000_000)))).containsExactly("/answers/q answer.too-long");
    }

    @Test
    void refusesTooLongAChoiceAsNoneOfTheOptions() {
        assertThat(problems(check(ONE_DAY, "x".repeat(1_000_000)))).containsExactly("/answers/q answer.invalid");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(problems(check(TEXT, "a\u0007b"))).containsExactly("/answers/q answer.characters");
    }

    @Test
    void dropsWhiteSpaceAroundAnAnswer() {
        assertThat(answers(check(TEXT, " een tuin "))).containsExactly("een tuin");
    }

    @Test
    void tellsOfEveryProblemAtOnce() {
        assertThat(problems(Choices.check(REQUIRED, Optional.of("werk"), Map.of("x", "y"))))
                .containsExactly("/theme theme.useless", "/answers/x answer.unknown", "/answers/q answer.required");
    }

    @Test
    void knowsWhereNothingNeedsToBeChosen() {
        assertThat(Choices.areOptional(TEXT)).isTrue();
        assertThat(Choices.areOptional(REQUIRED)).isFalse();
    }

    private static SessionDocument asking(Map<String, Object> question) {
        return document("questions", List.of(question));
    }

    private static Parsed<Choices> check(SessionDocument document, String answer) {
        return Choices.check(document, Optional.empty(), Map.of("q", answer));
    }

    private static Optional<ThemeId> wish(String theme) {
        return valid(Choices.check(THEMES, Optional.of(theme), Map.of())).wish();
    }

    private static List<String> answers(Parsed<Choices> choices) {
        return valid(choices).answers().valuesFor(new QuestionId("q"));
    }

    private static Choices valid(Parsed<Choices> choices) {
        return switch (choices) {
            case Parsed.Valid<Choices> valid -> valid.value();
            case Parsed.Invalid<Choices> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    /** Pointer and code of each problem. */
    private static List<String> problems(Parsed<Choices> choices) {
        return switch (choices) {
            case Parsed.Valid<Choices> _ -> List.of();
            case Parsed.Invalid<Choices> invalid ->
                invalid.problems().stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList();
        };
    }
}
