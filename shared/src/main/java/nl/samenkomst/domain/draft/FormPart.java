package nl.samenkomst.domain.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.TypedDay;

/**
 * A part of a session's form that other sessions of its series can take over as a whole: a field, a time of day, or a
 * list of rows. Days, which each session has for itself, are written as a distance from the day of the start, so that the
 * same value means the same in every session.
 *
 * @param pointer the JSON pointer to the field or the list
 */
public record FormPart(Section section, String pointer) {

    /** The link to join, which is often one session's own. */
    public static final FormPart LINK = new FormPart(Section.WHEN, "/meetingLink/url");

    /** Moments whose day is one session's own: only their time of day is a part. */
    private static final List<String> OWN_DAY = List.of("/start", "/opens", "/closes");

    /** What there is to read is about one meeting, and new material is mailed: it stays with its session. */
    private static final String MATERIALS = "/materials";

    /** The names of inputs, or the lists, that stay with one session. */
    static final List<String> STAYING = List.of("/start/date", "/opens/date", "/closes/date", MATERIALS);

    private static final String REMINDERS = "/reminders";

    /** A number of days after the day of the start, as {@link #valueIn} writes a day. */
    private static final Pattern DISTANCE = Pattern.compile("\\+(-?\\d{1,6})");

    /** A time that clocks show twice on one day, with the offset that a form then has after it. */
    private static final Pattern WITH_OFFSET =
            Pattern.compile("(?<time>\\d{1,2}[.:uh ]?\\d{0,2})\\s*[+-]\\d{2}:\\d{2}");

    /** Returns every part, in the order of the form. */
    static List<FormPart> all() {
        List<FormPart> all = new ArrayList<>();
        for (Section section : Section.values()) {
            section.fields().stream()
                    .filter(field -> field.kind() != InputField.Kind.SWITCH)
                    .forEach(field -> all.add(new FormPart(section, field.pointer())));
            section.rows()
                    .map(rows -> new FormPart(section, rows.pointer()))
                    .filter(part -> !part.pointer().equals(MATERIALS))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** Returns whether it is a list of rows, such as the themes. */
    public boolean isList() {
        return section.rows().filter(rows -> rows.pointer().equals(pointer)).isPresent();
    }

    /** Returns how its value is typed; empty for a list of rows. */
    public Optional<InputField.Kind> kind() {
        return section.fields().stream()
                .filter(field -> field.pointer().equals(pointer))
                .map(InputField::kind)
                .findFirst();
    }

    /** Returns the input with this name, or the inputs of the list with it. */
    static Map<String, String> within(String name, SessionForm form) {
        Map<String, String> found = new TreeMap<>();
        form.fields().forEach((input, value) -> {
            if (input.equals(name) || input.startsWith(name + "/")) {
                found.put(input, value);
            }
        });
        return found;
    }

    /** Returns its inputs in a session, by name; empty if that session has no such day of its own. */
    Optional<Map<String, String>> valueIn(SessionForm form) {
        Map<String, String> value = new LinkedHashMap<>();
        names(form).forEach(name -> value.put(name, shared(name, form)));
        if (OWN_DAY.contains(pointer)) {
            String time = pointer + SessionForm.TIME;
            boolean isSet = !form.value(pointer + SessionForm.DATE).isBlank()
                    && !form.value(time).isBlank();
            return isSet ? Optional.of(Map.of(time, value.getOrDefault(time, ""))) : Optional.empty();
        }
        if (pointer.equals(REMINDERS)
                && !form.value(SessionForm.REMINDERS_CHOICE).equals(SessionForm.OWN)) {
            value.put(REMINDERS, "");
        }
        return Optional.of(value);
    }

    private Stream<String> names(SessionForm form) {
        if (isList()) {
            return form.fields().keySet().stream()
                    .filter(name -> name.startsWith(pointer + "/"))
                    .sorted();
        }
        Stream<String> names = section.fields().stream()
                .filter(field -> field.pointer().equals(pointer))
                .flatMap(field -> field.names().stream());
        return pointer.equals(REMINDERS) ? Stream.concat(Stream.of(SessionForm.REMINDERS_CHOICE), names) : names;
    }

    /** Returns the section of a session with this value in it. */
    Map<String, String> put(Map<String, String> value, SessionForm form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fieldsOf(section));
        if (isList()) {
            fields.keySet().removeIf(name -> name.startsWith(pointer + "/"));
        }
        value.forEach((name, shared) -> fields.put(name, own(name, shared, form)));
        return fields;
    }

    /** Returns an input's value without what is one session's own. */
    private static String shared(String name, SessionForm form) {
        String typed = form.value(name);
        if (isOfMoment(name, SessionForm.TIME)) {
            Matcher found = WITH_OFFSET.matcher(typed);
            return found.matches() ? found.group("time").strip() : typed;
        }
        return isOfMoment(name, SessionForm.DATE)
                ? TypedDay.parse(typed)
                        .flatMap(day -> dayOfStart(form).map(start -> distance(start, day)))
                        .orElse(typed)
                : typed;
    }

    private static String distance(LocalDate start, LocalDate day) {
        long days = ChronoUnit.DAYS.between(start, day);
        return days == 0 ? "" : "+" + days;
    }

    private static String own(String name, String shared, SessionForm form) {
        Matcher distance = DISTANCE.matcher(shared);
        return isOfMoment(name, SessionForm.DATE) && distance.matches()
                ? dayOfStart(form)
                        .flatMap(start -> later(start, Long.parseLong(distance.group(1))))
                        .map(LocalDate::toString)
                        .orElse("")
                : shared;
    }

    private static Optional<LocalDate> later(LocalDate start, long days) {
        try {
            return Optional.of(start.plusDays(days));
        } catch (DateTimeException beyondTheCalendar) {
            return Optional.empty();
        }
    }

    private static boolean isOfMoment(String name, String end) {
        return name.endsWith(end) && (isDayOfSession(name) || name.startsWith("/programme/"));
    }

    private static boolean isDayOfSession(String name) {
        return name.startsWith("/end/") || OWN_DAY.stream().anyMatch(pointer -> name.startsWith(pointer + "/"));
    }

    private static Optional<LocalDate> dayOfStart(SessionForm form) {
        return TypedDay.parse(form.value("/start" + SessionForm.DATE));
    }
}
