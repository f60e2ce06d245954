package nl.samenkomst.dynamodb;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableRestoreTest {

    @Test
    void refusesACopyOlderThanTheMemoryOfErasures() {
        assertThat(TableRestore.isTooOld(NOW.minus(Duration.ofDays(36)), NOW)).isFalse();
        assertThat(TableRestore.isTooOld(NOW.minus(Duration.ofDays(36)).minusMillis(1), NOW))
                .isTrue();
    }
}
