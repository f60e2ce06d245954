package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.desk.RemindersForm;
import nl.samenkomst.domain.desk.RemindersForm.Unit;
import nl.samenkomst.domain.desk.Timetable;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code timetable.jte}: what leaves when about a session, and the form to change when reminders leave.
 *
 * @param about the session as it is stored
 * @param shown the session whose timetable it is: the stored one, or as it would be with the reminders in the form
 * @param act what the last request did; empty if it did nothing
 */
public record TimetablePage(
        Viewer viewer,
        Session about,
        Session shown,
        Timetable timetable,
        RemindersForm form,
        State state,
        Optional<Act> act)
        implements OrganiserPage {

    private static final Texts TEXTS = new Texts("timetable");

    /** Why the page is shown, and what was refused. */
    public enum State {
        SHOWN(200),
        /** The timetable is as it would be with the reminders in the form, which are not saved. */
        PREVIEWED(200),
        /** Something in the form is no period. */
        WRONG(400),
        /** The session was changed since the form was made. */
        CHANGED(409),
        /** The session was called off, so that nothing of it changes any more. */
        CANCELLED(409),
        /** Somebody is editing the session: its draft has reminders of its own. */
        HAS_DRAFT(409),
        /** The document is not kept as it is. */
        NOT_KEPT(400),
        /** The letter's moment has come. */
        TOO_LATE(409),
        /** The session has no such letter any more. */
        NOT_PLANNED(409);

        private final int status;

        State(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a request did. */
    public enum Act {
        SAVED,
        SKIPPED,
        RESUMED;

        /** Returns the word in the address, such as {@code saved}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the act with this word; empty if there is none. */
        public static Optional<Act> of(String word) {
            return Arrays.stream(values())
                    .filter(act -> act.word().equals(word))
                    .findFirst();
        }
    }

    /** Returns whether the reminders must be changed in the draft that waits. */
    public boolean hasDraft() {
        return state == State.HAS_DRAFT;
    }

    /** Returns the form with a session's own reminders. */
    public static RemindersForm formOf(Session session, Viewer viewer) {
        return RemindersForm.of(session.document(), period -> ChangedValueText.period(period, viewer.language()));
    }

    @Override
    public String template() {
        return "timetable";
    }

    @Override
    public String heading() {
        return say("title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    @Override
    public boolean hasProblems() {
        return state.status() >= 400;
    }

    @Override
    public Optional<String> done() {
        return act.map(word -> TEXTS.text(language(), "done." + word.word()));
    }

    public String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns the text for one, or that for another number. */
    private String count(String key, int number) {
        return number == 1 ? TEXTS.text(language(), key + ".one") : TEXTS.text(language(), key, "number", number);
    }

    public boolean isPreview() {
        return state == State.PREVIEWED;
    }

    /** Returns why nothing was changed; null if something typed is wrong, which the summary's lines say. */
    public @Nullable String refusal() {
        return state == State.WRONG ? null : TEXTS.text(language(), "refused." + state.word());
    }

    public List<SummaryLine> summary() {
        List<SummaryLine> lines = new ArrayList<>();
        for (int i = 0; i < form.rows().size(); i++) {
            if (form.rows().get(i).isWrong()) {
                lines.add(new SummaryLine("#" + RemindersForm.NUMBER + (i + 1), say("form.wrong.row", "row", i + 1)));
            }
        }
        return lines;
    }

    public String letter(SkippableLetter letter) {
        return switch (letter) {
            case SkippableLetter.Reminder reminder ->
                say("reminder", "period", ChangedValueText.period(reminder.ahead(), language()));
            case SkippableLetter.FollowUp _ -> say("follow-up");
        };
    }

    public String kind(Timetable.Others others) {
        return SessionsTexts.TEXTS.text(language(), "letter." + others.kind().word());
    }

    public String at(Instant moment) {
        return moment.isAfter(viewer().now()) ? moment(moment, shown) : say("now");
    }

    public String moment(Instant moment) {
        return moment(moment, shown);
    }

    /** Returns when a letter leaves, or left; now, if its moment has come and somebody still gets it. */
    public String at(Timetable.Planned planned) {
        return planned.isPast(viewer().now()) && planned.toSend() > 0 ? say("now") : moment(planned.at());
    }

    /** Returns whether a letter has left. */
    public boolean isOver(Timetable.Planned planned) {
        return planned.isPast(viewer().now()) && planned.toSend() == 0;
    }

    /** Returns how many do not get a letter, with the reason, the most important reason first. */
    public List<String> notTo(Timetable.Planned planned) {
        return planned.notTo().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> count("not." + one.getKey().word(), one.getValue()))
                .toList();
    }

    /** Returns whether this letter can be skipped now, or that be taken back. */
    public boolean isChangeable(Timetable.Planned planned) {
        return !planned.isPast(viewer().now()) && !isPreview() && !about.isCancelled();
    }

    public String unit(Unit unit) {
        return TEXTS.text(language(), "unit." + unit.word());
    }

    public Unit[] units() {
        return Unit.values();
    }

    /** Returns the target of the form that skips a letter. */
    public String skipping() {
        return links().session(about.id(), "letters/skipped");
    }
}
