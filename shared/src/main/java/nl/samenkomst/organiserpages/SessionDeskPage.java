package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.desk.Oddity;
import nl.samenkomst.domain.desk.PlannedLetter;
import nl.samenkomst.domain.desk.SessionMark;
import nl.samenkomst.domain.desk.SessionProgress;
import nl.samenkomst.domain.desk.SignUpsOfDays;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.participants.MailFilter;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code sessiondesk.jte}: a session as its organisers see it.
 *
 * @param perState how many people are in each state, by its word
 * @param act what the last request did; empty if it did nothing
 */
public record SessionDeskPage(
        Viewer viewer,
        SessionSnapshot snapshot,
        Map<String, Integer> perState,
        SessionProgress progress,
        Optional<SessionDone> act)
        implements SessionsTexts {

    /** Letters that the page shows. */
    private static final int MAX_LETTERS = 8;

    @Override
    public String template() {
        return "sessiondesk";
    }

    @Override
    public String heading() {
        return shared("session.page");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(snapshot.session());
    }

    @Override
    public Optional<String> done() {
        return act.map(word -> TEXTS.text(language(), "done." + word.word()));
    }

    private Session theSession() {
        return snapshot.session();
    }

    public List<SessionMark> marks() {
        return SessionMark.of(snapshot, viewer().now());
    }

    public List<Oddity> oddities() {
        return Oddity.of(snapshot, viewer().now());
    }

    public String oddity(Oddity oddity) {
        return count("odd." + oddity.kind().word(), oddity.number());
    }

    /** Returns the list of the people that an oddity is about. */
    public String people(Oddity oddity) {
        SessionId id = theSession().id();
        return switch (oddity.kind()) {
            case UNDECIDED_NEAR -> links().participants(id, "under-review");
            case RETURNED -> links().participants(id, MailFilter.RETURNED);
            case COMPLAINED -> links().participants(id, MailFilter.COMPLAINED);
            case UNCONFIRMED -> links().participants(id, MailFilter.UNCONFIRMED_PLACE);
            case OVERBOOKED -> links().participants(id, "confirmed");
            case OTHER_THEME_FREE -> links().participants(id, "waitlisted");
            case CLOSED_THEME, NO_MEETING_LINK, NO_PLACE, NO_NOTICE_PERIOD, OPENS_LATE -> links().participants(id);
        };
    }

    /** Returns the number of states that have people, and of those that always interest. */
    public List<StateNumber> states() {
        List<StateNumber> rows = new ArrayList<>();
        perState.forEach((word, number) -> {
            if (number > 0 || word.equals("confirmed") || word.equals("waitlisted")) {
                rows.add(new StateNumber(word, state(word), number));
            }
        });
        return rows;
    }

    /** How many people are in one state. */
    public record StateNumber(String word, String text, int number) {}

    public boolean hasPresence() {
        return snapshot.places().count(Count.PRESENT) + snapshot.places().count(Count.ABSENT) > 0;
    }

    public int present() {
        return snapshot.places().count(Count.PRESENT);
    }

    public int absent() {
        return snapshot.places().count(Count.ABSENT);
    }

    /** How many places of a theme are taken; empty numbers if it has no limit. */
    public record ThemeRow(String title, boolean isOpen, int taken, int waiting, OptionalInt limit, OptionalInt left) {}

    public List<ThemeRow> themes() {
        List<ThemeRow> rows = new ArrayList<>();
        for (Map.Entry<ThemeId, ThemePlaces> theme : snapshot.places().themes().entrySet()) {
            ThemePlaces places = theme.getValue();
            rows.add(new ThemeRow(
                    theSession()
                            .document()
                            .theme(theme.getKey())
                            .map(Theme::title)
                            .orElseGet(() -> theme.getKey().value()),
                    places.open(),
                    places.taken(),
                    places.waiting(),
                    places.open() ? places.limit() : OptionalInt.empty(),
                    places.open() ? snapshot.places().left(theme.getKey()) : OptionalInt.empty()));
        }
        return rows;
    }

    /** Returns what the number of places taken counts, in a session that itself has no limit. */
    public String takenWithoutLimit() {
        List<ThemePlaces> open = snapshot.places().themes().values().stream()
                .filter(ThemePlaces::open)
                .toList();
        boolean isLimited = !open.isEmpty()
                && open.stream().allMatch(places -> places.limit().isPresent());
        return say(isLimited ? "numbers.taken.themes" : "numbers.taken.unlimited");
    }

    /** Returns a number, or the word for one that has no limit. */
    public String numberOr(OptionalInt number, String key) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : TEXTS.text(language(), key);
    }

    public List<PlannedLetter> letters() {
        return progress.letters().stream().limit(MAX_LETTERS).toList();
    }

    public int lettersNotShown() {
        return progress.letters().size() - letters().size();
    }

    public String letter(PlannedLetter letter) {
        return TEXTS.text(language(), "letter." + letter.kind().word());
    }

    public String leaves(PlannedLetter letter) {
        return letter.at().isAfter(viewer().now()) ? moment(letter.at(), theSession()) : say("letters.now");
    }

    public SignUpPlot plot() {
        return SignUpPlot.of(progress.signUps());
    }

    public List<SignUpsOfDays> signUps() {
        return progress.signUps();
    }

    /** Returns what the plot shows, for those who do not see it. */
    public String plotText() {
        SignUpsOfDays first = signUps().getFirst();
        SignUpsOfDays last = signUps().getLast();
        return say("plot.text", "number", last.total(), "first", day(first.first()), "last", day(lastDay()));
    }

    /** Returns the last day of the plot. */
    public LocalDate lastDay() {
        SignUpsOfDays last = signUps().getLast();
        return last.first().plusDays(last.days() - 1L);
    }

    /** Returns a day in few letters, for the plot's axis. */
    public String shortDay(LocalDate day) {
        return day.getDayOfMonth()
                + " "
                + Dates.shortMonth(
                        day.atStartOfDay(theSession().document().when().zone()), language());
    }

    /** Returns the days that a bar is about. */
    public String days(SignUpsOfDays bar) {
        return bar.days() == 1
                ? day(bar.first())
                : say(
                        "plot.days",
                        "first",
                        day(bar.first()),
                        "last",
                        day(bar.first().plusDays(bar.days() - 1L)));
    }

    public String day(LocalDate day) {
        ZoneId zone = theSession().document().when().zone();
        return Dates.dayOfYear(day.atStartOfDay(zone), language());
    }

    /** Returns the session's public page; empty if it has none. */
    public Optional<String> publicPage() {
        return theSession().isPublic()
                ? Optional.of(DeskUrls.session(theSession().id(), language()))
                : Optional.empty();
    }

    /** Returns whether people are asked anything once the session has ended. */
    public boolean asksAfterwards() {
        return !theSession().document().questionsAfterwards().isEmpty();
    }

    public boolean isCancelled() {
        return theSession().isCancelled();
    }

    /** Returns whether the session can be cancelled, or the cancellation undone. */
    public boolean isBeforeStart() {
        return !theSession().document().when().hasStartedBy(viewer().now());
    }

    public boolean hasEnded() {
        return theSession().document().when().hasEndedBy(viewer().now());
    }

    public int undecided() {
        return undecided(snapshot);
    }

    /** Returns how sign-up stands in words: until when it is open, or from when on; empty once it cannot open. */
    public Optional<String> signUp() {
        Instant now = viewer().now();
        return switch (theSession().phase(now)) {
            case NOT_YET ->
                theSession()
                        .document()
                        .signUp()
                        .opens()
                        .map(opens -> say("sign-up.opens", "moment", moment(opens.toInstant(), theSession())));
            case OPEN ->
                Optional.of(say(
                        "sign-up.open",
                        "moment",
                        moment(theSession().document().closes().toInstant(), theSession())));
            case CLOSED -> hasEnded() ? Optional.empty() : Optional.of(say("sign-up.closed"));
            case CANCELLED -> Optional.empty();
        };
    }
}
