package nl.samenkomst.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded histories on a bad day of the table's, held against a simple model. A seed that fails is named;
 * {@code mvn verify -pl local -am -Dtest=HistoryTest -Dhistories=42} plays it again, and {@code -Dhistories=1-500} plays
 * many.
 */
class HistoryTest {

    private static final long MOST_UNTIL_FOUND = 20;

    @Test
    void noHistoryBreaksAPromise() {
        List<String> violations = new ArrayList<>();
        int histories = 0;
        int operations = 0;
        int faults = 0;
        for (long seed : seeds()) {
            try (History history = new History(seed, Optional.empty())) {
                history.violations().forEach(violation -> violations.add("seed " + seed + ", " + violation));
                histories++;
                operations += history.operationsDone();
                faults += history.faultsInjected();
            }
        }
        System.out.printf(
                "histories %d, operations %d, faults injected %d, violations %d%n",
                histories, operations, faults, violations.size());
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(Bug bug) {
        for (long seed = bug.foundBy(); seed < bug.foundBy() + MOST_UNTIL_FOUND; seed++) {
            String found = firstViolation(seed, bug);
            if (!found.isEmpty()) {
                System.out.printf("%s: found by seed %d, %s%n", bug, seed, found);
                return;
            }
        }
        throw new AssertionError(bug + " was not found by " + MOST_UNTIL_FOUND + " histories");
    }

    /** Whoever never gets an answer has found something, too. */
    private static String firstViolation(long seed, Bug bug) {
        try (History history = new History(seed, Optional.of(bug))) {
            return history.violations().stream().findFirst().orElse("");
        } catch (RuntimeException stuck) {
            return "stuck: " + stuck.getMessage();
        }
    }

    private static long[] seeds() {
        String[] range = System.getProperty("histories", "1-6").split("-", -1);
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[range.length - 1]))
                .toArray();
    }
}
