package nl.samenkomst.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The real time and what was added to it; it can be moved forward, never back. */
final class MovableClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> ahead;

    MovableClock(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO));
    }

    private MovableClock(Clock real, AtomicReference<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /** Makes it this moment; a moment that has passed leaves the clock as it is. */
    void moveTo(Instant moment) {
        Duration wanted = Duration.between(real.instant(), moment);
        ahead.updateAndGet(now -> wanted.compareTo(now) > 0 ? wanted : now);
    }

    /** Lets this much time pass without waiting for it. */
    void letPass(Duration duration) {
        ahead.updateAndGet(now -> now.plus(duration));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** The same clock, moved together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(real.withZone(zone), ahead);
    }
}
