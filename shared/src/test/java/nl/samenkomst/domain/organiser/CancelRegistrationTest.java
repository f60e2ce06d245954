package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
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
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class CancelRegistrationTest {

    private static final Session SESSION = session("noticePeriod", "P20D");

    @Test
    void takesAPlaceAwayAndPromotesInTheSameStep() {
        Decided<ChangeOutcome> decided = cancel(place());
        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        RegistrationState cancelled = new RegistrationState.CancelledByOrganiser(NOW, true, "Dubbel");
        assertThat(state(decided)).isEqualTo(cancelled);
        assertThat(decided.outcome())
                .isEqualTo(ChangeOutcome.changed(noor(SESSION, place()).with(cancelled)));
    }

    @Test
    void cancelsSomebodyWithoutAConfirmedPlace() {
        for (RegistrationState state : List.of(waiting(1), underReviewWithPlace())) {
            assertThat(state(cancel(state)))
                    .isEqualTo(new RegistrationState.CancelledByOrganiser(NOW, false, "Dubbel"));
        }
    }

    @Test
    void revokesAnUnansweredInvitation() {
        Decided<ChangeOutcome> decided = cancel(invited());
        assertThat(state(decided)).isEqualTo(new RegistrationState.InvitationRevoked(NOW, "Dubbel"));
        assertThat(recorded(decided).map(AuditEntry::what)).contains("revoked");
    }

    @Test
    void cancelsDuringTheNoticePeriodUntilTheStart() {
        Instant dayBefore = START.minus(Duration.ofDays(1));
        assertThat(state(cancel(SESSION, place(), dayBefore)))
                .isEqualTo(new RegistrationState.CancelledByOrganiser(dayBefore, true, "Dubbel"));
        assertRefused(cancel(SESSION, place(), START), RefusalReason.SESSION_STARTED);
        assertRefused(cancel(SESSION.cancelled("Ziek", NOW), invited(), NOW), RefusalReason.SESSION_CANCELLED);
    }

    @Test
    void hasTheSameOutcomeAgainEvenAfterTheStart() {
        List<RegistrationState> over = EVERY_STATE.stream()
                .filter(state -> state instanceof RegistrationState.Cancelled
                        || state instanceof RegistrationState.InvitationDeclined
                        || state instanceof RegistrationState.InvitationRevoked)
                .toList();
        assertThat(over)
                .hasSize(5)
                .allSatisfy(state -> assertThat(cancel(SESSION, state, START))
                        .isEqualTo(Decided.asIs(ChangeOutcome.changed(noor(SESSION, state)))));
    }

    @Test
    void refusesToCancelADeclinedPerson() {
        assertRefused(cancel(new RegistrationState.Declined(SIGNED_UP, "")), RefusalReason.DECIDED);
    }

    @Test
    void recordsWhoCancelledAndWhy() {
        assertThat(recorded(cancel(place())))
                .contains(new AuditEntry(
                        NOW,
                        Actor.LOCAL,
                        AuditAction.CANCELLED,
                        Optional.of(noor(SESSION, place()).id().value()),
                        "Dubbel"));
    }

    private static Decided<ChangeOutcome> cancel(RegistrationState state) {
        return cancel(SESSION, state, NOW);
    }

    private static Decided<ChangeOutcome> cancel(Session session, RegistrationState state, Instant now) {
        Registration noor = noor(session, state);
        Seen seen = new Seen(SampleSnapshots.seen(session, noor), noor, now);
        return CancelRegistration.decide(seen, "Dubbel", Actor.LOCAL);
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
