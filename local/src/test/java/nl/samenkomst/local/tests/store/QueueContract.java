package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Sequence;
import org.junit.jupiter.api.Test;

/** The queue is read in order, gives each number once, and is promoted from in the transaction that frees a place. */
interface QueueContract {

    StoreFixture store();

    @Test
    default void readsTheQueueInOrder() {
        store().publish("places", 2);
        store().signUp("noor");
        store().signUp("piet");
        store().signUp("fatma");
        store().signUp("jan");

        assertThat(store().places()).isEqualTo("2 taken, 2 waiting, 0 cancelled");
        assertThat(store().registrations.queue(ID))
                .extracting(QueueEntry::registration)
                .containsExactly(store().id("fatma"), store().id("jan"));
        assertThat(store().position("fatma")).isEqualTo(1);
        assertThat(store().position("jan")).isEqualTo(2);
    }

    @Test
    default void countsPositionsAmongThoseWhoCouldHaveTheSamePlace() {
        store().publish("places", 3, "themes", List.of(theme(BUURT, 1), theme(WERK, 2)));
        store().signUp("noor", "buurt");
        store().signUp("piet", "werk");
        store().signUp("fatma", "werk");
        store().signUp("jan", "buurt");
        store().signUp("els", "werk");
        store().signUp("mo", "any");

        assertThat(store().position("jan")).isEqualTo(1);
        assertThat(store().position("els")).isEqualTo(1);
        assertThat(store().position("mo")).isEqualTo(3);
    }

    @Test
    default void rejectsQueueingBehindAPlaceFreedSinceTheSnapshot() {
        store().publish("places", 1);
        store().signUp("piet");
        RegistrationSnapshot seen = store().look("noor");
        store().cancel("piet");

        assertThat(store().commit(seen, "noor", lastInLine(seen))).isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    default void givesEachQueueNumberOnce() {
        store().publish("places", 1);
        store().signUp("noor");
        RegistrationSnapshot seen = store().look("piet");
        store().signUp("fatma");

        assertThat(store().commit(seen, "piet", lastInLine(seen))).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().position("fatma")).isEqualTo(1);
    }

    @Test
    default void promotesInTheSameTransaction() {
        store().publish("places", 1);
        store().signUp("noor");
        store().signUp("piet");
        store().signUp("fatma");

        store().cancel("noor");
        assertThat(store().places()).isEqualTo("1 taken, 1 waiting, 1 cancelled");
        assertThat(store().state("piet")).isEqualTo("confirmed");
        assertThat(store().position("fatma")).isEqualTo(1);
    }

    @Test
    default void promotesIntoTheThemeThatIsFreed() {
        store().publish("places", 3, "themes", List.of(theme(BUURT, 1), theme(WERK, 2)));
        store().signUp("noor", "buurt");
        store().signUp("piet", "werk");
        store().signUp("fatma", "werk");
        store().signUp("jan", "buurt");
        store().signUp("mo", "any");

        store().cancel("piet");
        assertThat(store().state("jan")).isEqualTo("waitlisted");
        assertThat(store().registration("mo").state())
                .isEqualTo(new RegistrationState.Confirmed(NOW, true, Optional.of(WERK)));
        assertThat(store().themes()).isEqualTo("buurt 1/1, werk 2/0");
        store().cancel("noor");
        assertThat(store().state("jan")).isEqualTo("confirmed");
        assertThat(store().themes()).isEqualTo("buurt 1/0, werk 2/0");
    }

    @Test
    default void movesTheQueueUpWhenSomebodyLeavesIt() {
        store().publish("places", 1);
        store().signUp("noor");
        store().signUp("piet");
        store().signUp("fatma");

        store().cancel("piet");
        assertThat(store().position("fatma")).isEqualTo(1);
        assertThat(store().places()).isEqualTo("1 taken, 1 waiting, 1 cancelled");
        store().cancel("noor");
        assertThat(store().state("fatma")).isEqualTo("confirmed");
        assertThat(store().state("piet")).isEqualTo("cancelled");
    }

    @Test
    default void queuesSomebodyWhoReturnsLast() {
        store().publish("places", 1);
        store().signUp("noor");
        store().signUp("piet");
        store().signUp("fatma");
        store().cancel("noor");

        store().signUp("noor");
        assertThat(store().position("noor")).isEqualTo(2);
        assertThat(store().registration("noor").sequence()).isEqualTo(new Sequence(3));
        assertThat(store().places()).isEqualTo("1 taken, 2 waiting, 0 cancelled");
    }

    /** More people are promoted than one transaction holds. */
    @Test
    default void promotesAsManyAsFitWhenPlacesAreAdded() {
        store().publish("places", 1);
        store().signUp("noor");
        for (int i = 1; i <= 30; i++) {
            store().signUp("wacht" + i);
        }

        store().change("places", 28);
        assertThat(store().places()).isEqualTo("28 taken, 3 waiting, 0 cancelled");
        assertThat(store().state("wacht27")).isEqualTo("confirmed");
        assertThat(store().position("wacht28")).isEqualTo(1);
    }

    private static RegistrationState lastInLine(RegistrationSnapshot seen) {
        return new RegistrationState.Waitlisted(NOW, seen.places().highestNumber() + 1, Optional.empty());
    }
}
