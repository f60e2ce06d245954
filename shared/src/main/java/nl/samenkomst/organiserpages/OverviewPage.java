package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.desk.Overview;
import nl.samenkomst.domain.desk.SessionMark;
import nl.samenkomst.domain.desk.WaitKind;
import nl.samenkomst.domain.desk.Waiting;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.participants.MailFilter;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.Dates;

/**
 * Model of {@code overview.jte}: what waits for the organiser, and their sessions to come.
 *
 * @param isMore whether there are more sessions to come than these
 * @param drafts what waits to be published, the last changed first
 */
public record OverviewPage(Viewer viewer, Overview overview, boolean isMore, List<Draft> drafts)
        implements SessionsTexts {

    /** More than this many things that wait are only counted; the list of sessions has them too. */
    private static final int MAX_WAITING = 18;

    @Override
    public String template() {
        return "overview";
    }

    @Override
    public String heading() {
        return shared("nav.overview");
    }

    /** Returns whether the organiser may see more of a session than its door. */
    public boolean seesSessions() {
        return may(Permission.VIEW_SESSION);
    }

    public List<Waiting> waiting() {
        return overview.waiting().stream().limit(MAX_WAITING).toList();
    }

    /** Returns how many things wait beside those that the page shows. */
    public int notShown() {
        return overview.waiting().size() - waiting().size();
    }

    public List<SessionSnapshot> upcoming() {
        return overview.upcoming();
    }

    /** Returns the page at which something that waits is dealt with. */
    public String target(Waiting waiting) {
        SessionId id = waiting.session().id();
        return switch (waiting.kind()) {
            case TO_DECIDE -> links().participants(id, "under-review");
            case RETURNED -> links().participants(id, MailFilter.FAILING);
            case FULL -> links().participants(id, "waitlisted");
            case STARTS_SOON -> links().session(id, "door");
            case CANCELLED -> links().session(id);
        };
    }

    /** Returns what the number counts. */
    public String label(Waiting waiting) {
        return count("wait." + waiting.kind().word(), waiting.people());
    }

    public String tone(Waiting waiting) {
        return switch (waiting.kind()) {
            case TO_DECIDE -> "plain";
            case RETURNED -> "bad";
            case FULL -> "wait";
            case STARTS_SOON -> "plain";
            case CANCELLED -> "bad";
        };
    }

    /** Returns when the session of something that waits is; how soon, if that is within a day. */
    public String day(Waiting waiting) {
        Session session = waiting.session();
        return waiting.kind() == WaitKind.STARTS_SOON && !fromNow(session).isEmpty()
                ? fromNow(session) + ", " + hours(session)
                : day(session);
    }

    public List<SessionMark> marks(SessionSnapshot snapshot) {
        return SessionMark.of(snapshot, viewer().now());
    }

    /** Returns the title of a draft: as typed, or as published if that is unchanged, or else its id. */
    public String title(Draft draft) {
        return draft.section(Section.ABOUT)
                .map(about -> about.fields().getOrDefault("/title", ""))
                .filter(title -> !title.isBlank())
                .or(() -> published(draft)
                        .map(session -> session.document().about().title()))
                .orElseGet(() -> draft.id().value());
    }

    /** Returns the day of a draft in words, which tells copies with one title apart; empty if it has none yet. */
    public Optional<String> day(Draft draft) {
        Optional<SectionDraft> typed = draft.section(Section.WHEN);
        return typed.isPresent()
                ? TypedDay.parse(typed.get().fields().getOrDefault("/start/date", ""))
                        .map(day -> Dates.day(day.atStartOfDay(ColleagueDetails.ZONE), language()))
                : published(draft).map(this::day);
    }

    private Optional<Session> published(Draft draft) {
        return overview.upcoming().stream()
                .map(SessionSnapshot::session)
                .filter(session -> session.id().equals(draft.id()))
                .findFirst();
    }

    public String changed(Draft draft) {
        return say(
                "drafts.changed", "moment", Dates.moment(draft.changedAt().atZone(ColleagueDetails.ZONE), language()));
    }

    /** Returns the page to which a session in the list leads. */
    public String page(SessionId id) {
        return seesSessions() ? links().session(id) : links().session(id, "door");
    }
}
