package nl.samenkomst.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The histories of every run find each mistake that is planted in this code. */
class PlantedBugsTest {

    /** Only a broken promise counts: an exception, from making the table or from anything else, fails this test. */
    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(Bug bug) {
        List<Long> seeds = Seeds.named(Seeds.EVERY_RUN);
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
        throw new AssertionError(bug + " is found by none of the seeds " + Seeds.EVERY_RUN);
    }
}
