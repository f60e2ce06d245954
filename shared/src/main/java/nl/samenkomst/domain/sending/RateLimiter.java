package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.samenkomst.domain.Sleeper;

/** A rate limiter that spaces letters evenly, so that they stay within the mail service's limit per second. */
public final class RateLimiter {

    private final Duration interval;
    private final Clock clock;
    private final Sleeper pause;
    private Instant next = Instant.MIN;

    /**
     * Makes a limiter.
     *
     * @param perSecond the maximum number of letters per second
     * @throws IllegalArgumentException if the rate is not above 0
     */
    public RateLimiter(double perSecond, Clock clock, Sleeper pause) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("letters per second must be more than none");
        }
        this.interval = Duration.ofNanos((long) Math.ceil(1_000_000_000 / perSecond));
        this.clock = clock;
        this.pause = pause;
    }

    /** Blocks until the next letter may be sent. */
    public synchronized void acquire() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            pause.sleep(Duration.between(now, next));
            now = next;
        }
        next = now.plus(interval);
    }
}
