package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.marked;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class MarkPresenceTest {

    private static final Session SESSION = session();
    private static final Registration NOOR = noor(SESSION, place());
    private static final Instant HOUR_BEFORE = START.minus(Duration.ofHours(1));
    private static final Optional<Boolean> PRESENT = Optional.of(true);
    private static final Optional<Boolean> ABSENT = Optional.of(false);
    private static final Optional<Boolean> UNKNOWN = Optional.empty();

    @Test
    void marksPresenceAndChangesNothingElse() {
        Decided<ChangeOutcome> decided = mark(NOOR, PRESENT, START);
        assertThat(decided.outcome()).isEqualTo(ChangeOutcome.changed(marked(NOOR, true)));
        assertThat(decided.stored().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version", "dueAt")
                .isEqualTo(marked(NOOR, true));
    }

    @Test
    void marksFromAnHourBeforeTheStart() {
        assertRefused(mark(NOOR, PRESENT, HOUR_BEFORE.minusMillis(1)), RefusalReason.TOO_EARLY);
        assertThat(mark(NOOR, PRESENT, HOUR_BEFORE).stored()).isPresent();
    }

    @Test
    void marksLongAfterTheEnd() {
        Instant monthLater = START.plus(Duration.ofDays(29));
        assertThat(mark(NOOR, ABSENT, monthLater).stored().orElseThrow().present())
                .contains(false);
    }

    @Test
    void removesAMark() {
        assertThat(mark(marked(NOOR, true), UNKNOWN, START)
                        .stored()
                        .orElseThrow()
                        .present())
                .isEmpty();
    }

    @Test
    void hasTheSameOutcomeAgain() {
        Registration present = marked(NOOR, true);
        assertThat(mark(present, PRESENT, START)).isEqualTo(Decided.asIs(ChangeOutcome.changed(present)));
        assertThat(mark(NOOR, UNKNOWN, NOW)).isEqualTo(Decided.asIs(ChangeOutcome.changed(NOOR)));
    }

    @Test
    void marksNobodyWithoutAPlace() {
        List<RegistrationState> others = EVERY_STATE.stream()
                .filter(state -> !(state instanceof RegistrationState.Confirmed))
                .toList();
        assertThat(others)
                .hasSize(EVERY_STATE.size() - 1)
                .allSatisfy(state ->
                        assertRefused(mark(noor(SESSION, state), PRESENT, START), RefusalReason.NOT_CONFIRMED));
    }

    @Test
    void marksNobodyInACancelledSession() {
        assertRefused(mark(SESSION.cancelled("Ziek", NOW), NOOR, PRESENT, START), RefusalReason.SESSION_CANCELLED);
    }

    @Test
    void recordsWhatWasMarked() {
        assertThat(recorded(mark(NOOR, PRESENT, START)).map(AuditEntry::what)).contains("marked-present");
        assertThat(recorded(mark(NOOR, ABSENT, START)).map(AuditEntry::what)).contains("marked-absent");
        assertThat(recorded(mark(marked(NOOR, true), UNKNOWN, START)).map(AuditEntry::what))
                .contains("mark-removed");
    }

    private static Decided<ChangeOutcome> mark(Registration noor, Optional<Boolean> present, Instant now) {
        return mark(SESSION, noor, present, now);
    }

    private static Decided<ChangeOutcome> mark(
            Session session, Registration noor, Optional<Boolean> present, Instant now) {
        Seen seen = new Seen(SampleSnapshots.seen(session, noor), noor, now);
        return MarkPresence.decide(seen, present, Actor.LOCAL);
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
