package nl.samenkomst.domain.draft;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import org.jspecify.annotations.Nullable;

/** Writes a session document as the inputs of its form. */
final class SessionFormWriter {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ZoneId zone;
    private final LocalDate day;

    private SessionFormWriter(SessionDocument document) {
        this.zone = document.when().zone();
        this.day = document.when().start().toLocalDate();
    }

    static Map<String, String> write(SessionDocument document) {
        SessionFormWriter writer = new SessionFormWriter(document);
        Map<String, @Nullable Object> tree = SessionDocumentFields.write(document);
        for (Section section : Section.values()) {
            section.fields().forEach(field -> writer.write(field, at(tree, field.pointer())));
            section.rows().ifPresent(rows -> writer.write(rows, at(tree, rows.pointer())));
        }
        writer.fields.put(
                SessionForm.REMINDERS_CHOICE, document.chosenReminders().isPresent() ? SessionForm.OWN : "");
        return writer.fields;
    }

    private static @Nullable Object at(Map<?, ?> tree, String pointer) {
        Object value = tree;
        for (String name : pointer.substring(1).split("/", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    private void write(Rows rows, @Nullable Object value) {
        List<?> objects = value instanceof List<?> list ? list : List.of();
        for (int i = 0; i < objects.size(); i++) {
            Map<?, ?> object = (Map<?, ?>) objects.get(i);
            for (InputField field : rows.fields()) {
                write(field.in(rows.at(i)), at(object, field.pointer()));
            }
        }
    }

    private void write(InputField field, @Nullable Object value) {
        switch (field.kind()) {
            case TEXT, CHOICE, SWITCH, NUMBER -> fields.put(field.pointer(), text(value));
            case PERIOD -> fields.put(field.pointer(), period(field.pointer(), text(value)));
            case FLAG -> fields.put(field.pointer(), Boolean.TRUE.equals(value) ? SessionForm.YES : SessionForm.NO);
            case LINES, PERIODS -> fields.put(field.pointer(), lines(value));
            case FACILITATORS ->
                fields.put(field.pointer(), value instanceof List<?> people ? FacilitatorLines.write(people) : "");
            case MOMENT ->
                writeMoment(field.pointer(), Optional.ofNullable(value).map(Object::toString));
        }
    }

    /** Leaves out the date of the session's start where that is the default. */
    private void writeMoment(String pointer, Optional<String> written) {
        Optional<LocalDateTime> moment =
                written.map(text -> OffsetDateTime.parse(text).toLocalDateTime());
        fields.put(
                pointer + SessionForm.DATE,
                moment.map(LocalDateTime::toLocalDate)
                        .filter(date -> !SessionFormReader.isOnDayOfStart(pointer) || !date.equals(day))
                        .map(LocalDate::toString)
                        .orElse(""));
        fields.put(pointer + SessionForm.TIME, written.map(this::time).orElse(""));
    }

    /** Returns the time; with its offset if clocks show it twice that day and this is the second time. */
    private String time(String written) {
        OffsetDateTime moment = OffsetDateTime.parse(written);
        String time = moment.toLocalTime().toString();
        boolean isFirst = moment.toLocalDateTime().atZone(zone).getOffset().equals(moment.getOffset());
        return isFirst ? time : time + " " + moment.getOffset();
    }

    /** Leaves out a notice period of none, which is the default; elsewhere none is something else than empty. */
    private static String period(String pointer, String written) {
        return pointer.equals("/noticePeriod") && written.equals(CalendarPeriod.NONE.toString()) ? "" : written;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String lines(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
    }
}
