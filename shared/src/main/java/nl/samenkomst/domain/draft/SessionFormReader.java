package nl.samenkomst.domain.draft;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.TypedPeriod;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session document from the inputs of its form: turns what people type into what {@link SessionDocumentFields}
 * parses, whose rules, limits and problems are those of the API.
 */
final class SessionFormReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** A time with the offset that says which of two equal times is meant, on the day on which clocks go back. */
    private static final Pattern WITH_OFFSET = Pattern.compile("(?<time>.+?)\\s*(?<offset>[+-]\\d{2}:\\d{2})");

    private final Map<String, String> fields;
    private final List<Problem> problems = new ArrayList<>();

    /** The pointers of values that were typed but cannot be read. */
    private final Set<String> unread = new HashSet<>();

    private final ZoneId zone;
    private final Optional<LocalDate> day;

    SessionFormReader(Map<String, String> fields) {
        this.fields = fields;
        String name = value("/timeZone").strip();
        this.zone = ZoneId.of(ZoneId.getAvailableZoneIds().contains(name) ? name : "Europe/Amsterdam");
        this.day = TypedDay.parse(value("/start" + SessionForm.DATE));
    }

    Parsed<SessionDocument> read() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            section.fields().stream()
                    .filter(field -> field.kind() != InputField.Kind.SWITCH)
                    .forEach(field -> put(tree, field.pointer(), read(field)));
            section.rows().ifPresent(rows -> put(tree, rows.pointer(), read(rows)));
        }
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> valid -> problems.isEmpty() ? valid : new Parsed.Invalid<>(problems);
            case Parsed.Invalid<SessionDocument> invalid -> new Parsed.Invalid<>(all(invalid.problems()));
        };
    }

    /** Returns whether the moment with this pointer is on the day of the session's start unless another is typed. */
    static boolean isOnDayOfStart(String pointer) {
        return pointer.equals("/end") || pointer.startsWith("/programme/");
    }

    private String value(String name) {
        return fields.getOrDefault(name, "");
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> tree, String pointer, @Nullable Object value) {
        int end = pointer.indexOf('/', 1);
        if (end < 0) {
            tree.put(pointer.substring(1), value);
        } else {
            Object inner = tree.computeIfAbsent(pointer.substring(1, end), name -> new LinkedHashMap<>());
            put((Map<String, @Nullable Object>) inner, pointer.substring(end), value);
        }
    }

    private List<Map<String, @Nullable Object>> read(Rows rows) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (int row : rows.in(fields)) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (InputField field : rows.fields()) {
                object.put(field.pointer().substring(1), read(field.in(rows.at(row))));
            }
            objects.add(object);
        }
        return objects;
    }

    private @Nullable Object read(InputField field) {
        String typed = value(field.pointer());
        return switch (field.kind()) {
            case TEXT, CHOICE, SWITCH -> typed.isBlank() ? null : typed;
            case FLAG -> fields.containsKey(field.pointer()) ? (Object) typed.equals(SessionForm.YES) : null;
            case NUMBER -> number(typed);
            case PERIOD -> typed.isBlank() ? null : period(typed);
            case PERIODS ->
                value(SessionForm.REMINDERS_CHOICE).equals(SessionForm.OWN)
                        ? SessionForm.lines(typed).stream()
                                .map(SessionFormReader::period)
                                .toList()
                        : null;
            case LINES -> SessionForm.lines(typed);
            case FACILITATORS -> FacilitatorLines.read(typed);
            case MOMENT -> moment(field.pointer()).orElse(null);
        };
    }

    private static @Nullable Object number(String typed) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return null;
        }
        return NUMBER.matcher(digits).matches() ? (Object) Integer.valueOf(digits) : digits;
    }

    /** Returns the period as ISO 8601, or what was typed if it is none. */
    private static String period(String typed) {
        return TypedPeriod.parse(typed).map(CalendarPeriod::toString).orElse(typed);
    }

    private Optional<String> moment(String pointer) {
        String typedDay = value(pointer + SessionForm.DATE);
        String typedTime = value(pointer + SessionForm.TIME);
        if (typedDay.isBlank() && typedTime.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = date(pointer, typedDay);
        Optional<String> moment = time(pointer, typedTime, date);
        if (moment.isEmpty()) {
            unread.add(pointer);
        }
        return moment;
    }

    private Optional<LocalDate> date(String pointer, String typed) {
        if (typed.isBlank() && isOnDayOfStart(pointer)) {
            return day;
        }
        Optional<LocalDate> date = TypedDay.parse(typed);
        if (date.isEmpty()) {
            problem(pointer, SessionForm.DATE, typed.isBlank() ? Reason.REQUIRED : Reason.INVALID, "3-12-2026");
        }
        return date;
    }

    private Optional<String> time(String pointer, String typed, Optional<LocalDate> date) {
        Matcher found = WITH_OFFSET.matcher(typed.strip());
        boolean hasOffset = found.matches();
        Optional<LocalTime> time = TypedTime.parse(hasOffset ? found.group("time") : typed);
        if (time.isEmpty()) {
            problem(pointer, SessionForm.TIME, typed.isBlank() ? Reason.REQUIRED : Reason.INVALID, "15:00");
            return Optional.empty();
        }
        return date.map(known -> {
            LocalDateTime local = known.atTime(time.get());
            // A time that clocks skip gets the offset of before, which the parser refuses with the one that it expects.
            String offset = hasOffset
                    ? found.group("offset")
                    : zone.getRules().getOffset(local).getId();
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local) + offset;
        });
    }

    private void problem(String pointer, String input, Reason reason, String expected) {
        String field = pointer.substring(1).replaceAll("/\\d+/", ".") + input.replace('/', '.');
        problems.add(new Problem(pointer + input, field, reason, Map.of("expected", expected)));
    }

    /** Returns all problems in the order of the form, each with the name of its input. */
    private List<Problem> all(List<Problem> parsed) {
        Stream<Problem> others = parsed.stream()
                .filter(problem -> problem.reason() != Reason.REQUIRED || !unread.contains(problem.pointer()))
                .map(problem -> new Problem(
                        input(problem.pointer(), problem.reason()),
                        problem.field(),
                        problem.reason(),
                        problem.values()));
        return Problem.first(Stream.concat(problems.stream(), others).distinct().toList());
    }

    /** Returns the name of the input for the value with this pointer; the pointer itself if no input has it. */
    private static String input(String pointer, Reason reason) {
        for (Section section : Section.values()) {
            for (InputField field : section.fields()) {
                if (pointer.equals(field.pointer()) || pointer.startsWith(field.pointer() + "/")) {
                    return input(field, reason);
                }
            }
            Optional<Rows> rows = section.rows().filter(list -> pointer.startsWith(list.pointer() + "/"));
            if (rows.isPresent()) {
                return inputInRow(rows.get(), pointer, reason);
            }
        }
        return pointer;
    }

    private static String inputInRow(Rows rows, String pointer, Reason reason) {
        int end = pointer.indexOf('/', rows.pointer().length() + 1);
        String row = end < 0 ? pointer : pointer.substring(0, end);
        return rows.fields().stream()
                .map(field -> field.in(row))
                .filter(field -> pointer.equals(field.pointer()) || pointer.startsWith(field.pointer() + "/"))
                .findFirst()
                .map(field -> input(field, reason))
                .orElse(pointer);
    }

    /** A moment that is missing or out of range is a matter of its date; anything else of its time. */
    private static String input(InputField field, Reason reason) {
        if (field.kind() != InputField.Kind.MOMENT) {
            return field.pointer();
        }
        boolean isDate = reason == Reason.REQUIRED || reason == Reason.OUT_OF_RANGE;
        return field.pointer() + (isDate && !isOnDayOfStart(field.pointer()) ? SessionForm.DATE : SessionForm.TIME);
    }
}
