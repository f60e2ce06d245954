package nl.samenkomst.local.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The real time plus an offset that can grow, never shrink. */
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

    /** Moves the clock to this moment; does nothing if the clock is already past it. */
    void moveTo(Instant moment) {
        Duration wanted = Duration.between(real.instant(), moment);
        ahead.updateAndGet(now -> wanted.compareTo(now) > 0 ? wanted : now);
    }

    /** Moves the clock forward by this much, without waiting. */
    void advance(Duration duration) {
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

    /** Returns a clock in another zone that moves together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(real.withZone(zone), ahead);
    }
}
