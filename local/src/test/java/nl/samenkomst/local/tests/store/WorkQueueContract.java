package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.samenkomst.domain.WriteResult;
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

        assertThat(dueBy(store().clock.instant()))
                .containsExactly(
                        new WorkItem.Letter(ID, store().id("noor"), NOW),
                        new WorkItem.Letter(ID, store().id("piet"), NOW.plusSeconds(60)),
                        new WorkItem.ChangedSession(ID, NOW.plusSeconds(120)));
        assertThat(dueBy(NOW.minusMillis(1))).isEmpty();
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

    private Iterable<WorkItem> dueBy(Instant moment) {
        return store().workQueue.dueBy(moment);
    }
}
