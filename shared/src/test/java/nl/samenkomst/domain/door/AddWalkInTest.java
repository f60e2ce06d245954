package nl.samenkomst.domain.door;

import static nl.samenkomst.domain.capacity.SampleSnapshots.REFUSED;
import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.marked;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.door.WalkInOutcome.RefusalReason;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;
import org.junit.jupiter.api.Test;

final class AddWalkInTest {

    private static final Session ONE_PLACE = session("places", 1);
    private static final Instant HOUR_BEFORE = START.minus(Duration.ofHours(1));
    private static final SignUpRequest REQUEST = request(NOOR, Optional.empty());

    @Test
    void registersAsConfirmedAndPresent() {
        Registration there = stored(AddWalkIn.decide(seenNobody(ONE_PLACE), REQUEST, Actor.LOCAL, START))
                .orElseThrow();

        assertThat(there.state()).isEqualTo(new RegistrationState.Confirmed(START, false, Optional.empty()));
        assertThat(there.present()).contains(true);
        assertThat(there.proof()).isEqualTo(new AddressProof.Given(START));
    }

    @Test
    void goesBeyondThePlacesThereAre() {
        RegistrationChanges changes = changes(add(seenNobody(ONE_PLACE, place(), waiting(1)), START));

        assertThat(changes.after().taken()).isEqualTo(2);
        assertThat(changes.after().waiting()).isEqualTo(1);
        assertThat(changes.after().count(Count.PRESENT)).isEqualTo(1);
    }

    /** Its condition on the number of places would refuse what this decides. */
    @Test
    void isWrittenOnlyIfThePlacesAreAsSeen() {
        assertThat(changes(add(seenNobody(ONE_PLACE, place()), START)).requiresSamePlaces())
                .isTrue();
    }

    @Test
    void letsInSomebodyWhoWaits() {
        RegistrationChanges changes = changes(letIn(seen(ONE_PLACE, noor(ONE_PLACE, waiting(1)), place()), START));

        assertThat(changes.after().waiting()).isZero();
        assertThat(changes.after().taken()).isEqualTo(2);
        assertThat(changes.after().count(Count.PRESENT)).isEqualTo(1);
    }

    @Test
    void letsInWhoeverIsActiveOrCancelled() {
        List<RegistrationState> expected = EVERY_STATE.stream()
                .filter(state -> state instanceof RegistrationState.Active
                        || state instanceof RegistrationState.CancelledByPerson)
                .toList();

        for (RegistrationState state : EVERY_STATE) {
            Decided<WalkInOutcome> decided = letIn(seen(ONE_PLACE, noor(ONE_PLACE, state)), START);
            assertThat(decided.outcome() instanceof WalkInOutcome.Present)
                    .as(state.word())
                    .isEqualTo(expected.contains(state));
        }
    }

    /** The person at the door is a fact; the list at the door does not show these, so they are added by address. */
    @Test
    void addsThoseWhoWereDeclinedOrInvited() {
        for (RegistrationState state : EVERY_STATE) {
            assertThat(stored(add(seen(ONE_PLACE, noor(ONE_PLACE, state)), START))
                            .orElseThrow()
                            .present())
                    .as(state.word())
                    .contains(true);
        }
    }

    @Test
    void marksSomebodyWhoHasAPlaceAndKeepsTheState() {
        Registration noor = noor(ONE_PLACE, place());
        Decided<WalkInOutcome> decided = add(seen(ONE_PLACE, noor), START);

        assertThat(decided.outcome()).isEqualTo(new WalkInOutcome.Present(marked(noor, true)));
        assertThat(recorded(decided).map(AuditEntry::what)).contains("marked-present");
    }

    @Test
    void aSecondPressChangesNothing() {
        Registration there = marked(noor(ONE_PLACE, place()), true);
        Decided<WalkInOutcome> same = Decided.asIs(new WalkInOutcome.Present(there));

        assertThat(add(seen(ONE_PLACE, there), START)).isEqualTo(same);
        assertThat(letIn(seen(ONE_PLACE, there), START)).isEqualTo(same);
    }

    @Test
    void recognizesItsOwnEarlierWrite() {
        Registration own = stored(add(seenNobody(ONE_PLACE), START)).orElseThrow();

        assertThat(add(seen(ONE_PLACE, own), START)).isEqualTo(Decided.asIs(new WalkInOutcome.Present(own)));
    }

    @Test
    void opensAnHourBeforeTheStartAndClosesADayAfterTheEnd() {
        Instant dayAfter = ONE_PLACE.document().when().end().toInstant().plus(Duration.ofDays(1));

        assertRefused(add(seenNobody(ONE_PLACE), HOUR_BEFORE.minusMillis(1)), RefusalReason.TOO_EARLY);
        assertThat(stored(add(seenNobody(ONE_PLACE), HOUR_BEFORE))).isPresent();
        assertThat(stored(add(seenNobody(ONE_PLACE), dayAfter))).isPresent();
        assertRefused(add(seenNobody(ONE_PLACE), dayAfter.plusMillis(1)), RefusalReason.TOO_LATE);
        assertRefused(
                letIn(seen(ONE_PLACE, noor(ONE_PLACE, waiting(1))), dayAfter.plusMillis(1)), RefusalReason.TOO_LATE);
    }

    @Test
    void refusesWhenTheSessionIsCancelled() {
        Session cancelled = ONE_PLACE.cancelled("Ziek", HOUR_BEFORE);

        assertRefused(add(seenNobody(cancelled), START), RefusalReason.SESSION_CANCELLED);
        assertThat(AddWalkIn.isOpen(cancelled, START)).isFalse();
        assertThat(AddWalkIn.isOpen(ONE_PLACE, START)).isTrue();
    }

    @Test
    void refusesAnAddressOfSomebodyElse() {
        Person other = new Person("Els", NOOR.email(), Optional.empty());
        RegistrationSnapshot seen = seen(ONE_PLACE, noor(ONE_PLACE, place()));

        assertRefused(
                AddWalkIn.decide(seen, request(other, Optional.empty()), Actor.LOCAL, START),
                RefusalReason.OTHER_PERSON);
    }

    @Test
    void refusesAMailboxThatWantsNoLetters() {
        assertRefused(add(seenNobody(ONE_PLACE).withMailbox(REFUSED), START), RefusalReason.MAILBOX_REFUSED);
    }

    @Test
    void refusesAThemeThatIsNotOffered() {
        Session themes = session("themes", List.of(theme(BUURT)));
        Decided<WalkInOutcome> decided =
                AddWalkIn.decide(seenNobody(themes), request(NOOR, Optional.of("werk")), Actor.LOCAL, START);

        assertThat(decided.outcome())
                .isInstanceOfSatisfying(
                        WalkInOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly("theme.unknown"));
    }

    @Test
    void seatsAtTheThemeWantedOrTheEmptiest() {
        Session themes = session(
                "themes",
                List.of(
                        Map.of("id", "buurt", "title", "Buurt", "places", 1),
                        Map.of("id", "werk", "title", "Werk", "places", 1)));
        ThemeId werk = new ThemeId("werk");
        RegistrationSnapshot full = seenNobody(themes, at(BUURT), at(BUURT), at(werk));

        assertThat(seat(AddWalkIn.decide(full, request(NOOR, Optional.of("buurt")), Actor.LOCAL, START)))
                .contains(BUURT);
        assertThat(seat(add(full, START))).contains(werk);
        assertThat(seat(letIn(seen(themes, noor(themes, waitingFor(BUURT, 1)), at(BUURT)), START)))
                .contains(BUURT);
    }

    @Test
    void recordsWhoAdded() {
        Decided<WalkInOutcome> decided = add(seenNobody(ONE_PLACE), START);

        assertThat(recorded(decided))
                .contains(new AuditEntry(
                        START,
                        Actor.LOCAL,
                        AuditAction.ADDED_AT_DOOR,
                        stored(decided).map(there -> there.id().value()),
                        ""));
    }

    @Test
    void takingTheMarkBackLeavesThePlace() {
        Registration there = stored(add(seenNobody(ONE_PLACE, place()), START)).orElseThrow();
        Places after = RegistrationChanges.changing(
                        seen(ONE_PLACE, there, place()).sessionSnapshot(), there, there.marked(Optional.empty()), START)
                .after();

        assertThat(after.taken()).isEqualTo(2);
        assertThat(after.count(Count.PRESENT)).isZero();
    }

    private static RegistrationState at(ThemeId theme) {
        return new RegistrationState.Confirmed(HOUR_BEFORE, false, Optional.of(theme));
    }

    private static Optional<ThemeId> seat(Decided<WalkInOutcome> decided) {
        return stored(decided).orElseThrow().state().theme();
    }

    private static Decided<WalkInOutcome> add(RegistrationSnapshot seen, Instant now) {
        return AddWalkIn.decide(seen, REQUEST, Actor.LOCAL, now);
    }

    private static Decided<WalkInOutcome> letIn(RegistrationSnapshot seen, Instant now) {
        return AddWalkIn.decide(seen, seen.registration().orElseThrow(), Actor.LOCAL, now);
    }

    private static SignUpRequest request(Person person, Optional<String> theme) {
        return SignUpRequest.of(
                KEY, ONE_PLACE.id(), new SignUp(person, Optional.empty(), theme, Map.of()), new Random(2));
    }

    private static Optional<Registration> stored(Decided<WalkInOutcome> decided) {
        return decided.stored();
    }

    private static RegistrationChanges changes(Decided<WalkInOutcome> decided) {
        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        return ((Decided.CommitAndPromote<WalkInOutcome>) decided).changes();
    }

    private static void assertRefused(Decided<WalkInOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new WalkInOutcome.Refused(why)));
    }
}
