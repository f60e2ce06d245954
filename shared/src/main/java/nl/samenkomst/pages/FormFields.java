package nl.samenkomst.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form about one session: their values and problems. Fields have the names that a browser sends.
 *
 * @param questions those that the form asks
 */
public record FormFields(
        SessionSnapshot sessionSnapshot,
        List<Question> questions,
        Map<String, String> typed,
        List<Problem> problems,
        Language language,
        Instant now) {

    /** Creates the fields of a form that asks what the session asks at sign-up. */
    public FormFields(
            SessionSnapshot sessionSnapshot,
            Map<String, String> typed,
            List<Problem> problems,
            Language language,
            Instant now) {
        this(sessionSnapshot, sessionSnapshot.session().document().questions(), typed, problems, language, now);
    }

    /** The box to tick before a registration is erased. */
    public static final String SURE = "sure";

    /** The box to tick before somebody whose address was confirmed refuses all letters. */
    public static final String NO_MAIL = "no-mail";

    /** Fields whose element id is their name, so that the summary can link to them; answers have one too. */
    private static final Set<String> TARGETS = Stream.concat(
                    Arrays.stream(SignUpField.values())
                            .filter(SignUpField::hasElement)
                            .map(SignUpField::word),
                    Stream.of(SURE, NO_MAIL))
            .collect(Collectors.toUnmodifiableSet());

    public FormFields {
        questions = List.copyOf(questions);
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** One line of the summary above the form. */
    public record SummaryLine(String target, String sentence) {}

    /**
     * A value that can be chosen.
     *
     * @param id the element id; the field's own for its first value, so that the link in the summary leads there
     * @param isInPageLanguage whether the label is in the page's language rather than in the organiser's words
     */
    public record Option(
            String id, String value, String label, boolean isInPageLanguage, Optional<String> note, boolean chosen) {}

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Returns a field's value as typed; an empty string if there is none. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Returns every problem, with a link to the field it is about. */
    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine(target(problem), sentence(problem)))
                .toList();
    }

    public boolean isWrong(String field) {
        return problems.stream().anyMatch(problem -> fieldOf(problem).equals(field));
    }

    /** Returns the sentences about one field, separated by spaces; an empty string if nothing is wrong. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> fieldOf(problem).equals(field))
                .map(problem -> ProblemTexts.of(problem, language))
                .collect(Collectors.joining(" "));
    }

    /** Returns the value of {@code aria-describedby}: the ids of the hint and the problem; null omits the attribute. */
    public @Nullable String describedBy(String field, boolean hasHint) {
        if (!isWrong(field)) {
            return hasHint ? field + "-hint" : null;
        }
        return hasHint ? field + "-hint " + field + "-problem" : field + "-problem";
    }

    /** Returns the option for any theme, then each theme; an empty list if the session has no themes. */
    public List<Option> themes() {
        List<Theme> themes = session().document().themes();
        List<Option> options = new ArrayList<>();
        if (!themes.isEmpty()) {
            String chosen = typed(SignUpField.THEME.word());
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

    /** Returns the options of a question; an empty list if it asks for text. */
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

    /** Returns the name of the field that answers a question. */
    public static String nameOf(Question question) {
        return SignUpForm.ANSWER_PREFIX + question.id();
    }

    /** Returns the title of the theme that a question is limited to; empty if it is for everybody. */
    public Optional<String> onlyFor(Question question) {
        return question.theme().flatMap(session().document()::theme).map(Theme::title);
    }

    public String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language, key, namesAndValues);
    }

    /** Returns, in words, the places left at a theme, or that it is full or has a waiting list. */
    public String room(ThemeId theme) {
        OptionalInt left = sessionSnapshot.places().publicLeft(theme);
        if (!sessionSnapshot.places().mayTake(Optional.of(theme))) {
            return session().document().signUp().waitingList() ? say("theme.waiting-list") : say("theme.full");
        }
        return left(left);
    }

    /** Returns good if somebody who chooses the theme now gets a place there, wait if not. */
    public Tone tone(ThemeId theme) {
        return sessionSnapshot.places().mayTake(Optional.of(theme)) ? Tone.GOOD : Tone.WAIT;
    }

    /** Returns a number of places left, in words; empty stands for no limit. */
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

    /** Returns the problem's sentence, after the question if it is about an answer: the summary shows no fields. */
    private String sentence(Problem problem) {
        String sentence = ProblemTexts.of(problem, language);
        return questions.stream()
                .filter(question -> nameOf(question).equals(fieldOf(problem)))
                .findFirst()
                .map(question -> question.label() + " " + sentence)
                .orElse(sentence);
    }

    private static String target(Problem problem) {
        String field = fieldOf(problem);
        return TARGETS.contains(field) || field.startsWith(SignUpForm.ANSWER_PREFIX) ? "#" + field : "#sign-up";
    }

    private static String fieldOf(Problem problem) {
        String pointer = problem.pointer();
        return pointer.startsWith("/answers/")
                ? SignUpForm.ANSWER_PREFIX + pointer.substring("/answers/".length())
                : problem.field();
    }
}
