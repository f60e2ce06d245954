package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.desk.RemindersForm.Unit;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;
import org.junit.jupiter.api.Test;

/** What leaves when, to how many, and why not to others; and what an organiser changes in it. */
class TimetableTest {

    /** On 15 December at 14:00, with a notice period of a week: reminders 8 days, 1 day and 1 hour before. */
    private static final Session SESSION = EENZAAMHEID_ONDER_JONGEREN;

    private static final Instant START = SESSION.document().when().start().toInstant();
    private static final Instant END = SESSION.document().when().end().toInstant();
    private static final SkippableLetter EIGHT_DAYS = reminder("P8D");
    private static final SkippableLetter DAY = reminder("P1D");
    private static final SkippableLetter FOLLOW_UP = new SkippableLetter.FollowUp();

    @Test
    void saysForEveryLetterHowManyGetItAndWhyOthersDoNot() {
        List<Registration> people = List.of(
                told(place("a")),
                told(place("b")),
                told(place("c")).withMailProblem(problem(MailProblem.Kind.BOUNCED)),
                told(place("d")).withMailProblem(problem(MailProblem.Kind.COMPLAINED)),
                told(place("e")).with(new AddressProof.Awaited(Optional.empty())),
                SampleRegistrations.cancelled(told(place("f")), NOW),
                registration("g", new RegistrationState.Waitlisted(NOW, 1, Optional.empty()), NOW));

        Timetable timetable = Timetable.of(SESSION, people, NOW);

        assertThat(timetable.people()).isEqualTo(7);
        assertThat(timetable.planned())
                .extracting(Timetable.Planned::letter)
                .containsExactly(EIGHT_DAYS, DAY, reminder("PT1H"), FOLLOW_UP);
        assertThat(timetable.planned()).allSatisfy(planned -> {
            assertThat(planned.toSend()).isEqualTo(2);
            assertThat(planned.sent()).isZero();
            assertThat(planned.notTo())
                    .isEqualTo(Map.of(
                            WhyNot.RETURNED, 1,
                            WhyNot.BLOCKED, 1,
                            WhyNot.UNCONFIRMED, 1,
                            WhyNot.GONE, 1,
                            WhyNot.NO_PLACE, 1));
        });
        assertThat(timetable.others())
                .extracting(Timetable.Others::kind, Timetable.Others::toSend, Timetable.Others::sent)
                .contains(
                        tuple(LetterKind.CONFIRMED, 0, 6),
                        tuple(LetterKind.WAITING, 1, 0),
                        tuple(LetterKind.CANCELLED, 1, 0),
                        tuple(LetterKind.LAST_WORD, 1, 0));
    }

    @Test
    void countsALetterThatLeftAsSent() {
        Instant eightDays = START.minus(Duration.ofDays(8));
        Registration had = SampleRegistrations.told(
                told(place("a")), LetterKind.REMINDER, 1, eightDays.plus(Duration.ofMinutes(3)));
        Registration late = told(place("b", eightDays.plus(Duration.ofHours(1))), eightDays.plus(Duration.ofHours(1)));

        Timetable timetable = Timetable.of(SESSION, List.of(had, late), eightDays.plus(Duration.ofHours(2)));

        assertThat(timetable.planned().getFirst())
                .isEqualTo(new Timetable.Planned(EIGHT_DAYS, eightDays, 0, 1, Map.of(WhyNot.TOO_LATE, 1), false));
        assertThat(timetable.planned().get(1).toSend()).isEqualTo(2);
    }

    @Test
    void aLetterWithNothingNewOrToSomebodyWhoWasAbsentDoesNotLeave() {
        Registration told = SampleRegistrations.told(told(place("a")), LetterKind.FOLLOW_UP, 1, END);
        Registration absent = SampleRegistrations.marked(told(place("b")), false);

        Timetable.Planned last = Timetable.of(SESSION, List.of(told, absent), END.plusSeconds(60))
                .planned()
                .getLast();

        assertThat(last.sent()).isEqualTo(1);
        assertThat(last.notTo()).isEqualTo(Map.of(WhyNot.ABSENT, 1));
    }

    @Test
    void aSkippedLetterGoesToNobodyMore() {
        Session skipping = SESSION.skipping(DAY, NOW).skipping(FOLLOW_UP, NOW);

        List<Timetable.Planned> planned =
                Timetable.of(skipping, List.of(told(place("a"))), NOW).planned();

        assertThat(planned).extracting(Timetable.Planned::toSend).containsExactly(1, 0, 1, 0);
        assertThat(planned).extracting(Timetable.Planned::isSkipped).containsExactly(false, true, false, true);
        assertThat(planned.getLast().notTo()).isEqualTo(Map.of(WhyNot.SKIPPED, 1));
    }

    @Test
    void aLetterIsSkippedAndThatIsTakenBackUntilItsMoment() {
        Session skipping = SESSION.skipping(DAY, NOW);
        Instant moment = START.minus(Duration.ofDays(1));

        assertThat(SkipLetter.decide(SESSION, DAY, true, NOW)).isEqualTo(new SkipLetter.Outcome.Done(skipping));
        assertThat(SkipLetter.decide(skipping, DAY, true, NOW)).isEqualTo(new SkipLetter.Outcome.Done(skipping));
        assertThat(SkipLetter.decide(skipping, DAY, false, moment.minusMillis(1)))
                .isInstanceOf(SkipLetter.Outcome.Done.class);
        assertThat(SkipLetter.decide(skipping, DAY, false, moment)).isEqualTo(new SkipLetter.Outcome.TooLate(skipping));
        assertThat(SkipLetter.decide(SESSION, DAY, true, moment)).isEqualTo(new SkipLetter.Outcome.TooLate(SESSION));
        assertThat(SkipLetter.decide(SESSION, reminder("P2D"), true, NOW))
                .isEqualTo(new SkipLetter.Outcome.NotPlanned(SESSION));
        Session cancelled = SESSION.cancelled("", NOW);
        assertThat(SkipLetter.decide(cancelled, DAY, true, NOW))
                .isEqualTo(new SkipLetter.Outcome.NotPlanned(cancelled));
    }

    @Test
    void theFormShowsPeriodsAndReadsThemBack() {
        SessionDocument document = SESSION.document()
                .withReminders(List.of(period("PT1H"), period("P1DT2H"), period("PT90M"), period("P8D")));

        RemindersForm form = RemindersForm.of(document, _ -> "1 dag 2 uur");

        assertThat(form.rows())
                .containsExactly(
                        new RemindersForm.Row("8", Unit.DAYS),
                        new RemindersForm.Row("1 dag 2 uur", Unit.DAYS),
                        new RemindersForm.Row("90", Unit.MINUTES),
                        new RemindersForm.Row("1", Unit.HOURS),
                        new RemindersForm.Row("", Unit.DAYS),
                        new RemindersForm.Row("", Unit.DAYS));
        assertThat(form.appliedTo(document)).isSameAs(document);
        assertThat(form.appliedTo(SESSION.document()).reminders())
                .containsExactly(period("P8D"), period("P1DT2H"), period("PT1H30M"), period("PT1H"));
    }

    @Test
    void theFormKeepsWhatIsWrongAndLeavesOutEmptyRows() {
        RemindersForm form = RemindersForm.of(
                Map.of("number-1", "", "unit-1", "days", "number-2", "acht", "unit-2", "weeks", "number-10", "3"));

        assertThat(form.hasProblems()).isTrue();
        assertThat(form.rows())
                .startsWith(new RemindersForm.Row("acht", Unit.WEEKS), new RemindersForm.Row("3", Unit.DAYS));
        assertThat(RemindersForm.of(Map.of()).appliedTo(SESSION.document()).reminders())
                .isEmpty();
    }

    private static Optional<MailProblem> problem(MailProblem.Kind kind) {
        return Optional.of(new MailProblem(kind, NOW));
    }

    private static CalendarPeriod period(String written) {
        return CalendarPeriod.parse(written).orElseThrow();
    }

    private static SkippableLetter reminder(String ahead) {
        return new SkippableLetter.Reminder(period(ahead));
    }

    private static Registration place(String name) {
        return place(name, NOW);
    }

    private static Registration place(String name, Instant at) {
        return registration(name, new RegistrationState.Confirmed(at, false, Optional.empty()), at);
    }

    private static Registration told(Registration registration) {
        return told(registration, NOW);
    }

    private static Registration told(Registration registration, Instant at) {
        return SampleRegistrations.told(registration, LetterKind.CONFIRMED, 1, at);
    }

    private static Registration registration(String name, RegistrationState state, Instant at) {
        return SampleRegistrations.registration(
                SESSION,
                SampleRegistrations.person(name),
                Language.NL,
                LinkSecret.generate(new Random(1)),
                new UUID(1, 2),
                state,
                at);
    }
}
