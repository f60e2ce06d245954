package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class WithdrawDecisionTest {

    private static final Session SESSION =
            session("places", 1, "admission", "reviewed", "themes", List.of(theme(BUURT, 1)));
    private static final RegistrationState HELD =
            new RegistrationState.UnderReview(SIGNED_UP, true, Optional.of(BUURT));
    private static final Instant A_MINUTE_LATER = NOW.plus(Duration.ofMinutes(1));

    @Test
    void lettersAboutADecisionWaitTwoMinutes() {
        Registration decided = decided(HELD, Decision.ACCEPT).stored().orElseThrow();

        assertThat(Owed.dueAt(SESSION, decided, NOW)).contains(NOW.plus(Duration.ofMinutes(2)));
        assertThat(WithdrawDecision.isOpen(decided, A_MINUTE_LATER)).isTrue();
        assertThat(WithdrawDecision.isOpen(decided, NOW.plus(Duration.ofMinutes(2))))
                .isFalse();
    }

    @Test
    void aDecisionOfTheApiCannotBeTakenBack() {
        Decided<ChangeOutcome> decided = Decide.decide(seen(HELD), Decision.ACCEPT, "", Actor.LOCAL);

        assertThat(WithdrawDecision.isOpen(decided.stored().orElseThrow(), NOW)).isFalse();
        assertThat(withdraw(decided, A_MINUTE_LATER)).isEqualTo(tooLate());
    }

    @Test
    void somebodyAcceptedIsUnderReviewAgainWithTheirPlaceAndIsOwedNothing() {
        Registration after = withdraw(decided(HELD, Decision.ACCEPT), A_MINUTE_LATER)
                .stored()
                .orElseThrow();

        assertThat(after.state()).isEqualTo(HELD);
        assertThat(after.letters().delayedUntil()).isEmpty();
        assertThat(Owed.next(SESSION, after, A_MINUTE_LATER).filter(letter -> letter.isDueBy(A_MINUTE_LATER)))
                .isEmpty();
    }

    @Test
    void somebodyDeclinedGetsTheHeldPlaceBackIfItIsFree() {
        assertThat(withdraw(decided(HELD, Decision.DECLINE), A_MINUTE_LATER)
                        .stored()
                        .orElseThrow()
                        .state())
                .isEqualTo(HELD);
    }

    @Test
    void somebodyDeclinedHasNoPlaceIfItWentToTheQueue() {
        Decided<ChangeOutcome> withdrawn = withdraw(decided(HELD, Decision.DECLINE), A_MINUTE_LATER, placeAt(BUURT));

        assertThat(withdrawn.stored().orElseThrow().state())
                .isEqualTo(new RegistrationState.UnderReview(SIGNED_UP, false, Optional.of(BUURT)));
        assertThat(WithdrawDecision.lostPlace(
                        withdrawn.outcome(), SESSION.document().signUp().admission()))
                .isTrue();
    }

    @Test
    void isTooLateOnceTheLetterMayHaveLeft() {
        assertThat(withdraw(decided(HELD, Decision.ACCEPT), NOW.plus(Duration.ofMinutes(2))))
                .isEqualTo(tooLate());
    }

    @Test
    void changesNothingTwice() {
        Registration noor = noor(SESSION, HELD);
        Seen seen = new Seen(SampleSnapshots.seen(SESSION, noor), noor, A_MINUTE_LATER);

        assertThat(WithdrawDecision.decide(seen, List.of(), Actor.LOCAL))
                .isEqualTo(Decided.asIs(ChangeOutcome.changed(noor)));
    }

    @Test
    void recordsWhoTookItBack() {
        assertThat(recorded(withdraw(decided(HELD, Decision.ACCEPT), A_MINUTE_LATER))
                        .orElseThrow()
                        .what())
                .isEqualTo(AuditAction.DECISION_WITHDRAWN.word());
    }

    private static Decided<ChangeOutcome> tooLate() {
        return Decided.asIs(new ChangeOutcome.Refused(RefusalReason.DECISION_FINAL));
    }

    private static Seen seen(RegistrationState state) {
        Registration noor = told(noor(SESSION, state), LetterKind.UNDER_REVIEW, 1, SIGNED_UP);
        return new Seen(SampleSnapshots.seen(SESSION, noor), noor, NOW);
    }

    private static Decided<ChangeOutcome> decided(RegistrationState state, Decision decision) {
        return Decide.decideWithDelay(seen(state), decision, "Daarom", Actor.LOCAL);
    }

    private static Decided<ChangeOutcome> withdraw(
            Decided<ChangeOutcome> decided, Instant now, RegistrationState... others) {
        Registration registration = decided.stored().orElseThrow();
        List<AuditEntry> trail = recorded(decided).stream().toList();
        return WithdrawDecision.decide(
                new Seen(SampleSnapshots.seen(SESSION, registration, others), registration, now), trail, Actor.LOCAL);
    }
}
