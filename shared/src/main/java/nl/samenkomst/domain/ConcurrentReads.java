package nl.samenkomst.domain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Runs reads that do not depend on each other at the same time, so that together they take as long as the slowest;
 * closing waits until all have ended.
 */
public final class ConcurrentReads implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts a read, and returns what waits for it; that throws what the read throws. */
    public <T> Supplier<T> start(Supplier<T> read) {
        CompletableFuture<T> started = CompletableFuture.supplyAsync(read, threads);
        return () -> {
            try {
                return started.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
