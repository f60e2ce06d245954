package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.draft.FormPart;
import nl.samenkomst.domain.draft.InputField;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.organiserpages.SessionsTexts;
import nl.samenkomst.texts.Texts;

/** Says in words what a part of a session's form is called, and what it holds. */
final class PartText {

    /** Of a longer text the rest is left out. */
    private static final int MAX_LENGTH = 160; // code points

    private static final Texts TEXTS = EditingPage.TEXTS;

    private PartText() {}

    static String label(FormPart part, Language language) {
        if (part.isList()) {
            return TEXTS.text(language, "section." + part.section().word());
        }
        String name = part.pointer().equals("/reminders")
                ? SessionForm.REMINDERS_CHOICE
                : part.kind()
                        .filter(kind -> kind == InputField.Kind.MOMENT)
                        .map(moment -> part.pointer() + "/time")
                        .orElse(part.pointer());
        return Inputs.label(name, language);
    }

    /** Returns the value in words, of a list what each row is called; an empty string if there is none. */
    static String value(FormPart part, Map<String, String> value, Language language) {
        return cut(part.kind()
                .map(kind -> value(part.pointer(), kind, value, language))
                .orElseGet(() -> rows(part, value)));
    }

    private static String value(String pointer, InputField.Kind kind, Map<String, String> value, Language language) {
        String typed = value.getOrDefault(pointer, "");
        return switch (kind) {
            case MOMENT -> moment(pointer, value, language);
            case FLAG -> SessionsTexts.TEXTS.text(language, typed.equals(SessionForm.YES) ? "value.yes" : "value.no");
            case PERIOD -> PeriodText.of(typed, language);
            case PERIODS -> reminders(value, language);
            case LINES, FACILITATORS -> typed.lines().collect(Collectors.joining(", "));
            case CHOICE, SWITCH -> choice(pointer, typed, language);
            case TEXT, NUMBER ->
                typed.startsWith("data:") ? SessionsTexts.TEXTS.text(language, "value.picture") : typed;
        };
    }

    private static String moment(String pointer, Map<String, String> value, Language language) {
        String time = value.getOrDefault(pointer + "/time", "");
        String days = value.getOrDefault(pointer + "/date", "").replaceFirst("^\\+", "");
        if (days.isEmpty()) {
            return time;
        }
        return days.equals("1")
                ? TEXTS.text(language, "following.day-later", "time", time)
                : TEXTS.text(language, "following.days-later", "time", time, "number", days);
    }

    private static String reminders(Map<String, String> value, Language language) {
        if (!value.getOrDefault(SessionForm.REMINDERS_CHOICE, "").equals(SessionForm.OWN)) {
            return TEXTS.text(language, "choice.reminders.choice.usual");
        }
        return value.getOrDefault("/reminders", "")
                .lines()
                .map(line -> PeriodText.of(line, language))
                .collect(Collectors.joining(", "));
    }

    private static String choice(String pointer, String typed, Language language) {
        String key = "choice" + pointer.replace('/', '.') + "." + typed;
        return TEXTS.has(language, key) ? TEXTS.text(language, key) : typed;
    }

    private static String rows(FormPart part, Map<String, String> value) {
        List<String> rows = new ArrayList<>();
        value.keySet().stream()
                .flatMap(name -> number(part, name).stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(row -> rows.add(row(part.pointer() + "/" + row, value)));
        return String.join(" · ", rows);
    }

    private static Optional<Integer> number(FormPart part, String name) {
        String row = name.substring(part.pointer().length() + 1).split("/", 2)[0];
        return row.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(row)) : Optional.empty();
    }

    private static String row(String row, Map<String, String> value) {
        return Stream.of("/from/time", "/title", "/label")
                .map(name -> value.getOrDefault(row + name, ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
