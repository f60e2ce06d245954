package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvenTimeTest {

    @ParameterizedTest
    @CsvSource({"0, 20000", "1, 20000", "11500, 20000", "19999, 20000", "20000, 40000", "20001, 40000", "512345, 520000"
    })
    void endsAtTheEndOfAStep(long microseconds, long end) {
        Instant begin = Instant.parse("2026-11-02T09:00:00.123Z");
        MovedClock clock = new MovedClock(begin);
        EvenTime evenTime = new EvenTime(clock, clock::advance);

        String result = evenTime.of(() -> {
            clock.advance(Duration.ofNanos(microseconds * 1000));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(Duration.between(begin, clock.instant())).isEqualTo(Duration.ofNanos(end * 1000));
    }

    private static final class MovedClock extends Clock {

        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
