package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Plays seeded histories with injected faults, and checks them against a simple model. The message names a seed that
 * fails; {@code mvn verify -pl local -am -Dtest=HistoryTest -Dhistories=42} plays it again, besides those of every run,
 * and {@code -Dhistories=1-500,900} plays many.
 */
class HistoryTest {

    @Test
    void noHistoryViolatesTheModel() {
        List<String> violations = new ArrayList<>();
        int histories = 0;
        int operations = 0;
        int faults = 0;
        for (long seed : Seeds.named(Seeds.EVERY_RUN + "," + System.getProperty("histories", Seeds.EVERY_RUN))) {
            try {
                History history = new History(seed, Optional.empty());
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

    @Test
    void parsesSingleSeedsAndRanges() {
        assertThat(Seeds.named("1-3,5,2,14")).containsExactly(1L, 2L, 3L, 5L, 14L);
    }
}
