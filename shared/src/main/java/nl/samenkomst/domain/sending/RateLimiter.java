package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.samenkomst.domain.Sleeper;

/** Keeps letters apart, so that no more leave in a second than the mail service takes. */
public final class RateLimiter {

    private final Duration apart;
    private final Clock clock;
    private final Sleeper pause;
    private Instant next = Instant.MIN;

    /** A pace of this many letters a second, more than none. */
    public RateLimiter(double perSecond, Clock clock, Sleeper pause) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("letters per second must be more than none");
        }
        this.apart = Duration.ofNanos((long) Math.ceil(1_000_000_000 / perSecond));
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns when the next letter may leave. */
    public synchronized void await() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            pause.sleep(Duration.between(now, next));
            now = next;
        }
        next = now.plus(apart);
    }
}
