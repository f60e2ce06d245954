package nl.samenkomst.domain.document;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * A session as its organiser wrote it down, complete and free of contradictions.
 *
 * @param reminders how long before the start people are reminded, each more than nothing
 * @param retention how long after the end a registration is kept
 */
public record SessionDocument(
        About about,
        When when,
        Where where,
        SignUpRules signUp,
        List<Theme> themes,
        List<Question> questions,
        List<ProgrammePart> programme,
        List<Material> materials,
        List<CalendarPeriod> reminders,
        CalendarPeriod retention) {

    public SessionDocument {
        themes = List.copyOf(themes);
        questions = List.copyOf(questions);
        programme = List.copyOf(programme);
        materials = List.copyOf(materials);
        reminders = List.copyOf(reminders);
    }

    /** The theme of this name, as long as it is not closed. */
    public Optional<Theme> theme(ThemeId id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** The last moment to cancel in time, on the session's clock. */
    public ZonedDateTime cancelBy() {
        return signUp.noticePeriod().before(when.start());
    }

    /** The moment that sign-up closes: never after the start. */
    public ZonedDateTime closes() {
        return signUp.closes().orElse(when.start());
    }

    /** The meeting link, for somebody with a place, from its moment on; nothing before, or where there is none. */
    public Optional<URI> meetingLinkAt(Instant now) {
        Instant visible = where.meetingLink().visibleFrom().before(when.start()).toInstant();
        return where.meetingLink().url().filter(link -> !now.isBefore(visible));
    }

    /** The materials that everybody may see at this moment: those for afterwards from the end on. */
    public List<Material> materialsAt(Instant now) {
        return materialsAt(now, Optional.empty());
    }

    /** The materials that somebody with a place at this theme, or at none, may see at this moment. */
    public List<Material> materialsAt(Instant now, Optional<ThemeId> theme) {
        return materials.stream()
                .filter(material -> !material.afterwards() || when.hasEndedBy(now))
                .filter(material ->
                        material.theme().isEmpty() || material.theme().equals(theme))
                .toList();
    }

    /** The moment from which a registration for this session is no longer kept. */
    public Instant forgetAt() {
        return retention.after(when.end()).toInstant();
    }
}
