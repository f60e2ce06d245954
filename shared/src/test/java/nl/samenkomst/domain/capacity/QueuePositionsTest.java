package nl.samenkomst.domain.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;
import org.junit.jupiter.api.Test;

final class QueuePositionsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void countsCompetitorsAheadInQueue() {
        Random random = new Random(1);
        List<Optional<ThemeId>> wishes =
                List.of(Optional.empty(), Optional.of(new ThemeId("buurt")), Optional.of(new ThemeId("werk")));
        for (int i = 0; i < 500; i++) {
            List<RegistrationState.Waitlisted> queue = random.longs(random.nextInt(1, 20), 1, 1_000)
                    .distinct()
                    .mapToObj(number -> new RegistrationState.Waitlisted(NOW, number, wishes.get(random.nextInt(3))))
                    .toList();
            QueuePositions positions = new QueuePositions(queue);

            assertThat(queue)
                    .allSatisfy(waiting -> assertThat(positions.of(waiting))
                            .hasValue((int) ahead(waiting, queue).count()));
        }
    }

    @Test
    void hasNoPositionUnlessWaitlisted() {
        assertThat(new QueuePositions(List.of()).of(new RegistrationState.Invited(NOW)))
                .isEmpty();
    }

    /** Returns this person and all who go first; a person waiting for any theme competes with the whole queue. */
    private static Stream<RegistrationState.Waitlisted> ahead(
            RegistrationState.Waitlisted waiting, List<RegistrationState.Waitlisted> queue) {
        return queue.stream()
                .filter(other -> other.number() <= waiting.number())
                .filter(other -> waiting.wish().isEmpty()
                        || other.wish().isEmpty()
                        || waiting.wish().equals(other.wish()));
    }
}
