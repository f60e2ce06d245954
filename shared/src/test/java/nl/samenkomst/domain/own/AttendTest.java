package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.BundledLetter;
import nl.samenkomst.domain.signup.LetterDelay;
import org.junit.jupiter.api.Test;

final class AttendTest {

    private static final Session INVITED_ONLY = session("places", 1, "admission", "invited");
    private static final Session PUBLIC = session("places", 1);
    private static final Amendment EMPTY_FORM = form(Optional.empty(), Optional.empty(), Map.of());
    private static final RegistrationState DECLINED = new RegistrationState.InvitationDeclined(SIGNED_UP);
    private static final RegistrationState CANCELLED = new RegistrationState.CancelledByPerson(SIGNED_UP, true, false);

    @Test
    void givesAFreePlace() {
        Decided<AttendOutcome> decided = decide(INVITED_ONLY, invited());
        assertThat(decided).isInstanceOf(Decided.Commit.class);
        assertThat(decided.outcome()).isEqualTo(new AttendOutcome.Attending());
        assertThat(state(decided)).isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
    }

    @Test
    void putsPeopleAtTheEndOfTheQueueWhenFull() {
        assertThat(state(decide(INVITED_ONLY, invited(), place(), waiting(1))))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
    }

    @Test
    void reviewsNobodyWhoWasInvited() {
        Session reviewed = session("admission", "reviewed");
        assertThat(state(decide(reviewed, invited()))).isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void letsSomebodyWhoDeclinedAttendAfterAll() {
        assertThat(state(decide(INVITED_ONLY, DECLINED))).isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void letsAGuestWhoCancelledComeBackToAnInvitedSession() {
        assertThat(state(decide(INVITED_ONLY, CANCELLED))).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(decide(PUBLIC, CANCELLED)).isEqualTo(Decided.asIs(new AttendOutcome.NotInvited()));
    }

    @Test
    void takesNoYesWithoutAnInvitation() {
        List<RegistrationState> others = EVERY_STATE.stream()
                .filter(state -> state.organisersReason().isPresent())
                .toList();
        assertThat(others)
                .hasSize(3)
                .allSatisfy(state -> assertThat(decide(INVITED_ONLY, state))
                        .isEqualTo(Decided.asIs(new AttendOutcome.NotInvited())));
    }

    @Test
    void hasTheSameOutcomeAgain() {
        List<RegistrationState> active = EVERY_STATE.stream()
                .filter(RegistrationState.Active.class::isInstance)
                .toList();
        assertThat(active)
                .hasSize(3)
                .allSatisfy(state ->
                        assertThat(decide(INVITED_ONLY, state)).isEqualTo(Decided.asIs(new AttendOutcome.Attending())));
    }

    @Test
    void refusesAFullSessionWithoutWaitingList() {
        Session strict = session("places", 1, "admission", "invited", "waitingList", false);
        assertThat(decide(strict, invited(), place()))
                .isEqualTo(Decided.asIs(new AttendOutcome.Refused(SignUpState.FULL)));
    }

    @Test
    void refusesAFullThemeWithoutWaitingListAsAProblem() {
        Session strict = session("waitingList", false, "themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
        Registration noor = noor(strict, invited());
        Amendment wantsWerk = form(Optional.empty(), Optional.of("werk"), Map.of());
        assertThat(problems(decide(seen(strict, noor, placeAt(WERK)), noor, wantsWerk, NOW)))
                .containsExactly("theme.full");
    }

    @Test
    void refusesOnceSignUpClosedOrTheSessionWasCancelled() {
        Registration noor = noor(PUBLIC, invited());
        assertThat(decide(seen(PUBLIC, noor), noor, EMPTY_FORM, START))
                .isEqualTo(Decided.asIs(new AttendOutcome.Refused(SignUpState.CLOSED)));
        assertThat(decide(PUBLIC.cancelled("Ziek", NOW), invited()))
                .isEqualTo(Decided.asIs(new AttendOutcome.Refused(SignUpState.CANCELLED)));
    }

    @Test
    void asksWhatTheSessionRequires() {
        Session asking = session("questions", List.of(Map.of("id", "wens", "label", "Wens", "required", true)));
        Registration noor = noor(asking, invited());
        assertThat(problems(decide(asking, invited()))).containsExactly("answer.required");
        Amendment answered = form(Optional.empty(), Optional.empty(), Map.of("wens", "een tuin"));
        Registration stored =
                decide(seen(asking, noor), noor, answered, NOW).stored().orElseThrow();
        assertThat(stored.answers().valuesFor(new QuestionId("wens"))).containsExactly("een tuin");
    }

    @Test
    void takesTheNameFromTheFormOrKeepsTheOrganisers() {
        Registration noor = noor(PUBLIC, invited());
        Amendment named = form(Optional.of("Noor Bakker"), Optional.empty(), Map.of());
        assertThat(decide(seen(PUBLIC, noor), noor, named, NOW)
                        .stored()
                        .orElseThrow()
                        .person())
                .isEqualTo(new Person("Noor Bakker", NOOR.email(), Optional.empty()));
        assertThat(decide(PUBLIC, invited()).stored().orElseThrow().person()).isEqualTo(NOOR);
    }

    @Test
    void delaysTheLetterIfAsked() {
        Registration noor = noor(PUBLIC, invited());
        LetterDelay delay = new BundledLetter(NOOR.email(), NOW.plusSeconds(60), Map.of()).delay();
        Attend.Answer answer = Attend.Answer.of(noor.ownLink(), EMPTY_FORM).delayed(delay);
        assertThat(delay.isInEffect(
                        Attend.decide(seen(PUBLIC, noor), answer, NOW).stored().orElseThrow()))
                .isTrue();
    }

    @Test
    void isOfferedOnThePageExactlyWhereItWorks() {
        Session strict = session("places", 1, "admission", "invited", "waitingList", false);
        Session notYet = session("opens", "2026-11-09T10:00:00+01:00");
        for (Session session : List.of(INVITED_ONLY, PUBLIC, strict, notYet, PUBLIC.cancelled("Ziek", NOW))) {
            List<RegistrationState> inactive = EVERY_STATE.stream()
                    .filter(state -> !(state instanceof RegistrationState.Active))
                    .toList();
            assertThat(inactive).allSatisfy(state -> {
                SessionSnapshot full = snapshot(session, state, place());
                OwnRegistration own = new OwnRegistration(full, noor(session, state), OptionalInt.empty(), NOW);
                assertThat(own.mayAttend())
                        .isEqualTo(decide(session, state, place()).stored().isPresent());
            });
        }
    }

    @Test
    void needsTheOwnSecret() {
        Registration noor = noor(PUBLIC, invited());
        OwnLink forged = new OwnLink(noor.id(), LinkSecret.generate(new Random(2)));
        assertThat(Attend.decide(seen(PUBLIC, noor), Attend.Answer.of(forged, EMPTY_FORM), NOW))
                .isEqualTo(Decided.asIs(new AttendOutcome.UnknownLink()));
        assertThat(decide(seenNobody(PUBLIC), noor, EMPTY_FORM, NOW))
                .isEqualTo(Decided.asIs(new AttendOutcome.UnknownLink()));
    }

    private static Amendment form(Optional<String> name, Optional<String> theme, Map<String, String> answers) {
        return new Amendment(name, Optional.empty(), theme, Optional.of(answers));
    }

    private static Decided<AttendOutcome> decide(
            Session session, RegistrationState state, RegistrationState... others) {
        Registration noor = noor(session, state);
        return decide(seen(session, noor, others), noor, EMPTY_FORM, NOW);
    }

    private static Decided<AttendOutcome> decide(
            RegistrationSnapshot seen, Registration noor, Amendment form, Instant now) {
        return Attend.decide(seen, Attend.Answer.of(noor.ownLink(), form), now);
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    private static List<String> problems(Decided<AttendOutcome> decided) {
        assertThat(decided.stored()).isEmpty();
        return decided.outcome() instanceof AttendOutcome.Invalid invalid
                ? invalid.problems().stream().map(Problem::code).toList()
                : List.of();
    }
}
