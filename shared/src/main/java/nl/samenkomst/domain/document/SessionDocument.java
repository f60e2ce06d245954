package nl.samenkomst.domain.document;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * The description of a session by its organiser, complete and consistent.
 *
 * @param allQuestions those of the sign-up form, and those for afterwards
 * @param chosenReminders how long before the start people are reminded, each longer than zero; empty for the default
 * @param notifications what the contact address is told by letter
 * @param retention how long after the session's end registrations are kept
 */
public record SessionDocument(
        About about,
        When when,
        Where where,
        SignUpRules signUp,
        List<Theme> themes,
        List<Question> allQuestions,
        List<ProgrammePart> programme,
        List<Material> materials,
        Optional<List<CalendarPeriod>> chosenReminders,
        Notifications notifications,
        CalendarPeriod retention) {

    public SessionDocument {
        themes = List.copyOf(themes);
        allQuestions = List.copyOf(allQuestions);
        programme = List.copyOf(programme);
        materials = List.copyOf(materials);
        chosenReminders = chosenReminders.map(List::copyOf);
    }

    /** Returns the theme with this id; empty if it is unknown or closed. */
    public Optional<Theme> theme(ThemeId id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** Returns the questions of the sign-up form. */
    public List<Question> questions() {
        return allQuestions.stream().filter(question -> !question.afterwards()).toList();
    }

    /** Returns the questions that people at this theme, or without one if empty, are asked afterwards. */
    public List<Question> questionsAfterwards(Optional<ThemeId> theme) {
        return allQuestions.stream()
                .filter(question -> question.afterwards() && question.isAskedAt(theme))
                .toList();
    }

    /** Returns all questions that people are asked afterwards. */
    public List<Question> questionsAfterwards() {
        return allQuestions.stream().filter(Question::afterwards).toList();
    }

    /** Returns how long before the start people are reminded: as chosen, or else {@link DefaultReminders}. */
    public List<CalendarPeriod> reminders() {
        return chosenReminders.orElseGet(() -> DefaultReminders.before(signUp.noticePeriod()));
    }

    /** Returns this document with these reminders. */
    public SessionDocument withReminders(List<CalendarPeriod> chosen) {
        return new SessionDocument(
                about,
                when,
                where,
                signUp,
                themes,
                allQuestions,
                programme,
                materials,
                Optional.of(chosen),
                notifications,
                retention);
    }

    /** Returns the last moment to cancel in time, on the session's clock. */
    public ZonedDateTime cancelBy() {
        return signUp.noticePeriod().before(when.start());
    }

    /** Returns the moment at which sign-up closes: the session's start, or earlier. */
    public ZonedDateTime closes() {
        return signUp.closes().orElse(when.start());
    }

    /** Returns the meeting link for confirmed people; empty if there is none or {@code now} is too early. */
    public Optional<URI> meetingLinkAt(Instant now) {
        Instant visible = where.meetingLink().visibleFrom().before(when.start()).toInstant();
        return where.meetingLink().url().filter(link -> !now.isBefore(visible));
    }

    /** Returns the public materials visible now: those for no theme, and those for afterwards only from the end on. */
    public List<Material> materialsAt(Instant now) {
        return materialsAt(now, Optional.empty());
    }

    /** Returns the materials visible now to a confirmed person at this theme, or at none if empty. */
    public List<Material> materialsAt(Instant now, Optional<ThemeId> theme) {
        return materials.stream()
                .filter(material -> !material.afterwards() || when.hasEndedBy(now))
                .filter(material ->
                        material.theme().isEmpty() || material.theme().equals(theme))
                .toList();
    }

    /** Returns the moment from which registrations for this session are no longer kept. */
    public Instant forgetAt() {
        return retention.after(when.end()).toInstant();
    }
}
