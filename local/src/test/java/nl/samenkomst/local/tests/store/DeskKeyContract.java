package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.DeskKey;
import org.junit.jupiter.api.Test;

/** A desk has one key, from the first need of it on, in all instances. */
interface DeskKeyContract {

    EmailAddress NOOR = new EmailAddress("noor@example.org");

    StoreFixture store();

    @Test
    default void everyInstanceHasTheSameKey() {
        Attempt<DeskKey> first = deskKey(new SecureRandom());

        assertThat(first).isInstanceOf(Attempt.Settled.class);
        assertThat(deskKey(new SecureRandom())).isEqualTo(first);
    }

    @Test
    default void aKeyMadeByAnotherInstanceMeanwhileIsTheDesksKey() {
        List<Attempt<DeskKey>> others = new ArrayList<>();
        Registrations late = store().registrations(drawing(() -> others.add(deskKey(new SecureRandom()))));

        assertThat(late.deskKey()).isInstanceOf(Attempt.Conflict.class);
        assertThat(late.deskKey()).isEqualTo(others.getFirst());
        assertThat(others).hasSize(1);
    }

    /** A GET may look for somebody by address, and changes nothing. */
    @Test
    default void lookingForSomebodyMakesNoKey() {
        store().publish();
        int before = store().items().size();

        assertThat(store().registrations.find(ID, NOOR, NOW).flatMap(RegistrationSnapshot::registration))
                .isEmpty();
        assertThat(store().items()).hasSize(before);
    }

    @Test
    default void findsSomebodyByAddress() {
        store().publish();
        store().signUp("noor");

        assertThat(store().registrations.find(ID, new EmailAddress("NOOR@example.org"), NOW))
                .hasValueSatisfying(seen -> assertThat(seen.registration()).contains(store().registration("noor")));
        assertThat(store().registration("noor").id()).isEqualTo(store().id("noor"));
    }

    private Attempt<DeskKey> deskKey(RandomGenerator random) {
        return store().registrations(random).deskKey();
    }

    /** Returns a secure source that does this first. */
    private static RandomGenerator drawing(Runnable first) {
        SecureRandom random = new SecureRandom();
        AtomicBoolean isDone = new AtomicBoolean();
        return () -> {
            if (!isDone.getAndSet(true)) {
                first.run();
            }
            return random.nextLong();
        };
    }
}
