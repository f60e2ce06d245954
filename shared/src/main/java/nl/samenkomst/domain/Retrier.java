package nl.samenkomst.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats an attempt until it is settled. Each pause is random, from a tenth of a ceiling up to the ceiling, which
 * doubles from 10 to 400 ms: so those who compete for one place do not meet again at the same moment.
 */
public final class Retrier {

    private static final Duration INITIAL_CEILING = Duration.ofMillis(10);
    private static final Duration MAX_PAUSE = Duration.ofMillis(400);

    private final Duration limit;
    private final RandomGenerator random;
    private final Sleeper sleeper;

    /** Gives up when the pauses of one call add up to the limit. */
    public Retrier(Duration limit, RandomGenerator random, Sleeper sleeper) {
        this.limit = limit;
        this.random = random;
        this.sleeper = sleeper;
    }

    /**
     * Returns the value of the first attempt that is settled. The attempt may run many times, so each run must read
     * anew and recognize its own earlier write.
     *
     * @throws RetriesExhausted when the limit is reached; whether the last attempt had an effect is not known
     */
    public <T> T call(Supplier<Attempt<T>> attempt) {
        Duration paused = Duration.ZERO;
        Optional<Exception> lastFailure = Optional.empty();
        for (int failed = 0; paused.compareTo(limit) < 0; failed++) {
            switch (attempt.get()) {
                case Attempt.Settled<T> settled -> {
                    return settled.value();
                }
                case Attempt.Conflict<T> conflict -> lastFailure = conflict.cause();
            }
            Duration next = pauseAfter(failed);
            sleeper.sleep(next);
            paused = paused.plus(next);
        }
        throw new RetriesExhausted(limit, lastFailure);
    }

    private Duration pauseAfter(int failed) {
        Duration grown = INITIAL_CEILING.multipliedBy(1L << Math.min(failed, 10));
        long ceiling = Math.min(grown.toNanos(), MAX_PAUSE.toNanos());
        return Duration.ofNanos(random.nextLong(ceiling / 10, ceiling));
    }

    /** Thrown when competition, or a failing store, outlasted the limit; its cause is the last failed write. */
    public static final class RetriesExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RetriesExhausted(Duration limit, Optional<Exception> cause) {
            super("not settled within " + limit + " of pauses", cause.orElse(null));
        }
    }
}
