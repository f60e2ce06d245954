package nl.samenkomst.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Makes work take a whole number of steps, so that the time of its response does not tell what it found. The table is
 * read and written alike for everybody already; this hides what is left, such as the size of an item.
 */
public final class EvenTime {

    /** Longer than the work on a warm instance usually takes, and shorter than anybody notices. */
    public static final Duration STEP = Duration.ofMillis(20);

    private final InstantSource clock;
    private final Sleeper pause;

    public EvenTime(InstantSource clock, Sleeper pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Does this work and returns its result at the end of a step; if it fails, at once. */
    public <T> T of(Supplier<T> work) {
        Instant begin = clock.instant();
        T result = work.get();
        long spent = Duration.between(begin, clock.instant()).toNanos();
        pause.sleep(Duration.ofNanos(STEP.toNanos() - Math.floorMod(spent, STEP.toNanos())));
        return result;
    }
}
