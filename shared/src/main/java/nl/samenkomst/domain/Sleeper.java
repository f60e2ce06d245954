package nl.samenkomst.domain;

import java.time.Duration;

/** Sleeps between retries; tests pass one that does not wait. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Blocks the calling thread.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    void sleep(Duration duration);

    /** Returns one that really waits. */
    static Sleeper real() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting", stopped);
            }
        };
    }
}
