package nl.samenkomst.domain;

import java.time.Duration;

/** Lets time pass; a test's own does so without waiting. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration);

    /** Lets the thread that asks sleep. */
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
