package nl.samenkomst.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.SignUpForm;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Question;
import nl.samenkomst.domain.session.QuestionKind;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form about one session: what stands in each, and what is wrong with it. Names of fields are those that
 * a browser sends.
 */
public record FormFields(
        Listing listing, Map<String, String> typed, List<Problem> problems, Language language, Instant now) {

    /** Those whose own name is where to go to mend them, beside the answers. */
    private static final Set<String> TARGETS = Set.of("name", "email", "organisation", "theme", "also", "sure");

    public FormFields {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** One line of the summary above the form. */
    public record SummaryLine(String target, String sentence) {}

    /**
     * A value that can be chosen.
     *
     * @param id the field's own for the first value of it, for who comes from the summary
     * @param isOurs whether the label is in the page's language, and not in the organiser's words
     */
    public record Option(
            String id, String value, String label, boolean isOurs, Optional<String> note, boolean chosen) {}

    public Session session() {
        return listing.session();
    }

    /** What stands in a field; nothing where nothing was typed. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Everything that is wrong, each with the field to mend it in. */
    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine(target(problem), sentence(problem)))
                .toList();
    }

    public boolean isWrong(String field) {
        return problems.stream().anyMatch(problem -> fieldOf(problem).equals(field));
    }

    /** Everything that is wrong with one field. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> fieldOf(problem).equals(field))
                .map(problem -> ProblemTexts.of(problem, language))
                .collect(Collectors.joining(" "));
    }

    /** The ids of the notes beside a field; null, which leaves the attribute out, where it has none. */
    public @Nullable String describedBy(String field, boolean hasHint) {
        if (!isWrong(field)) {
            return hasHint ? field + "-hint" : null;
        }
        return hasHint ? field + "-hint " + field + "-problem" : field + "-problem";
    }

    /** The themes to choose from, and first that any will do; nothing where there are none. */
    public List<Option> themes() {
        List<Theme> themes = session().document().themes();
        List<Option> options = new ArrayList<>();
        if (!themes.isEmpty()) {
            String chosen = typed("theme");
            boolean any = chosen.isEmpty() || chosen.equals(ThemeId.ANY);
            options.add(new Option("theme", ThemeId.ANY, say("form.theme.any"), true, Optional.empty(), any));
            for (Theme theme : themes) {
                String id = theme.id().value();
                options.add(new Option(
                        "theme-" + id, id, theme.title(), false, Optional.of(room(theme.id())), chosen.equals(id)));
            }
        }
        return options;
    }

    /** What to choose from in answer to a question. */
    public List<Option> options(Question question) {
        return switch (question.kind()) {
            case TEXT -> List.of();
            case CHOICE, CHOICES ->
                options(
                        question,
                        question.options().stream()
                                .map(option -> Map.entry(option, option))
                                .toList());
            case YES_NO ->
                options(
                        question,
                        List.of(Map.entry(Answers.YES, say("form.yes")), Map.entry(Answers.NO, say("form.no"))));
        };
    }

    /** How the field is called that answers a question. */
    public static String nameOf(Question question) {
        return SignUpForm.ANSWER + question.id();
    }

    /** The title of the theme whose people a question is for; nothing where it is for everybody. */
    public Optional<String> onlyFor(Question question) {
        return question.theme().flatMap(session().document()::theme).map(Theme::title);
    }

    public String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language, key, namesAndValues);
    }

    /** How many places a theme has left, in words. */
    public String room(ThemeId theme) {
        OptionalInt left = listing.places().left(theme);
        if (!listing.places().mayTake(Optional.of(theme))) {
            return session().document().signUp().waitingList() ? say("theme.waiting-list") : say("theme.full");
        }
        return left(left);
    }

    /** Whether somebody who chooses a theme now has a place there. */
    public Tone tone(ThemeId theme) {
        return listing.places().mayTake(Optional.of(theme)) ? Tone.GOOD : Tone.WAIT;
    }

    /** How many places there are, in words. */
    String left(OptionalInt left) {
        if (left.isEmpty()) {
            return say("theme.open");
        }
        return left.getAsInt() == 1 ? say("theme.one-left") : say("theme.left", "places", left.getAsInt());
    }

    private List<Option> options(Question question, List<Map.Entry<String, String>> valuesAndLabels) {
        String name = nameOf(question);
        Set<String> chosen = typed(name).lines().collect(Collectors.toSet());
        List<Option> options = new ArrayList<>();
        for (Map.Entry<String, String> value : valuesAndLabels) {
            String id = options.isEmpty() ? name : name + "-" + options.size();
            options.add(new Option(
                    id,
                    value.getKey(),
                    value.getValue(),
                    question.kind() == QuestionKind.YES_NO,
                    Optional.empty(),
                    chosen.contains(value.getKey())));
        }
        return options;
    }

    /** Names the question: who reads the summary alone does not see which field it is. */
    private String sentence(Problem problem) {
        String sentence = ProblemTexts.of(problem, language);
        return session().document().questions().stream()
                .filter(question -> nameOf(question).equals(fieldOf(problem)))
                .findFirst()
                .map(question -> question.label() + " " + sentence)
                .orElse(sentence);
    }

    private static String target(Problem problem) {
        String field = fieldOf(problem);
        return TARGETS.contains(field) || field.startsWith(SignUpForm.ANSWER) ? "#" + field : "#sign-up";
    }

    private static String fieldOf(Problem problem) {
        String pointer = problem.pointer();
        return pointer.startsWith("/answers/")
                ? SignUpForm.ANSWER + pointer.substring("/answers/".length())
                : problem.field();
    }
}
