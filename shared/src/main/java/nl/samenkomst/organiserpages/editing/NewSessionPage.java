package nl.samenkomst.organiserpages.editing;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.draft.InputField;
import nl.samenkomst.organiserpages.OrganiserPage;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.ProblemTexts;

/**
 * Model of {@code newsession.jte}: the form that begins a session.
 *
 * @param typed the value of each input
 */
public record NewSessionPage(Viewer viewer, Map<String, String> typed, List<Problem> problems)
        implements OrganiserPage {

    /** What a session needs to begin with. */
    public static final List<InputField> FIELDS = List.of(
            new InputField("/title", InputField.Kind.TEXT),
            new InputField("/organiser", InputField.Kind.TEXT),
            new InputField("/start", InputField.Kind.MOMENT),
            new InputField("/end", InputField.Kind.MOMENT));

    public NewSessionPage {
        typed = Map.copyOf(typed);
        problems = Problem.first(problems);
    }

    @Override
    public String template() {
        return "editing/newsession";
    }

    @Override
    public String heading() {
        return say("new.heading");
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public String say(String key, Object... namesAndValues) {
        return EditingPage.TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns the inputs, without that for the date of the end, which is that of the start unless it is changed later. */
    public List<Input> inputs() {
        return new Inputs(typed, Map.of(), problems, language())
                .of(FIELDS).stream()
                        .filter(input -> !input.name().equals("/end/date"))
                        .toList();
    }

    public String summaryTitle() {
        return ProblemTexts.ofAll(problems, language());
    }

    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine(
                        "#" + Input.idOf(problem.pointer()),
                        Inputs.label(problem.pointer(), language()) + ": " + Inputs.sentence(problem, language())))
                .toList();
    }
}
