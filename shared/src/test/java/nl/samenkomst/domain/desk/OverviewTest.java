package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class OverviewTest {

    /** 30 places, in a week and a half before the other two. */
    private static final Session FIRST = LIBRARY_NETWORK;

    private static final Session SECOND = EENZAAMHEID_ONDER_JONGEREN;
    private static final Session THIRD = HANDREIKING;
    private static final Instant START = FIRST.document().when().start().toInstant();
    private static final Instant WEEK_BEFORE = START.minus(Duration.ofDays(7));

    @Test
    void nothingWaitsIfNobodyDoes() {
        assertThat(Overview.of(List.of(full(FIRST)), NOOR, WEEK_BEFORE).waiting())
                .isEmpty();
    }

    @Test
    void mostUrgentKindComesFirstAndThenTheFirstToStart() {
        List<SessionSnapshot> seen = List.of(
                with(FIRST, Count.BOUNCED, 2, Count.REVIEWING, 1),
                with(SECOND, Count.TAKEN, 30, Count.WAITING, 4, Count.REVIEWING, 3),
                with(THIRD.cancelled("", WEEK_BEFORE), Count.TAKEN, 5));

        assertThat(Overview.of(seen, NOOR, WEEK_BEFORE).waiting())
                .containsExactly(
                        new Waiting(WaitKind.TO_DECIDE, FIRST, 1),
                        new Waiting(WaitKind.TO_DECIDE, SECOND, 3),
                        new Waiting(WaitKind.RETURNED, FIRST, 2),
                        new Waiting(WaitKind.FULL, SECOND, 4),
                        new Waiting(WaitKind.CANCELLED, THIRD.cancelled("", WEEK_BEFORE), 5));
    }

    @Test
    void complaintsCountAsLettersThatDoNotArrive() {
        assertThat(Overview.of(List.of(with(FIRST, Count.BOUNCED, 2, Count.COMPLAINED, 1)), NOOR, WEEK_BEFORE)
                        .waiting())
                .containsExactly(new Waiting(WaitKind.RETURNED, FIRST, 3));
    }

    @Test
    void aSessionWithinADayIsExpectedUntilItsEnd() {
        List<SessionSnapshot> seen = List.of(with(FIRST, Count.TAKEN, 7, Count.HELD, 1));

        assertThat(kinds(seen, START.minus(Overview.SOON).minusMillis(1))).isEmpty();
        assertThat(kinds(seen, START.minus(Overview.SOON))).containsExactly(WaitKind.STARTS_SOON);
        assertThat(kinds(seen, START)).containsExactly(WaitKind.STARTS_SOON);
        Instant end = FIRST.document().when().end().toInstant();
        assertThat(Overview.of(seen, NOOR, end.minusMillis(1)).waiting())
                .containsExactly(new Waiting(WaitKind.STARTS_SOON, FIRST, 6));
        assertThat(Overview.of(seen, NOOR, end)).isEqualTo(new Overview(List.of(), List.of()));
    }

    @Test
    void nobodyCanDecideOrPromoteOnceItStarted() {
        assertThat(kinds(List.of(with(FIRST, Count.REVIEWING, 1)), START)).containsExactly(WaitKind.STARTS_SOON);
    }

    @Test
    void aHostSeesOnlyTheDoorAlsoAfterwards() {
        List<SessionSnapshot> seen = List.of(with(FIRST, Count.TAKEN, 7, Count.REVIEWING, 1, Count.BOUNCED, 1));
        Instant morning = START.minus(Duration.ofHours(5));

        assertThat(Overview.of(seen, ELS, morning).waiting())
                .extracting(Waiting::kind)
                .containsExactly(WaitKind.STARTS_SOON);
        assertThat(Overview.of(seen, ELS, START.plus(Duration.ofHours(20))).upcoming())
                .isEqualTo(seen);
    }

    private static List<WaitKind> kinds(List<SessionSnapshot> seen, Instant now) {
        return Overview.of(seen, NOOR, now).waiting().stream()
                .map(Waiting::kind)
                .toList();
    }

    private static SessionSnapshot full(Session session) {
        return with(session, Count.TAKEN, 30);
    }

    private static SessionSnapshot with(Session session, Object... countsAndNumbers) {
        Places places = Places.allFree(session.document());
        for (int i = 0; i < countsAndNumbers.length; i += 2) {
            places = places.add((Count) countsAndNumbers[i], (Integer) countsAndNumbers[i + 1]);
        }
        return new SessionSnapshot(session, places);
    }
}
