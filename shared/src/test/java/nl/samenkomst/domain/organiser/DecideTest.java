package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class DecideTest {

    private static final Session SESSION = session("places", 1, "admission", "reviewed");
    private static final RegistrationState DECLINED = new RegistrationState.Declined(SIGNED_UP, "");

    @Test
    void acceptsSomebodyIntoThePlaceThatWasHeld() {
        RegistrationState held = new RegistrationState.UnderReview(SIGNED_UP, true, Optional.of(BUURT));
        Decided<ChangeOutcome> decided = decide(seen(held), Decision.ACCEPT);
        RegistrationState confirmed = new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT));
        assertThat(state(decided)).isEqualTo(confirmed);
        assertThat(decided.outcome())
                .isEqualTo(ChangeOutcome.changed(noor(SESSION, held).with(confirmed)));
    }

    @Test
    void acceptsSomebodyIntoAFreePlace() {
        assertThat(state(decide(seen(underReview()), Decision.ACCEPT)))
                .isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
    }

    @Test
    void acceptsSomebodyToTheEndOfTheQueueWhenFull() {
        assertThat(state(decide(seen(underReview(), place(), waiting(1)), Decision.ACCEPT)))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
    }

    @Test
    void declinesAndPromotesInTheSameStep() {
        Decided<ChangeOutcome> decided = decide(seen(underReviewWithPlace()), Decision.DECLINE);
        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        assertThat(state(decided)).isEqualTo(new RegistrationState.Declined(NOW, "Daarom"));
    }

    @Test
    void hasTheSameOutcomeForTheSameDecisionAgain() {
        for (RegistrationState accepted : List.of(place(), waiting(1))) {
            assertAsItIs(decide(seen(accepted), Decision.ACCEPT), accepted);
        }
        assertAsItIs(decide(seen(DECLINED), Decision.DECLINE), DECLINED);
    }

    @Test
    void refusesTheOppositeDecision() {
        assertRefused(decide(seen(place()), Decision.DECLINE), RefusalReason.DECIDED);
        assertRefused(decide(seen(waiting(1)), Decision.DECLINE), RefusalReason.DECIDED);
        assertRefused(decide(seen(DECLINED), Decision.ACCEPT), RefusalReason.DECIDED);
    }

    @Test
    void decidesNothingAboutSomebodyWhoCancelledOrWasInvited() {
        for (Decision decision : Decision.values()) {
            assertThat(states(RegistrationState.Cancelled.class))
                    .hasSize(3)
                    .allSatisfy(state -> assertRefused(decide(seen(state), decision), RefusalReason.CANCELLED));
            assertThat(states(RegistrationState.Invitation.class))
                    .hasSize(3)
                    .allSatisfy(state -> assertRefused(decide(seen(state), decision), RefusalReason.INVITED));
        }
    }

    @Test
    void decidesNothingFromTheStartOnOrWhenCancelled() {
        assertRefused(decide(seenAt(START, SESSION), Decision.ACCEPT), RefusalReason.SESSION_STARTED);
        assertRefused(
                decide(seenAt(NOW, SESSION.cancelled("Ziek", NOW)), Decision.DECLINE), RefusalReason.SESSION_CANCELLED);
    }

    @Test
    void recordsWhoDecidedAndWhy() {
        Registration noor = noor(SESSION, underReview());
        assertThat(recorded(decide(seen(underReview()), Decision.ACCEPT)))
                .contains(new AuditEntry(
                        NOW,
                        Actor.LOCAL,
                        AuditAction.ACCEPTED,
                        Optional.of(noor.id().value()),
                        "Daarom"));
        assertThat(recorded(decide(seen(underReview()), Decision.DECLINE)).map(AuditEntry::what))
                .contains("declined");
    }

    private static List<RegistrationState> states(Class<? extends RegistrationState> branch) {
        return EVERY_STATE.stream().filter(branch::isInstance).toList();
    }

    private static Seen seen(RegistrationState state, RegistrationState... others) {
        Registration noor = noor(SESSION, state);
        return new Seen(SampleSnapshots.seen(SESSION, noor, others), noor, NOW);
    }

    private static Seen seenAt(Instant now, Session session) {
        Registration noor = noor(session, underReview());
        return new Seen(SampleSnapshots.seen(session, noor), noor, now);
    }

    private static Decided<ChangeOutcome> decide(Seen seen, Decision decision) {
        return Decide.decide(seen, decision, "Daarom", Actor.LOCAL);
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    private static void assertAsItIs(Decided<ChangeOutcome> decided, RegistrationState state) {
        assertThat(decided).isEqualTo(Decided.asIs(ChangeOutcome.changed(noor(SESSION, state))));
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
