package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class SessionProgressTest {

    /** On 15 December from 14:00 to 16:30, with materials before and after, and a notice period of a week. */
    private static final Session SESSION = EENZAAMHEID_ONDER_JONGEREN;

    private static final Instant NOW = SampleSessions.NOW;
    private static final Instant START = SESSION.document().when().start().toInstant();
    private static final Instant END = SESSION.document().when().end().toInstant();

    @Test
    void plansAllRemindersAndTheLetterAfterwards() {
        List<Registration> two = List.of(told(place("noor")), told(place("piet")));

        assertThat(SessionProgress.of(SESSION, two, NOW).letters())
                .containsExactly(
                        new PlannedLetter(LetterKind.REMINDER, START.minus(Duration.ofDays(8)), 2),
                        new PlannedLetter(LetterKind.REMINDER, START.minus(Duration.ofDays(1)), 2),
                        new PlannedLetter(LetterKind.REMINDER, START.minus(Duration.ofHours(1)), 2),
                        new PlannedLetter(LetterKind.FOLLOW_UP, END, 2));
    }

    @Test
    void lettersThatAreDueLeaveNow() {
        assertThat(SessionProgress.of(SESSION, List.of(place("noor")), NOW).letters())
                .startsWith(new PlannedLetter(LetterKind.CONFIRMED, NOW, 1))
                .hasSize(5);
    }

    @Test
    void nobodyIsPlannedALetterThatWillNotBeSent() {
        Registration bounced =
                told(place("noor")).withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW)));
        Registration unconfirmed = told(place("piet")).with(new AddressProof.Awaited(Optional.empty()));

        assertThat(SessionProgress.of(SESSION, List.of(bounced), NOW).letters()).isEmpty();
        assertThat(SessionProgress.of(SESSION, List.of(unconfirmed), NOW).letters())
                .extracting(PlannedLetter::kind)
                .doesNotContain(LetterKind.REMINDER);
    }

    @Test
    void aCancelledSessionTellsEverybodyOnceAndRemindsNobody() {
        Session cancelled = SESSION.cancelled("", NOW);

        assertThat(SessionProgress.of(cancelled, List.of(told(place("noor"))), NOW)
                        .letters())
                .containsExactly(new PlannedLetter(LetterKind.SESSION_CANCELLED, NOW.plus(Duration.ofMinutes(2)), 1));
    }

    @Test
    void countsSignUpsOfEveryDayUntilToday() {
        List<Registration> people = List.of(
                signedUp("a", NOW.minus(Duration.ofDays(3))),
                signedUp("b", NOW.minus(Duration.ofDays(3))),
                signedUp("c", NOW.minus(Duration.ofDays(1))));

        assertThat(SessionProgress.of(SESSION, people, NOW).signUps())
                .containsExactly(
                        new SignUpsOfDays(LocalDate.of(2026, 11, 17), 1, 2, 2),
                        new SignUpsOfDays(LocalDate.of(2026, 11, 18), 1, 0, 2),
                        new SignUpsOfDays(LocalDate.of(2026, 11, 19), 1, 1, 3),
                        new SignUpsOfDays(LocalDate.of(2026, 11, 20), 1, 0, 3));
        assertThat(SessionProgress.of(SESSION, people, END.plus(Duration.ofDays(5)))
                        .signUps())
                .as("nobody signs up after the start")
                .last()
                .isEqualTo(new SignUpsOfDays(LocalDate.of(2026, 12, 15), 1, 0, 3));
    }

    @Test
    void invitationsAreNoSignUps() {
        Registration invited = registration("noor", new RegistrationState.Invited(NOW), NOW);

        assertThat(SessionProgress.of(SESSION, List.of(invited), NOW).signUps()).isEmpty();
    }

    @Test
    void aLongTimeIsPutTogetherByTheWeekOrFour() {
        for (int days : List.of(41, 42, 293, 294, 1000)) {
            List<Registration> people = List.of(signedUp("a", NOW.minus(Duration.ofDays(days))), signedUp("b", NOW));
            List<SignUpsOfDays> bars = SessionProgress.of(SESSION, people, NOW).signUps();

            assertThat(bars).as("%d days", days).hasSizeLessThanOrEqualTo(SignUpsOfDays.MAX_BARS);
            assertThat(bars.getFirst().days()).isEqualTo(days < 42 ? 1 : days < 294 ? 7 : 28);
            assertThat(bars.getLast().total()).isEqualTo(2);
        }
    }

    @Test
    void tellsOfACancellationWhoeverTakesPartInTheirLanguage() {
        List<Registration> people = List.of(
                told(place("a")),
                registration("b", SampleRegistrations.waiting(1), NOW),
                told(registration("c", place("c").state(), NOW, Language.EN)),
                told(place("d")).withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW))),
                SampleRegistrations.cancelled(told(place("e")), NOW));

        ToldOfCancellation told = ToldOfCancellation.of(SESSION, people, NOW);

        assertThat(told)
                .isEqualTo(new ToldOfCancellation(
                        Map.of("confirmed", 2, "waitlisted", 1), Map.of(Language.NL, 2, Language.EN, 1), 1));
        assertThat(told.people()).isEqualTo(3);
        assertThat(told.perState().keySet()).containsExactly("confirmed", "waitlisted");
    }

    private static Registration place(String name) {
        return registration(name, new RegistrationState.Confirmed(NOW, false, Optional.empty()), NOW);
    }

    private static Registration signedUp(String name, Instant at) {
        return registration(name, new RegistrationState.Confirmed(at, false, Optional.empty()), at);
    }

    private static Registration told(Registration registration) {
        return SampleRegistrations.told(registration, LetterKind.CONFIRMED, 1, NOW);
    }

    private static Registration registration(String name, RegistrationState state, Instant at) {
        return registration(name, state, at, Language.NL);
    }

    private static Registration registration(String name, RegistrationState state, Instant at, Language language) {
        return SampleRegistrations.registration(
                SESSION,
                SampleRegistrations.person(name),
                language,
                LinkSecret.generate(new Random(1)),
                new UUID(1, 2),
                state,
                at);
    }
}
