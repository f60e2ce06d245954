package nl.samenkomst.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries again until something works out, with pauses that grow and differ by chance, so that those who compete for one
 * place do not meet again at the same moment ("full jitter").
 */
public final class Retrier {

    private static final Duration INITIAL_CEILING = Duration.ofMillis(10);
    private static final Duration MAX_PAUSE = Duration.ofMillis(400);

    private final Duration limit;
    private final RandomGenerator random;
    private final Sleeper pause;

    /** Gives up when the pauses of one try add up to the limit. */
    public Retrier(Duration limit, RandomGenerator random, Sleeper pause) {
        this.limit = limit;
        this.random = random;
        this.pause = pause;
    }

    /**
     * The first thing that the attempt comes up with.
     *
     * @throws OutOfPatience when the limit is reached; whether the last attempt had an effect is not known
     */
    public <T> T call(Supplier<Optional<T>> attempt) {
        Duration paused = Duration.ZERO;
        for (int failed = 0; paused.compareTo(limit) < 0; failed++) {
            Optional<T> outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Duration next = next(failed);
            pause.sleep(next);
            paused = paused.plus(next);
        }
        throw new RetriesExhausted(limit);
    }

    private Duration next(int failed) {
        Duration most = INITIAL_CEILING.multipliedBy(1L << Math.min(failed, 10));
        long ceiling = Math.min(most.toNanos(), MAX_PAUSE.toNanos());
        return Duration.ofNanos(random.nextLong(ceiling / 10, ceiling));
    }

    /** That there was too much competition, or the store was out of order, for as long as one can wait. */
    public static final class RetriesExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RetriesExhausted(Duration limit) {
            super("nothing worked out within " + limit + " of pauses");
        }
    }
}
