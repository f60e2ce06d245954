package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the histories of every run find each planted bug. */
class PlantedBugsTest {

    /** Only a violation counts: an exception, from creating the table or from anything else, fails this test. */
    @ParameterizedTest
    @EnumSource
    void everyPlantedBugIsFound(Bug bug) {
        List<Long> seeds = Seeds.named(Seeds.EVERY_RUN);
        assertThat(seeds).contains(bug.foundBy());
        List<Long> likeliestFirst = Stream.concat(Stream.of(bug.foundBy()), seeds.stream())
                .distinct()
                .toList();
        for (long seed : likeliestFirst) {
            List<String> violations = new History(seed, Optional.of(bug)).violations();
            if (!violations.isEmpty()) {
                System.out.printf("%s: found by seed %d, %s%n", bug, seed, violations.getFirst());
                return;
            }
        }
        throw new AssertionError(bug + " is found by none of the seeds " + Seeds.EVERY_RUN);
    }
}
