package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConcurrentReadsTest {

    @Test
    void readsAreUnderWayAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<String> first = reads.start(() -> meeting(all, "one"));
            Supplier<String> second = reads.start(() -> meeting(all, "two"));

            assertThat(meeting(all, "own") + first.get() + second.get()).isEqualTo("ownonetwo");
        }
    }

    @Test
    void whatAReadThrowsIsThrownToWhoWaitsForIt() {
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<String> failing = reads.start(() -> {
                throw new UnreadableItem("damaged");
            });

            assertThatThrownBy(failing::get).isInstanceOf(UnreadableItem.class).hasMessage("damaged");
        }
    }

    @Test
    void noReadIsLeftBehind() {
        AtomicBoolean hasEnded = new AtomicBoolean();
        CyclicBarrier both = new CyclicBarrier(2);
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<String> ignored = reads.start(() -> {
                String met = meeting(both, "met");
                hasEnded.set(true);
                return met;
            });
            assertThat(ignored).isNotNull();
            meeting(both, "own");
        }

        assertThat(hasEnded).isTrue();
    }

    /** Returns the value once everybody is there. */
    private static String meeting(CyclicBarrier barrier, String value) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
            return value;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("nothing else is under way", alone);
        }
    }
}
