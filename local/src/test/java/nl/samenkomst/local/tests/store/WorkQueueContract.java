package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** The index of work that is due. */
interface WorkQueueContract {

    StoreFixture store();

    @Test
    default void listsDueWorkOldestFirst() {
        store().publish("places", 1);
        store().signUp("noor");
        store().clock.advance(Duration.ofMinutes(1));
        store().signUp("piet");
        store().clock.advance(Duration.ofMinutes(1));
        store().change("places", 1, "title", "Anders");

        assertThat(dueBy(Lane.UNCONFIRMED, store().clock.instant()))
                .containsExactly(
                        new WorkItem.Letter(ID, store().id("noor"), NOW),
                        new WorkItem.Letter(ID, store().id("piet"), NOW.plusSeconds(60)));
        assertThat(dueBy(store().clock.instant()))
                .containsExactly(new WorkItem.ChangedSession(ID, NOW.plusSeconds(120)));
        assertThat(dueBy(NOW.minusMillis(1))).isEmpty();
    }

    /** A registration moves from lane to lane as it is written, and is in one at a time. */
    @Test
    default void listsEachRegistrationInItsLane() {
        Instant lapses = NOW.plus(Duration.ofDays(1));
        store().publish("notify", "nothing");
        store().signUp("noor");
        store().change("noor", known -> known.with(new AddressProof.Awaited(Optional.of(lapses))));
        assertThat(dueBy(Lane.UNCONFIRMED, NOW)).containsExactly(new WorkItem.Letter(ID, store().id("noor"), NOW));
        assertThat(dueBy(Lane.CONFIRMED, lapses)).isEmpty();
        assertThat(dueBy(Lane.LAPSING, lapses)).isEmpty();

        store().update(told(store().registration("noor"), LetterKind.CONFIRMED, 1, NOW));
        assertThat(dueBy(Lane.LAPSING, lapses)).containsExactly(new WorkItem.Letter(ID, store().id("noor"), lapses));
        assertThat(dueBy(Lane.LAPSING, lapses.minusMillis(1))).isEmpty();
        assertThat(dueBy(Lane.UNCONFIRMED, lapses)).isEmpty();

        store().change("noor", known -> known.with(new AddressProof.Given(NOW)));
        assertThat(dueBy(Lane.LAPSING, lapses)).isEmpty();
        assertThat(dueBy(Lane.CONFIRMED, START.toInstant())).hasSize(1);
    }

    @Test
    default void completesAChangeUnlessANewerOneCame() {
        store().publish();
        store().change("title", "Een");
        Session one = store().session();
        store().change("title", "Twee");

        assertThat(store().workQueue.complete(one)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(dueBy(NOW)).hasSize(1);
        assertThat(store().workQueue.complete(store().session())).isEqualTo(WriteResult.committed());
        assertThat(dueBy(NOW)).isEmpty();
    }

    @Test
    default void aCompletedSessionComesBackWhenItsFiguresMustBeKept() {
        store().publish();
        Instant later = NOW.plus(Duration.ofDays(60));

        assertThat(store().workQueue.complete(store().session(), Optional.of(later)))
                .isEqualTo(WriteResult.committed());

        assertThat(dueBy(later.minusMillis(1))).isEmpty();
        assertThat(dueBy(later)).containsExactly(new WorkItem.ChangedSession(ID, later));
    }

    private Iterable<WorkItem> dueBy(Instant moment) {
        return dueBy(Lane.CONFIRMED, moment);
    }

    private Iterable<WorkItem> dueBy(Lane lane, Instant moment) {
        return store().workQueue.dueBy(lane, moment);
    }
}
