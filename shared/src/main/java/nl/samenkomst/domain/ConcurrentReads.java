package nl.samenkomst.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs reads that do not depend on each other at the same time, so that together they take as long as the slowest;
 * closing waits until all have ended. Each has a platform thread: a request starts few reads, and the first virtual
 * thread of a cold start costs 11 ms more, for classes that nothing else needs.
 */
public final class ConcurrentReads implements AutoCloseable {

    /** The name of each thread that reads. */
    public static final String THREAD_NAME = "read";

    private final List<Future<?>> started = new ArrayList<>();

    /** Starts a read, and returns what waits for it; that throws what the read throws. */
    public <T> Supplier<T> start(Supplier<T> read) {
        FutureTask<T> task = new FutureTask<>(() -> read.get());
        started.add(task);
        Thread.ofPlatform().daemon().name(THREAD_NAME).start(task);
        return () -> {
            try {
                return await(task);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
            }
        };
    }

    @Override
    public void close() {
        for (Future<?> task : started) {
            try {
                await(task);
            } catch (ExecutionException failed) {
                // Reported to the caller that waits for this read.
            }
        }
    }

    private static <T> T await(Future<T> task) throws ExecutionException {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        }
    }
}
