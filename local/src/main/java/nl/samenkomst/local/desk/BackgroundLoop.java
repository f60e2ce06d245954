package nl.samenkomst.local.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Repeats a task in a virtual thread of its own; a failure is printed to standard error, and the task repeated. */
final class BackgroundLoop implements AutoCloseable {

    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Task task;
    private volatile boolean closed;
    private @Nullable Thread thread;

    BackgroundLoop(String name, Duration pause, Task task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
    }

    /** Runs the task immediately, then again after each pause. */
    void start() {
        thread = Thread.ofVirtual().name(name).start(this::repeat);
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(CLOSE_TIMEOUT);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void repeat() {
        try {
            while (!closed) {
                once();
                Thread.sleep(pause);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            task.run();
        } catch (InterruptedException closing) {
            throw closing;
        } catch (Exception failed) {
            if (!closed) {
                System.err.println("This time, " + name + " failed:");
                failed.printStackTrace();
            }
        }
    }
}
