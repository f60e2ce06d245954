package nl.samenkomst.domain.editing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.session.SessionId;

/**
 * Copies a session to other days, each copy a draft of its own: everything but its dates, the link to join, the materials
 * and the people.
 */
public final class CopySession {

    private static final List<String> NOT_COPIED =
            List.of("/opens/date", "/opens/time", "/closes/date", "/closes/time", "/meetingLink/url");

    private final StartSession startSession;

    public CopySession(StartSession startSession) {
        this.startSession = startSession;
    }

    /** Stores a draft for each day, and returns their ids in the same order; the same copies twice are one. */
    public List<SessionId> copy(
            DraftedSession original, String title, String series, List<LocalDate> days, Organiser by) {
        return days.stream()
                .map(day -> startSession.start(sections(original, title, series, day), by))
                .toList();
    }

    static Map<Section, Map<String, String>> sections(
            DraftedSession original, String title, String series, LocalDate day) {
        SessionForm form = original.form();
        Map<String, String> fields = new HashMap<>(form.fields());
        NOT_COPIED.forEach(name -> fields.put(name, ""));
        fields.keySet().removeIf(name -> name.startsWith("/materials/"));
        fields.replaceAll((name, value) -> name.startsWith("/programme/") && name.endsWith("/date") ? "" : value);
        fields.put("/title", title);
        fields.put("/series", series);
        fields.put("/start/date", day.toString());
        fields.put("/end/date", endDay(form, day).map(LocalDate::toString).orElse(""));
        Map<Section, Map<String, String>> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, SectionInput.of(section, fields));
        }
        return sections;
    }

    /** Returns the day of the end, as long after the start as it was; empty if it is the same day. */
    private static Optional<LocalDate> endDay(SessionForm form, LocalDate day) {
        Optional<LocalDate> start = TypedDay.parse(form.value("/start/date"));
        Optional<LocalDate> end = TypedDay.parse(form.value("/end/date"));
        return start.flatMap(from -> end.map(to -> day.plusDays(ChronoUnit.DAYS.between(from, to))))
                .filter(other -> !other.equals(day));
    }
}
