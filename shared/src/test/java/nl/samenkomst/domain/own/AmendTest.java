package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class AmendTest {

    private static final Session SESSION = session();
    private static final Session THEMES = session("places", 2, "themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
    private static final Session ASKING =
            session("questions", List.of(Map.of("id", "wens", "label", "Wens", "required", true)));
    private static final QuestionId WENS = new QuestionId("wens");
    private static final Amendment OTHER_NAME = named("Noor Bakker");

    @Test
    void changesTheNameAndNothingElse() {
        Registration noor = noor(SESSION, place());
        Decided<AmendOutcome> decided = decide(SESSION, noor, OTHER_NAME);
        assertThat(decided).isInstanceOf(Decided.Update.class);
        assertThat(decided.outcome())
                .isEqualTo(new AmendOutcome.Amended(noor.amended(
                        new Person("Noor Bakker", NOOR.email(), Optional.empty()), Answers.NONE, SIGNED_UP)));
    }

    @Test
    void changesEveryValueButTheAddress() {
        Person other = SampleSessions.registration(SampleSessions.HANDREIKING, SampleSessions.confirmed())
                .person();
        Map<String, String> values = PersonValues.of(other);
        Map<String, String> expected = new HashMap<>(values);
        expected.put("email", NOOR.email().value());

        assertThat(AmendmentForm.parse(values))
                .isInstanceOfSatisfying(
                        Parsed.Valid.class,
                        parsed -> assertThat(PersonValues.of(((Amendment) parsed.value()).applyTo(NOOR)))
                                .isEqualTo(expected));
    }

    @Test
    void dropsAnOrganisationByAnEmptyText() {
        Person before = new Person("Noor", NOOR.email(), Optional.of("Gemeente Ede"));
        Amendment empty = new Amendment(Optional.empty(), Optional.of(""), Optional.empty(), Optional.empty());
        assertThat(empty.applyTo(before).organisation()).isEmpty();
        assertThat(OTHER_NAME.applyTo(before).organisation()).contains("Gemeente Ede");
    }

    @Test
    void writesNothingIfNothingChanges() {
        Registration noor = noor(SESSION, place());
        assertThat(decide(SESSION, noor, named(NOOR.name()))).isEqualTo(Decided.asIs(new AmendOutcome.Amended(noor)));
    }

    @Test
    void movesToAnotherThemeAndPromotesInTheSameStep() {
        Decided<AmendOutcome> decided = decide(THEMES, noor(THEMES, placeAt(BUURT)), wanting("werk"));
        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        Registration moved = decided.stored().orElseThrow();
        assertThat(moved.state()).isEqualTo(placeAt(WERK));
        assertThat(moved.choseAt()).isEqualTo(NOW);
    }

    @Test
    void movesWithinAFullSession() {
        Session full = session("places", 1, "themes", List.of(theme(BUURT), theme(WERK)));
        assertThat(state(decide(full, noor(full, placeAt(BUURT)), wanting("werk"))))
                .isEqualTo(placeAt(WERK));
    }

    @Test
    void keepsTheOldPlaceIfTheThemeWantedIsFull() {
        Registration noor = noor(THEMES, placeAt(BUURT));
        assertThat(decide(seen(THEMES, noor, placeAt(WERK)), noor, wanting("werk")))
                .isEqualTo(Decided.asIs(new AmendOutcome.ThemeFull()));
    }

    @Test
    void staysWhereAnyThemeWillDo() {
        Registration noor = noor(THEMES, placeAt(BUURT));
        assertThat(decide(THEMES, noor, wanting("any"))).isEqualTo(Decided.asIs(new AmendOutcome.Amended(noor)));
    }

    @Test
    void movesFromAClosedThemeToAnyWithRoom() {
        Registration noor = noor(THEMES, placeAt(BUURT));
        Session onlyWerk = session("themes", List.of(theme(WERK, 1)));
        Places places = seen(THEMES, noor).places().withRulesOf(onlyWerk.document());
        RegistrationSnapshot seen = new RegistrationSnapshot(onlyWerk, places, Optional.of(noor));
        assertThat(state(decide(seen, noor, wanting("any")))).isEqualTo(placeAt(WERK));
    }

    @Test
    void keepsTheNumberInTheQueueForAnotherTheme() {
        Registration noor = noor(THEMES, waitingFor(BUURT, 1));
        assertThat(state(decide(seen(THEMES, noor, placeAt(BUURT), placeAt(WERK)), noor, wanting("werk"))))
                .isEqualTo(new RegistrationState.Waitlisted(SIGNED_UP, number(1), Optional.of(WERK)));
    }

    @Test
    void leavesTheQueueForAThemeWithRoom() {
        Registration noor = noor(THEMES, waitingFor(BUURT, 1));
        assertThat(state(decide(seen(THEMES, noor, placeAt(BUURT)), noor, wanting("werk"))))
                .isEqualTo(new RegistrationState.Confirmed(NOW, true, Optional.of(WERK)));
    }

    @Test
    void passesNobodyInTheQueueByChoosingAnotherTheme() {
        Registration noor = noor(THEMES, waitingFor(BUURT, 2));
        assertThat(state(decide(seen(THEMES, noor, placeAt(BUURT), waitingFor(WERK, 1)), noor, wanting("werk"))))
                .isInstanceOf(RegistrationState.Waitlisted.class);
    }

    @Test
    void movesAPlaceHeldDuringReview() {
        Registration noor = noor(THEMES, underReview(true, BUURT));
        assertThat(state(decide(THEMES, noor, wanting("werk")))).isEqualTo(underReview(true, WERK));
        assertThat(decide(seen(THEMES, noor, placeAt(WERK)), noor, wanting("werk"))
                        .outcome())
                .isEqualTo(new AmendOutcome.ThemeFull());
    }

    @Test
    void changesTheWishDuringReviewEvenForAFullTheme() {
        Registration noor = noor(THEMES, underReview(false, BUURT));
        assertThat(state(decide(seen(THEMES, noor, placeAt(WERK)), noor, wanting("werk"))))
                .isEqualTo(underReview(false, WERK));
    }

    @Test
    void storesOtherAnswersAndWhenTheyWereGiven() {
        Registration noor = noor(ASKING, place());
        Registration stored =
                decide(ASKING, noor, answering("wens", "een tuin")).stored().orElseThrow();
        assertThat(stored.answers().valuesFor(WENS)).containsExactly("een tuin");
        assertThat(stored.choseAt()).isEqualTo(NOW);
        assertThat(stored.state()).isEqualTo(place());
    }

    @Test
    void asksNothingOfSomebodyWhoChangesOnlyTheirName() {
        assertThat(decide(ASKING, noor(ASKING, place()), OTHER_NAME).outcome())
                .isInstanceOf(AmendOutcome.Amended.class);
    }

    @Test
    void refusesAnEmptyAnswerToARequiredQuestion() {
        Decided<AmendOutcome> decided = decide(ASKING, noor(ASKING, place()), answering("wens", ""));
        assertThat(problems(decided)).containsExactly("answer.required");
    }

    @Test
    void keepsAnswersWithAnotherTheme() {
        Session both = session(
                "themes",
                List.of(theme(BUURT), theme(WERK)),
                "questions",
                List.of(Map.of("id", "wens", "label", "Wens", "required", true)));
        Map<QuestionId, List<String>> given =
                Map.of(WENS, List.of("een tuin"), new QuestionId("vroeger"), List.of("ja"));
        Registration noor = noor(both, placeAt(BUURT)).amended(NOOR, new Answers(given), SIGNED_UP);
        Registration moved = decide(both, noor, wanting("werk")).stored().orElseThrow();
        assertThat(moved.answers().given()).as("nothing is lost").isEqualTo(given);
    }

    @Test
    void refusesAThemeThatIsNotOffered() {
        assertThat(problems(decide(THEMES, noor(THEMES, placeAt(BUURT)), wanting("digitaal"))))
                .containsExactly("theme.unknown");
    }

    @Test
    void changesNothingFromTheStartOnOrWhenCancelled() {
        Registration noor = noor(SESSION, place());
        assertThat(Amend.decide(seen(SESSION, noor), noor.ownLink(), OTHER_NAME, START))
                .isEqualTo(Decided.asIs(new AmendOutcome.Over()));
        assertThat(decide(SESSION.cancelled("Ziek", NOW), noor, OTHER_NAME))
                .isEqualTo(Decided.asIs(new AmendOutcome.Over()));
    }

    @Test
    void changesNothingForSomebodyWhoDoesNotCome() {
        List<RegistrationState> others = EVERY_STATE.stream()
                .filter(state -> !(state instanceof RegistrationState.Active))
                .toList();
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(state -> assertThat(decide(SESSION, noor(SESSION, state), OTHER_NAME))
                        .isEqualTo(Decided.asIs(new AmendOutcome.NotRegistered())));
    }

    @Test
    void needsTheOwnSecret() {
        Registration noor = noor(SESSION, place());
        OwnLink forged = new OwnLink(noor.id(), LinkSecret.generate(new Random(2)));
        for (Instant now : List.of(NOW, START)) {
            assertThat(Amend.decide(seen(SESSION, noor), forged, OTHER_NAME, now))
                    .isEqualTo(Decided.asIs(new AmendOutcome.UnknownLink()));
        }
    }

    private static Amendment named(String name) {
        return new Amendment(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Amendment wanting(String theme) {
        return new Amendment(Optional.empty(), Optional.empty(), Optional.of(theme), Optional.empty());
    }

    private static Amendment answering(String question, String answer) {
        return new Amendment(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Map.of(question, answer)));
    }

    private static RegistrationState underReview(boolean holdsPlace, ThemeId theme) {
        return new RegistrationState.UnderReview(SIGNED_UP, holdsPlace, Optional.of(theme));
    }

    private static Decided<AmendOutcome> decide(Session session, Registration noor, Amendment amendment) {
        return decide(seen(session, noor), noor, amendment);
    }

    private static Decided<AmendOutcome> decide(RegistrationSnapshot seen, Registration noor, Amendment amendment) {
        return Amend.decide(seen, noor.ownLink(), amendment, NOW);
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    private static List<String> problems(Decided<AmendOutcome> decided) {
        assertThat(decided.stored()).isEmpty();
        return decided.outcome() instanceof AmendOutcome.Invalid invalid
                ? invalid.problems().stream().map(Problem::code).toList()
                : List.of();
    }
}
