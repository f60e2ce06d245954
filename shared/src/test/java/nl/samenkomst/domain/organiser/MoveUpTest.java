package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class MoveUpTest {

    private static final Session SESSION = session("places", 1);
    private static final Request REQUEST = new Request(AuditAction.MOVED_UP, Actor.LOCAL, "Spreekt zelf");
    private static final OptionalLong NEVER_TRIED = OptionalLong.empty();

    @Test
    void movesSomebodyBeforeTheFirstInLine() {
        assertThat(state(decide(seen(waiting(3), waiting(1), waiting(2)), 1, NEVER_TRIED)))
                .isEqualTo(new RegistrationState.Waitlisted(SIGNED_UP, number(0), Optional.empty()));
    }

    @Test
    void movesTheNextOneBeforeThoseWhoWereMovedUp() {
        assertThat(state(decide(seen(waiting(3), waiting(0), waiting(-1)), -1, NEVER_TRIED)))
                .isEqualTo(new RegistrationState.Waitlisted(SIGNED_UP, number(-2), Optional.empty()));
    }

    @Test
    void keepsTheThemeWaitedFor() {
        assertThat(state(decide(seen(waitingFor(WERK, 2), waiting(1)), 1, NEVER_TRIED))
                        .theme())
                .contains(WERK);
    }

    @Test
    void leavesTheFirstInLineWhereTheyAre() {
        assertAsItIs(decide(seen(waiting(1), waiting(2)), 1, NEVER_TRIED), waiting(1));
    }

    @Test
    void recognizesItsOwnEarlierWrite() {
        assertAsItIs(decide(seen(waiting(0), waiting(-1)), -1, OptionalLong.of(number(0))), waiting(0));
        assertAsItIs(decide(seen(place()), 1, OptionalLong.of(number(0))), place());
    }

    @Test
    void movesNobodyWhoDoesNotWait() {
        List<RegistrationState> others = EVERY_STATE.stream()
                .filter(state -> !(state instanceof RegistrationState.Waitlisted))
                .toList();
        assertThat(others)
                .hasSize(EVERY_STATE.size() - 1)
                .allSatisfy(state -> assertRefused(decide(seen(state), 1, NEVER_TRIED), RefusalReason.NOT_WAITING));
    }

    @Test
    void movesNobodyFromTheStartOnOrWhenCancelled() {
        assertRefused(decide(seenAt(START, SESSION, waiting(2)), 1, NEVER_TRIED), RefusalReason.SESSION_STARTED);
        assertRefused(decide(seenAt(START, SESSION, waiting(1)), 1, NEVER_TRIED), RefusalReason.SESSION_STARTED);
        Session cancelled = SESSION.cancelled("Ziek", NOW);
        assertRefused(decide(seenAt(NOW, cancelled, waiting(2)), 1, NEVER_TRIED), RefusalReason.SESSION_CANCELLED);
    }

    @Test
    void recordsWhoMovedSomebodyUpAndWhy() {
        assertThat(recorded(decide(seen(waiting(2), waiting(1)), 1, NEVER_TRIED)))
                .contains(new AuditEntry(
                        NOW,
                        Actor.LOCAL,
                        AuditAction.MOVED_UP,
                        Optional.of(noor(SESSION, waiting(2)).id().value()),
                        "Spreekt zelf"));
    }

    private static Seen seen(RegistrationState state, RegistrationState... others) {
        return seenAt(NOW, SESSION, state, others);
    }

    private static Seen seenAt(Instant now, Session session, RegistrationState state, RegistrationState... others) {
        Registration noor = noor(session, state);
        return new Seen(SampleSnapshots.seen(session, noor, others), noor, now);
    }

    private static Decided<ChangeOutcome> decide(Seen seen, int first, OptionalLong tried) {
        return MoveUp.decide(seen, OptionalLong.of(number(first)), tried, REQUEST);
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
