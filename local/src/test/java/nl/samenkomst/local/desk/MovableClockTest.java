package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant NOON = Instant.parse("2026-12-03T12:00:00Z");

    @Test
    void showsTheRealTimeUntilItIsMoved() {
        assertThat(new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC)).instant())
                .isEqualTo(NOON);
    }

    @Test
    void goesOnRunningFromWhereItWasMovedTo() {
        MovableClock clock = new MovableClock(Clock.systemUTC());
        Instant inAWeek = clock.instant().plus(Duration.ofDays(7));

        clock.moveTo(inAWeek);

        assertThat(clock.instant()).isBetween(inAWeek, inAWeek.plusSeconds(60));
    }

    @Test
    void letsTimePassFromWhereItIs() {
        MovableClock clock = new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC));

        clock.advance(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(2));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void doesNotMoveBack() {
        MovableClock clock = new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC));
        clock.moveTo(NOON.plusSeconds(3600));

        clock.moveTo(NOON.plusSeconds(60));
        clock.moveTo(NOON.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void movesInEveryZoneAtOnce() {
        MovableClock clock = new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC));
        Clock inAmsterdam = clock.withZone(ZoneId.of("Europe/Amsterdam"));

        clock.moveTo(NOON.plusSeconds(3600));

        assertThat(inAmsterdam.instant()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(inAmsterdam.getZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    }
}
