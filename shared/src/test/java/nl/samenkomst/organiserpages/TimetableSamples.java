package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.desk.RemindersForm;
import nl.samenkomst.domain.desk.Timetable;
import nl.samenkomst.domain.desk.WhyNot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;
import nl.samenkomst.organiserpages.TimetablePage.Act;
import nl.samenkomst.organiserpages.TimetablePage.State;

/** The timetable of letters, in every state. */
final class TimetableSamples {

    private TimetableSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Session session = EENZAAMHEID_ONDER_JONGEREN;
        Viewer viewer = EveryOrganiserPage.by(NOOR, language);
        RemindersForm own = TimetablePage.formOf(session, viewer);
        RemindersForm typed = RemindersForm.of(Map.of("number-1", "2 weken", "number-2", "0", "number-3", "acht"));
        for (State state : State.values()) {
            Session about = state == State.CANCELLED ? SampleSessions.cancelled(session, "Ziek") : session;
            pages.put(
                    "letters-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new TimetablePage(
                            viewer,
                            about,
                            about,
                            timetable(about),
                            state == State.WRONG || state == State.CHANGED ? typed : own,
                            state,
                            state == State.SHOWN ? Optional.of(Act.SKIPPED) : Optional.empty()));
        }
        pages.put(
                "letters-nobody",
                new TimetablePage(
                        viewer,
                        session,
                        session,
                        new Timetable(0, List.of(), List.of()),
                        own,
                        State.SHOWN,
                        Optional.of(Act.SAVED)));
    }

    /** Returns a letter that left, one that leaves now, one that is skipped, and others; with every reason. */
    private static Timetable timetable(Session session) {
        Map<WhyNot, Integer> all = new EnumMap<>(WhyNot.class);
        for (WhyNot why : WhyNot.values()) {
            all.put(why, 1 + all.size() % 3);
        }
        Instant end = session.document().when().end().toInstant();
        List<Timetable.Others> others = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            int i = others.size();
            others.add(new Timetable.Others(
                    kind,
                    i % 3,
                    i % 3 == 0 ? Optional.empty() : Optional.of(NOW.plus(Duration.ofHours(i % 2))),
                    1,
                    i % 2 == 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofDays(3)))));
        }
        return new Timetable(
                31,
                List.of(
                        planned("P30D", NOW.minus(Duration.ofDays(5)), 0, 24, all, false),
                        planned("P25D", NOW, 24, 0, Map.of(WhyNot.GONE, 3), false),
                        planned("P8D", NOW.plus(Duration.ofDays(17)), 24, 0, Map.of(WhyNot.GONE, 1), false),
                        planned("P1DT2H", NOW.plus(Duration.ofDays(24)), 0, 0, Map.of(WhyNot.SKIPPED, 24), true),
                        new Timetable.Planned(new SkippableLetter.FollowUp(), end, 24, 0, Map.of(), false)),
                others);
    }

    private static Timetable.Planned planned(
            String ahead, Instant at, int toSend, int sent, Map<WhyNot, Integer> notTo, boolean isSkipped) {
        return new Timetable.Planned(
                new SkippableLetter.Reminder(CalendarPeriod.parse(ahead).orElseThrow()),
                at,
                toSend,
                sent,
                notTo,
                isSkipped);
    }
}
