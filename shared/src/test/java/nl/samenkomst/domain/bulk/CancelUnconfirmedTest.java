package nl.samenkomst.domain.bulk;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.bulk.CancelUnconfirmed.BatchOutcome;
import nl.samenkomst.domain.bulk.CancelUnconfirmed.Candidate;
import nl.samenkomst.domain.bulk.CancelUnconfirmed.Request;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class CancelUnconfirmedTest {

    private static final Session SESSION = session("places", 3);

    @Test
    void cancelsEverybodyAndPromotesInTheSameStep() {
        Decided<BatchOutcome> decided = decide(
                unconfirmed("a", place()), unconfirmed("b", waiting(1)), unconfirmed("c", underReviewWithPlace()));

        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        assertThat(changes(decided).changes())
                .extracting(change -> change.after().orElseThrow().state())
                .containsExactly(
                        new RegistrationState.CancelledByOrganiser(NOW, true, "Verzonnen"),
                        new RegistrationState.CancelledByOrganiser(NOW, false, "Verzonnen"),
                        new RegistrationState.CancelledByOrganiser(NOW, false, "Verzonnen"));
        assertThat(decided.outcome()).isEqualTo(new BatchOutcome.Done(Set.of(id("a"), id("b"), id("c"))));
    }

    @Test
    void recordsEachUnderTheNameOfTheOrganiser() {
        assertThat(changes(decide(unconfirmed("a", place()), unconfirmed("b", waiting(1))))
                        .records())
                .containsExactly(
                        new AuditEntry(
                                NOW,
                                Actor.LOCAL,
                                AuditAction.UNCONFIRMED_CANCELLED,
                                Optional.of(id("a").value()),
                                "Verzonnen"),
                        new AuditEntry(
                                NOW,
                                Actor.LOCAL,
                                AuditAction.UNCONFIRMED_CANCELLED,
                                Optional.of(id("b").value()),
                                "Verzonnen"));
    }

    @Test
    void owesNobodyALetter() {
        assertThat(changes(decide(unconfirmed("a", place()), unconfirmed("b", waiting(1))))
                        .changes())
                .allSatisfy(change ->
                        assertThat(change.after().orElseThrow().dueAt()).isEmpty());
    }

    @Test
    void leavesAlonePeopleWhoConfirmedOrAreNotRegistered() {
        assertThat(decide(person("a", place()), person("b", waiting(1)))).isEqualTo(nothing());
        assertThat(EVERY_STATE)
                .filteredOn(state -> !(state instanceof RegistrationState.Active))
                .hasSize(7)
                .allSatisfy(state -> assertThat(decide(unconfirmed("a", state))).isInstanceOf(Decided.AsIs.class));
    }

    @Test
    void cancelsWhoeverSignedUpInThePeriod() {
        Registration noor = unconfirmed("noor", place());
        Instant later = SIGNED_UP.plusMillis(1);

        assertThat(cancels(noor, Optional.of(SIGNED_UP), Optional.of(later))).isTrue();
        assertThat(cancels(noor, Optional.of(SIGNED_UP), Optional.empty())).isTrue();
        assertThat(cancels(noor, Optional.of(later), Optional.empty())).isFalse();
        assertThat(cancels(noor, Optional.empty(), Optional.of(later))).isTrue();
        assertThat(cancels(noor, Optional.empty(), Optional.of(SIGNED_UP))).isFalse();
    }

    @Test
    void countsWhomAnEarlierAttemptCancelledThatSeemedToFail() {
        Registration cancelled =
                unconfirmed("a", place()).with(new RegistrationState.CancelledByOrganiser(NOW, true, "Verzonnen"));
        Registration confirmed = person("b", waiting(1));

        assertThat(decide(cancelled, confirmed)).isEqualTo(Decided.asIs(new BatchOutcome.Done(Set.of(id("a")))));
    }

    @Test
    void refusesOnceTheSessionHasStartedOrIsCancelledIfAnybodyIsLeft() {
        List<Registration> left = List.of(unconfirmed("a", place()));
        Instant start = START;

        assertThat(decide(SESSION, left, SignUpPeriod.ALL, start))
                .isEqualTo(Decided.asIs(new BatchOutcome.Refused(RefusalReason.SESSION_STARTED)));
        assertThat(decide(SESSION.cancelled("", NOW), left, SignUpPeriod.ALL, NOW))
                .isEqualTo(Decided.asIs(new BatchOutcome.Refused(RefusalReason.SESSION_CANCELLED)));
        assertThat(decide(SESSION, List.of(person("a", place())), SignUpPeriod.ALL, start))
                .isEqualTo(nothing());
    }

    /** Otherwise a place would go from one made-up address to the next, to be taken away again. */
    @Test
    void beginsAtTheEndOfTheQueueAndComesToThePlacesLast() {
        List<Candidate> order = new ArrayList<>(List.of(
                candidate("w3", waiting(3), SIGNED_UP),
                candidate("w2", waiting(2), NOW),
                candidate("moved-up", waiting(0), NOW),
                candidate("r", underReview(), SIGNED_UP),
                candidate("p2", place(), NOW),
                candidate("held", underReviewWithPlace(), NOW.minusSeconds(1)),
                candidate("p1", place(), SIGNED_UP)));
        List<Candidate> expected = List.copyOf(order);
        Collections.shuffle(order, new Random(1));
        order.sort(Candidate.ORDER);

        assertThat(order).isEqualTo(expected);
    }

    private static Candidate candidate(String name, RegistrationState state, Instant at) {
        return Candidate.of(registration(name, state, at));
    }

    private static boolean cancels(Registration noor, Optional<Instant> since, Optional<Instant> until) {
        return decide(SESSION, List.of(noor), new SignUpPeriod(since, until), NOW)
                instanceof Decided.CommitAndPromote<BatchOutcome>;
    }

    private static Decided<BatchOutcome> nothing() {
        return Decided.asIs(new BatchOutcome.Done(Set.of()));
    }

    private static RegistrationChanges changes(Decided<BatchOutcome> decided) {
        return decided instanceof Decided.CommitAndPromote<BatchOutcome> commit
                ? commit.changes()
                : new RegistrationChanges(snapshot(SESSION), List.<RegistrationChange>of());
    }

    private static Decided<BatchOutcome> decide(Registration... people) {
        return decide(SESSION, List.of(people), SignUpPeriod.ALL, NOW);
    }

    private static Decided<BatchOutcome> decide(
            Session session, List<Registration> people, SignUpPeriod period, Instant now) {
        RegistrationState[] states = people.stream().map(Registration::state).toArray(RegistrationState[]::new);
        return CancelUnconfirmed.decide(
                snapshot(session, states), people, new Request(period, Actor.LOCAL, "Verzonnen"), now);
    }

    private static Registration unconfirmed(String name, RegistrationState state) {
        return person(name, state).with(new AddressProof.Awaited(Optional.empty()));
    }

    private static Registration person(String name, RegistrationState state) {
        return registration(name, state, SIGNED_UP);
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

    private static RegistrationId id(String name) {
        return SampleRegistrations.KEY.registrationId(
                SESSION.id(), SampleRegistrations.person(name).email());
    }
}
