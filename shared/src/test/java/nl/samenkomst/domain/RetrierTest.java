package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RetrierTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final List<Duration> pauses = new ArrayList<>();
    private final Retrier retrier = new Retrier(LIMIT, new Random(1), pauses::add);

    @Test
    void returnsASettledValueWithoutAPause() {
        assertThat(retrier.call(() -> Attempt.settled("done"))).isEqualTo("done");
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesAgainAfterEachConflict() {
        assertThat(retrier.call(settledAfter(3))).isEqualTo("done");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void givesUpWhenPausesAddUpToTheLimit() {
        assertThatExceptionOfType(Retrier.RetriesExhausted.class).isThrownBy(() -> retrier.call(Attempt::conflict));

        assertThat(sum(pauses)).isGreaterThanOrEqualTo(LIMIT);
        assertThat(sum(pauses.subList(0, pauses.size() - 1))).isLessThan(LIMIT);
    }

    @Test
    void givesUpWithTheLastFailureAsCause() {
        List<IOException> failures = new ArrayList<>();
        assertThatExceptionOfType(Retrier.RetriesExhausted.class)
                .isThrownBy(() -> retrier.call(() -> {
                    failures.add(new IOException("busy"));
                    return new Attempt.Conflict<>(Optional.of(failures.getLast()));
                }))
                .satisfies(exhausted -> assertThat(exhausted.getCause()).isSameAs(failures.getLast()));
    }

    @Test
    void hasNoCauseWhenTheLastConflictWasRead() {
        assertThatExceptionOfType(Retrier.RetriesExhausted.class)
                .isThrownBy(() -> retrier.call(Attempt::conflict))
                .withNoCause();
    }

    @Test
    void doublesTheCeilingOfPausesFrom10To400Millis() {
        List<Integer> ceilings = List.of(10, 20, 40, 80, 160, 320, 400, 400);
        List<List<Duration>> runs = runs(300, ceilings.size());

        for (int i = 0; i < ceilings.size(); i++) {
            int pause = i;
            Duration ceiling = Duration.ofMillis(ceilings.get(i));
            List<Duration> ith =
                    runs.stream().map(run -> run.get(pause)).sorted().toList();
            assertThat(ith.getFirst()).isBetween(ceiling.dividedBy(10), ceiling.dividedBy(5));
            assertThat(ith.getLast()).isBetween(ceiling.multipliedBy(9).dividedBy(10), ceiling);
        }
    }

    @Test
    void letsTwoCompetitorsPauseForDifferentTimes() {
        List<List<Duration>> two = runs(2, 5);
        assertThat(two.getFirst()).doesNotContainAnyElementsOf(two.getLast());
    }

    /** The pauses of so many callers who meet so many conflicts. */
    private static List<List<Duration>> runs(int callers, int conflicts) {
        List<List<Duration>> runs = new ArrayList<>();
        for (int seed = 0; seed < callers; seed++) {
            List<Duration> pauses = new ArrayList<>();
            new Retrier(Duration.ofMinutes(1), new Random(seed), pauses::add).call(settledAfter(conflicts));
            runs.add(pauses);
        }
        return runs;
    }

    private static Supplier<Attempt<String>> settledAfter(int conflicts) {
        List<Integer> failed = new ArrayList<>();
        return () -> {
            if (failed.size() == conflicts) {
                return Attempt.settled("done");
            }
            failed.add(1);
            return Attempt.conflict();
        };
    }

    private static Duration sum(List<Duration> pauses) {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
