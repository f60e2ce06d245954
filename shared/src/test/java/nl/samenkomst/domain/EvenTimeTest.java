package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvenTimeTest {

    @ParameterizedTest
    @CsvSource({"0, 20000", "1, 20000", "11500, 20000", "19999, 20000", "20000, 40000", "20001, 40000", "512345, 520000"
    })
    void endsAtTheEndOfAStep(long microseconds, long end) {
        Instant begin = Instant.parse("2026-11-02T09:00:00.123Z");
        AtomicReference<Instant> now = new AtomicReference<>(begin);
        EvenTime evenTime = new EvenTime(now::get, pause -> now.updateAndGet(moment -> moment.plus(pause)));

        String result = evenTime.of(() -> {
            now.updateAndGet(moment -> moment.plus(Duration.ofNanos(microseconds * 1000)));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(Duration.between(begin, now.get())).isEqualTo(Duration.ofNanos(end * 1000));
    }
}
