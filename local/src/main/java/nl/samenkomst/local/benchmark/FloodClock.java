package nl.samenkomst.local.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a simulation: it runs while a function works, as long as that takes on this machine, is moved over all
 * pauses, and stands still otherwise.
 */
final class FloodClock extends Clock {

    private Instant now;
    private long runningSince;
    private boolean isRunning;

    FloodClock(Instant now) {
        this.now = now;
    }

    void start() {
        runningSince = System.nanoTime();
        isRunning = true;
    }

    void stop() {
        now = instant();
        isRunning = false;
    }

    boolean isRunning() {
        return isRunning;
    }

    void moveTo(Instant moment) {
        Instant current = instant();
        if (moment.isAfter(current)) {
            now = now.plus(Duration.between(current, moment));
        }
    }

    @Override
    public Instant instant() {
        return isRunning ? now.plusNanos(System.nanoTime() - runningSince) : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is read in UTC only");
    }
}
