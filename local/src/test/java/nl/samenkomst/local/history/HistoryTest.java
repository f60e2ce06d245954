package nl.samenkomst.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded histories on a bad day of the table's, held against a simple model. A seed that fails is named;
 * {@code mvn verify -pl local -am -Dtest=HistoryTest -Dhistories=42} plays it again, besides those of every run, and
 * {@code -Dhistories=1-500,900} plays many.
 */
class HistoryTest {

    /** The seeds of every run; among them are those that find the planted bugs. */
    private static final String EVERY_RUN = "1-3,5,14,22,25";

    @Test
    void noHistoryBreaksAPromise() {
        List<String> violations = new ArrayList<>();
        int histories = 0;
        int operations = 0;
        int faults = 0;
        for (long seed : seeds(EVERY_RUN + "," + System.getProperty("histories", EVERY_RUN))) {
            try (History history = new History(seed, Optional.empty())) {
                history.violations().forEach(violation -> violations.add("seed " + seed + ", " + violation));
                histories++;
                operations += history.operationsDone();
                faults += history.faultsInjected();
            } catch (RuntimeException stuck) {
                throw new AssertionError("seed " + seed + " came to nothing", stuck);
            }
        }
        System.out.printf(
                "histories %d, operations %d, faults injected %d, violations %d%n",
                histories, operations, faults, violations.size());
        assertThat(violations).isEmpty();
    }

    /** Only a broken promise counts: an exception, from making the table or from anything else, fails this test. */
    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(Bug bug) {
        List<Long> seeds = seeds(EVERY_RUN);
        assertThat(seeds).contains(bug.foundBy());
        List<Long> likeliestFirst = Stream.concat(Stream.of(bug.foundBy()), seeds.stream())
                .distinct()
                .toList();
        for (long seed : likeliestFirst) {
            try (History history = new History(seed, Optional.of(bug))) {
                List<String> violations = history.violations();
                if (!violations.isEmpty()) {
                    System.out.printf("%s: found by seed %d, %s%n", bug, seed, violations.getFirst());
                    return;
                }
            }
        }
        throw new AssertionError(bug + " is found by none of the seeds " + EVERY_RUN);
    }

    @Test
    void seedsAreNamedOneByOneAndInRanges() {
        assertThat(seeds("1-3,5,2,14")).containsExactly(1L, 2L, 3L, 5L, 14L);
    }

    private static List<Long> seeds(String named) {
        return Stream.of(named.split(",", -1))
                .map(range -> range.split("-", 2))
                .flatMapToLong(
                        ends -> LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .distinct()
                .boxed()
                .toList();
    }
}
