package nl.samenkomst.organiserpages.editing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.SeriesDates;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.ProblemTexts;

/**
 * Model of {@code copy.jte}: the form that copies a session to one day or several.
 *
 * @param typed the value of each input
 */
public record CopyPage(Viewer viewer, DraftedSession drafted, Map<String, String> typed, List<Problem> problems)
        implements EditingPage {

    public CopyPage {
        typed = Map.copyOf(typed);
        problems = Problem.first(problems);
    }

    @Override
    public String template() {
        return "editing/copy";
    }

    @Override
    public String heading() {
        return say("copy.heading");
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public String summaryTitle() {
        return ProblemTexts.ofAll(problems, language());
    }

    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine("#" + problem.field(), sentence(problem)))
                .toList();
    }

    private String sentence(Problem problem) {
        return say("problem.copy." + problem.code());
    }

    /** Returns the inputs that every copy needs. */
    public List<Input> inputs() {
        return List.of(
                input("title", Input.Type.LINE), input("series", Input.Type.LINE), input("days", Input.Type.AREA));
    }

    /** Returns the inputs from which days are proposed. */
    public List<Input> rule() {
        return List.of(
                input("first", Input.Type.DATE), input("every", Input.Type.LIST), input("number", Input.Type.NUMBER));
    }

    /** Returns a day in words, as the form reads it back. */
    public static String inWords(LocalDate day, Language language) {
        return Inputs.inWords(day, language);
    }

    private Input input(String name, Input.Type type) {
        String hint = "copy." + name + ".hint";
        String value = typed.getOrDefault("/" + name, "");
        return new Input(
                "/" + name,
                type,
                say("copy." + name),
                TEXTS.has(language(), hint) ? Optional.of(say(hint)) : Optional.empty(),
                value,
                Optional.empty(),
                type == Input.Type.LIST ? choices(value) : List.of(),
                problems.stream()
                        .filter(problem -> problem.field().equals(name))
                        .map(this::sentence)
                        .findFirst()
                        .orElse(""));
    }

    private List<Input.Choice> choices(String value) {
        return Arrays.stream(SeriesDates.Every.values())
                .map(one -> new Input.Choice(
                        one.word(),
                        say("copy.every." + one.word()),
                        Optional.empty(),
                        one.word().equals(value)))
                .toList();
    }
}
