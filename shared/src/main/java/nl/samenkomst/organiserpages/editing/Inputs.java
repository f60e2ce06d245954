package nl.samenkomst.organiserpages.editing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.document.Notifications;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.draft.InputField;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Texts;

/**
 * Makes the inputs of a form from the fields of a session, with their words: {@code input.<name>} in the texts, where a
 * name is the pointer with dots and without row numbers.
 */
final class Inputs {

    private static final Texts TEXTS = EditingPage.TEXTS;

    /** Choices that are explained, and so all shown. */
    private static final Set<String> SHOWN = Set.of("/admission", SessionForm.REMINDERS_CHOICE, "/notify");

    private final Map<String, String> typed;
    private final Map<String, String> themes;
    private final List<Problem> problems;
    private final Language language;

    /**
     * Creates the inputs of a form.
     *
     * @param typed the value of each input
     * @param themes the titles of the session's themes by their ids
     */
    Inputs(Map<String, String> typed, Map<String, String> themes, List<Problem> problems, Language language) {
        this.typed = typed;
        this.themes = themes;
        this.problems = problems;
        this.language = language;
    }

    /** Returns the inputs of these fields, in order. */
    List<Input> of(List<InputField> fields) {
        return fields.stream()
                .filter(field -> !field.pointer().endsWith("/id"))
                .flatMap(this::of)
                .toList();
    }

    private Stream<Input> of(InputField field) {
        return switch (field.kind()) {
            case MOMENT ->
                Stream.of(
                        input(field.pointer() + "/date", Input.Type.DATE),
                        input(field.pointer() + "/time", Input.Type.TIME));
            case TEXT -> Stream.of(input(field.pointer(), textType(field.pointer())));
            case NUMBER -> Stream.of(input(field.pointer(), Input.Type.NUMBER));
            case FLAG -> Stream.of(input(field.pointer(), Input.Type.TICK));
            case LINES, FACILITATORS, PERIODS -> Stream.of(input(field.pointer(), Input.Type.AREA));
            case PERIOD -> Stream.of(input(field.pointer(), Input.Type.LINE));
            case CHOICE, SWITCH ->
                Stream.of(
                        input(field.pointer(), SHOWN.contains(field.pointer()) ? Input.Type.CHOICE : Input.Type.LIST));
        };
    }

    private static Input.Type textType(String pointer) {
        return switch (nameOf(pointer)) {
            case "summary", "themes.summary" -> Input.Type.AREA;
            case "contact" -> Input.Type.EMAIL;
            case "meetingLink.url", "materials.url" -> Input.Type.LINK;
            default -> Input.Type.LINE;
        };
    }

    private Input input(String name, Input.Type type) {
        String key = "input." + nameOf(name);
        String value = typed.getOrDefault(name, "");
        return new Input(
                name,
                type,
                TEXTS.text(language, key),
                optional(key + ".hint"),
                shown(name, value),
                type == Input.Type.DATE ? day(value) : Optional.empty(),
                choices(name, value),
                problem(name));
    }

    /** Returns periods in words. */
    private String shown(String name, String value) {
        return switch (nameOf(name)) {
            case "noticePeriod", "confirmAddress", "retention", "meetingLink.visibleFrom" ->
                PeriodText.of(value, language);
            case "reminders" ->
                value.lines().map(line -> PeriodText.of(line, language)).collect(Collectors.joining("\n"));
            default -> value;
        };
    }

    /** Returns a date in words, with its weekday, so that a wrong month is noticed. */
    private Optional<String> day(String value) {
        return TypedDay.parse(value).map(day -> inWords(day, language));
    }

    static String inWords(LocalDate day, Language language) {
        ZoneId anyZone = ZoneOffset.UTC;
        return Dates.day(day.atStartOfDay(anyZone), language);
    }

    private List<Input.Choice> choices(String name, String value) {
        String field = nameOf(name);
        return switch (field) {
            case "language" -> choices(field, value, Language.NL.tag(), Language.EN.tag());
            case "admission" -> choices(field, value, "open", "reviewed", "invited");
            case "reminders.choice" -> choices(field, value, "", SessionForm.OWN);
            case "notify" ->
                choices(
                        field,
                        value,
                        Stream.of(Notifications.values())
                                .map(Notifications::word)
                                .toArray(String[]::new));
            case "questions.kind" ->
                choices(
                        field,
                        value,
                        Stream.of(QuestionKind.values()).map(QuestionKind::word).toArray(String[]::new));
            case "materials.when", "questions.when" -> choices(field, value, "before", "after");
            case "questions.theme", "materials.theme" -> themes(value);
            default -> List.of();
        };
    }

    /** Returns the choices with these values; the first is chosen if none is, as it is the default. */
    private List<Input.Choice> choices(String field, String value, String... values) {
        boolean isKnown = List.of(values).contains(value);
        List<Input.Choice> choices = new ArrayList<>();
        for (String one : values) {
            String key = "choice." + field + "." + (one.isEmpty() ? "usual" : one);
            boolean chosen = one.equals(value) || (!isKnown && choices.isEmpty());
            choices.add(new Input.Choice(one, TEXTS.text(language, key), optional(key + ".hint"), chosen));
        }
        return choices;
    }

    private List<Input.Choice> themes(String value) {
        List<Input.Choice> choices = new ArrayList<>();
        choices.add(new Input.Choice("", TEXTS.text(language, "choice.theme.all"), Optional.empty(), value.isEmpty()));
        themes.forEach((id, title) -> choices.add(new Input.Choice(id, title, Optional.empty(), id.equals(value))));
        if (!value.isEmpty() && !themes.containsKey(value)) {
            choices.add(new Input.Choice(
                    value, TEXTS.text(language, "choice.theme.gone", "theme", value), Optional.empty(), true));
        }
        return choices;
    }

    private Optional<String> optional(String key) {
        return TEXTS.has(language, key) ? Optional.of(TEXTS.text(language, key)) : Optional.empty();
    }

    private String problem(String name) {
        return problems.stream()
                .filter(problem -> problem.pointer().equals(name))
                .map(problem -> sentence(problem, language))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Returns the sentence for a problem: of this form if it has its own, else that of the API. */
    static String sentence(Problem problem, Language language) {
        String key = "problem." + problem.code();
        return TEXTS.has(language, key) ? TEXTS.text(language, key) : ProblemTexts.of(problem, language);
    }

    /** Returns the label of the input with this name, with the number of its row, from 1. */
    static String label(String name, Language language) {
        String key = "input." + nameOf(name);
        String label = TEXTS.has(language, key) ? TEXTS.text(language, key) : nameOf(name);
        Optional<String> row = row(name);
        return row.map(number ->
                        TEXTS.text(language, "row." + name.substring(1, name.indexOf('/', 1)), "number", number) + ": "
                                + label)
                .orElse(label);
    }

    private static Optional<String> row(String name) {
        String[] parts = name.substring(1).split("/", 3);
        return parts.length == 3 && parts[1].chars().allMatch(Character::isDigit)
                ? Optional.of(String.valueOf(Integer.parseInt(parts[1]) + 1))
                : Optional.empty();
    }

    /** Returns the name of an input without the number of its row, with dots: {@code themes.title}. */
    static String nameOf(String pointer) {
        return pointer.substring(1).replaceAll("/\\d+(?=/|$)", "").replace('/', '.');
    }
}
