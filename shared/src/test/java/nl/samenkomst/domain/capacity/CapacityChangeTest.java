package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.capacity.SampleSnapshots.places;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.cancelled;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.marked;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CapacityChangeTest {

    private static final Session SESSION = session("themes", List.of(theme(BUURT, 5), theme(WERK, 5)));

    @Test
    void countsAPlaceOnceAndAtItsTheme() {
        Places places = places(SESSION, placeAt(BUURT));
        assertThat(places.counts()).isEqualTo(Map.of(Count.TAKEN, 1));
        assertThat(seats(places)).isEqualTo("buurt 1/0, werk 0/0");
    }

    @Test
    void countsSomebodyWaitingAtTheThemeWanted() {
        Places places = places(SESSION, waitingFor(WERK, 1), waiting(2));
        assertThat(places.counts()).isEqualTo(Map.of(Count.WAITING, 2));
        assertThat(seats(places)).isEqualTo("buurt 0/0, werk 0/1");
    }

    @Test
    void countsAReviewWithAPlaceAsTakenAndHeld() {
        assertThat(places(SESSION, underReviewWithPlace()).counts())
                .isEqualTo(Map.of(Count.REVIEWING, 1, Count.TAKEN, 1, Count.HELD, 1));
        assertThat(places(SESSION, underReview()).counts()).isEqualTo(Map.of(Count.REVIEWING, 1));
    }

    @Test
    void everyCountIsOfSomeState() {
        Set<Count> counted = EnumSet.noneOf(Count.class);
        EVERY_STATE.forEach(
                state -> counted.addAll(places(SESSION, state).counts().keySet()));
        counted.addAll(places(SESSION, underReviewWithPlace()).counts().keySet());
        counted.addAll(erased(place()).counts().keySet());
        List.of(true, false)
                .forEach(present -> counted.addAll(
                        marking(Optional.empty(), Optional.of(present)).counts().keySet()));
        counted.addAll(unconfirmed(place()).counts().keySet());
        List.of(MailProblem.Kind.values())
                .forEach(kind -> counted.addAll(troubled(kind).counts().keySet()));

        assertThat(counted).containsExactly(Count.values());
    }

    @Test
    void countsEveryOtherStateByItself() {
        Map<Count, Integer> invitations = Map.of(Count.INVITED, 1, Count.NOT_COMING, 1, Count.REVOKED, 1);
        assertThat(counts(RegistrationState.Invitation.class)).isEqualTo(invitations);
        assertThat(counts(RegistrationState.Closed.class)).isEqualTo(Map.of(Count.DECLINED, 1, Count.CANCELLED, 3));
    }

    @Test
    void takesBackWhatItCounted() {
        assertThat(EVERY_STATE).allSatisfy(state -> {
            Places left = change(places(SESSION, place(), state), state, invited());
            assertThat(change(left, invited(), place()).counts()).isEqualTo(Map.of(Count.TAKEN, 2));
        });
    }

    @Test
    void countsThePlacesThatErasuresFree() {
        assertThat(EVERY_STATE)
                .allSatisfy(state -> assertThat(erased(state).counts())
                        .isEqualTo(state.holdsPlace() ? Map.of(Count.FREED_BY_ERASURE, 1) : Map.of()));
        assertThat(erased(underReviewWithPlace()).counts()).isEqualTo(Map.of(Count.FREED_BY_ERASURE, 1));
    }

    @Test
    void countsWhoIsMarked() {
        assertThat(marking(Optional.empty(), Optional.of(true)).counts())
                .isEqualTo(Map.of(Count.TAKEN, 1, Count.PRESENT, 1));
        assertThat(marking(Optional.of(true), Optional.of(false)).counts())
                .isEqualTo(Map.of(Count.TAKEN, 1, Count.ABSENT, 1));
        assertThat(marking(Optional.of(false), Optional.empty()).counts()).isEqualTo(Map.of(Count.TAKEN, 1));
    }

    @Test
    void takesAMarkBackWithThePlace() {
        Registration present = marked(noor(SESSION, place()), true);
        Places left = CapacityChange.after(
                marking(Optional.empty(), Optional.of(true)), change(present, cancelled(present, SIGNED_UP)));

        assertThat(left.counts()).isEqualTo(Map.of(Count.CANCELLED, 1));
    }

    @Test
    void keepsTheNumberOfPeoplePresentWhenTheyAreErased() {
        Places left = CapacityChange.after(
                marking(Optional.empty(), Optional.of(true)),
                RegistrationChange.erasure(marked(noor(SESSION, place()), true)));

        assertThat(left.counts()).isEqualTo(Map.of(Count.PRESENT, 1, Count.FREED_BY_ERASURE, 1));
    }

    @Test
    void countsActiveRegistrationsWithoutProofAndThePlacesThatTheyHold() {
        assertThat(unconfirmed(placeAt(BUURT)).counts())
                .isEqualTo(Map.of(Count.TAKEN, 1, Count.UNCONFIRMED, 1, Count.UNCONFIRMED_PLACES, 1));
        assertThat(unconfirmedSeats(unconfirmed(placeAt(BUURT)))).isEqualTo("buurt 1, werk 0");
        assertThat(unconfirmed(underReviewWithPlace()).counts())
                .isEqualTo(Map.of(
                        Count.REVIEWING,
                        1,
                        Count.TAKEN,
                        1,
                        Count.HELD,
                        1,
                        Count.UNCONFIRMED,
                        1,
                        Count.UNCONFIRMED_PLACES,
                        1));
        assertThat(unconfirmed(underReview()).counts()).isEqualTo(Map.of(Count.REVIEWING, 1, Count.UNCONFIRMED, 1));
        assertThat(unconfirmed(waitingFor(WERK, 1)).counts()).isEqualTo(Map.of(Count.WAITING, 1, Count.UNCONFIRMED, 1));
        assertThat(unconfirmedSeats(unconfirmed(waitingFor(WERK, 1)))).isEqualTo("buurt 0, werk 0");
    }

    @Test
    void countsNobodyAsUnconfirmedWhoIsNotRegisteredAnyMore() {
        assertThat(EVERY_STATE)
                .filteredOn(state -> !(state instanceof RegistrationState.Active))
                .hasSize(7)
                .allSatisfy(state ->
                        assertThat(unconfirmed(state).count(Count.UNCONFIRMED)).isZero());
    }

    /** Whatever becomes of a registration without proof, the counters say what a recount would. */
    @Test
    void countsEachWayOutOfBeingUnconfirmed() {
        Registration noor = unproven(placeAt(BUURT));
        Places before = unconfirmed(placeAt(BUURT));

        Places confirmed = CapacityChange.after(before, change(noor, noor.with(new AddressProof.Given(SIGNED_UP))));
        assertThat(confirmed.counts()).isEqualTo(Map.of(Count.TAKEN, 1));
        assertThat(unconfirmedSeats(confirmed)).isEqualTo("buurt 0, werk 0");

        Places lapsed =
                CapacityChange.after(before, change(noor, noor.with(new RegistrationState.Lapsed(SIGNED_UP, true))));
        assertThat(lapsed.counts()).isEqualTo(Map.of(Count.CANCELLED, 1));

        Places erased = CapacityChange.after(before, RegistrationChange.erasure(noor));
        assertThat(erased.counts()).isEqualTo(Map.of(Count.FREED_BY_ERASURE, 1));

        Places moved = CapacityChange.after(before, change(noor, noor.with(placeAt(WERK))));
        assertThat(unconfirmedSeats(moved)).isEqualTo("buurt 0, werk 1");

        Registration waiting = unproven(waiting(1));
        Places promoted = CapacityChange.after(unconfirmed(waiting(1)), change(waiting, waiting.with(placeAt(WERK))));
        assertThat(promoted.counts())
                .isEqualTo(Map.of(Count.TAKEN, 1, Count.UNCONFIRMED, 1, Count.UNCONFIRMED_PLACES, 1));
        assertThat(unconfirmedSeats(promoted)).isEqualTo("buurt 0, werk 1");
    }

    @Test
    void takesNothingBackForAMarkThatWasNeverCounted() {
        Registration present = marked(noor(SESSION, place()), true);
        Places places =
                CapacityChange.after(places(SESSION, place()), change(present, present.marked(Optional.empty())));

        assertThat(places.counts()).isEqualTo(Map.of(Count.TAKEN, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "DELAYED, none",
        "LATE, none",
        "BOUNCED, BOUNCED",
        "SUPPRESSED, BOUNCED",
        "COMPLAINED, COMPLAINED",
        "TOO_MANY, none",
        "REFUSED, none"
    })
    void countsWhoseLettersCameBackUntilThatChangesOrTheyAreErased(MailProblem.Kind kind, String count) {
        Registration noor = noor(SESSION, place());
        Registration troubled = noor.withMailProblem(Optional.of(new MailProblem(kind, SIGNED_UP)));
        Map<Count, Integer> one = Map.of(Count.TAKEN, 1);
        Map<Count, Integer> both = count.equals("none") ? one : Map.of(Count.TAKEN, 1, Count.valueOf(count), 1);

        assertThat(troubled(kind).counts()).isEqualTo(both);
        assertThat(CapacityChange.after(troubled(kind), change(troubled, troubled))
                        .counts())
                .isEqualTo(both);
        assertThat(CapacityChange.after(troubled(kind), change(troubled, noor)).counts())
                .isEqualTo(one);
        assertThat(CapacityChange.after(troubled(kind), RegistrationChange.erasure(troubled))
                        .counts())
                .isEqualTo(Map.of(Count.FREED_BY_ERASURE, 1));
    }

    @Test
    void movesASeatFromOneThemeToAnother() {
        Places moved = change(places(SESSION, placeAt(BUURT)), placeAt(BUURT), placeAt(WERK));
        assertThat(seats(moved)).isEqualTo("buurt 0/0, werk 1/0");
        assertThat(moved.taken()).isEqualTo(1);
    }

    @Test
    void remembersTheNumbersGivenOutInTheQueue() {
        Places places = places(SESSION, waiting(1), waiting(2));
        assertThat(places.highestNumber()).isEqualTo(number(2));
        assertThat(change(places, waiting(1), waiting(0)).lowestNumber()).isEqualTo(number(0));
    }

    @Test
    void givesOutNoNumberAgainAfterSomebodyLeft() {
        assertThat(change(places(SESSION, waiting(1)), waiting(1), invited()).highestNumber())
                .isEqualTo(number(1));
    }

    @Test
    void seatsAPromotedPersonInsteadOfWaiting() {
        Places places = places(SESSION, waiting(1));
        QueueEntry entry = new QueueEntry(number(1), id(), Optional.empty());

        Places promoted = CapacityChange.afterPromotion(places, entry, Optional.of(WERK));
        assertThat(promoted.counts()).isEqualTo(Map.of(Count.TAKEN, 1));
        assertThat(seats(promoted)).isEqualTo("buurt 0/0, werk 1/0");
    }

    /** Returns the places of a session with one person, whose address nobody has confirmed. */
    private static Places unconfirmed(RegistrationState state) {
        return CapacityChange.after(
                places(SESSION), new RegistrationChange(Optional.empty(), Optional.of(unproven(state))));
    }

    private static Registration unproven(RegistrationState state) {
        return noor(SESSION, state).with(new AddressProof.Awaited(Optional.empty()));
    }

    /** Of each theme how many are seated there without a confirmed address. */
    private static String unconfirmedSeats(Places places) {
        return String.join(
                ", ",
                places.themes().entrySet().stream()
                        .map(theme -> theme.getKey() + " " + theme.getValue().unconfirmed())
                        .toList());
    }

    /** Returns the places of a session with one person, whose mail has this problem. */
    private static Places troubled(MailProblem.Kind kind) {
        Registration noor = noor(SESSION, place());
        return CapacityChange.after(
                places(SESSION, place()),
                change(noor, noor.withMailProblem(Optional.of(new MailProblem(kind, SIGNED_UP)))));
    }

    private static Places erased(RegistrationState state) {
        return CapacityChange.after(places(SESSION, state), RegistrationChange.erasure(noor(SESSION, state)));
    }

    private static Places change(Places places, RegistrationState before, RegistrationState after) {
        return CapacityChange.after(places, change(noor(SESSION, before), noor(SESSION, after)));
    }

    private static RegistrationChange change(Registration before, Registration after) {
        return new RegistrationChange(Optional.of(before), Optional.of(after));
    }

    /** Returns the places of a session with one person, whose mark is changed from one to another. */
    private static Places marking(Optional<Boolean> from, Optional<Boolean> to) {
        Registration noor = noor(SESSION, place());
        Places marked = CapacityChange.after(places(SESSION, place()), change(noor, noor.marked(from)));
        return CapacityChange.after(marked, change(noor.marked(from), noor.marked(to)));
    }

    private static Map<Count, Integer> counts(Class<? extends RegistrationState> branch) {
        return places(SESSION, EVERY_STATE.stream().filter(branch::isInstance).toArray(RegistrationState[]::new))
                .counts();
    }

    /** Of each theme how many are seated and how many wait for it. */
    private static String seats(Places places) {
        return String.join(
                ", ",
                places.themes().entrySet().stream()
                        .map(theme -> theme.getKey() + " " + theme.getValue().taken() + "/"
                                + theme.getValue().waiting())
                        .toList());
    }

    private static RegistrationId id() {
        return KEY.registrationId(SESSION.id(), SampleRegistrations.NOOR.email());
    }
}
