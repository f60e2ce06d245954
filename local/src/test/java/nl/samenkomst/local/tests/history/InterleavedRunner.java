package nl.samenkomst.local.tests.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Interleaves several tasks, one step at a time, in an order that follows from the seed: each call to the store yields,
 * and any task may run next. The same seed therefore always gives the same history.
 */
final class InterleavedRunner {

    private static final ThreadLocal<Semaphore> OWN_TURN = new ThreadLocal<>();

    private final Random random;
    private final Semaphore scheduler = new Semaphore(0);

    InterleavedRunner(Random random) {
        this.random = random;
    }

    /** Yields to the other tasks; returns at once on a thread that does not take turns. */
    void yieldTurn() {
        Semaphore mine = OWN_TURN.get();
        if (mine != null) {
            scheduler.release();
            mine.acquireUninterruptibly();
        }
    }

    /**
     * Runs all tasks to their end.
     *
     * @throws IllegalStateException with the first failure as its cause
     */
    void runAll(List<Runnable> tasks) {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Turn> waiting = new ArrayList<>();
        for (Runnable task : tasks) {
            waiting.add(new Turn(task, failures));
        }
        while (!waiting.isEmpty()) {
            Turn next = waiting.get(random.nextInt(waiting.size()));
            next.mayRun.release();
            scheduler.acquireUninterruptibly();
            waiting.removeIf(turn -> turn.done);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a task came to nothing", failures.element());
        }
    }

    /** A task that runs whenever it is its turn. */
    private final class Turn {

        private final Semaphore mayRun = new Semaphore(0);
        private volatile boolean done;

        Turn(Runnable task, ConcurrentLinkedQueue<Throwable> failures) {
            Thread.ofVirtual().start(() -> {
                OWN_TURN.set(mayRun);
                mayRun.acquireUninterruptibly();
                try {
                    task.run();
                } catch (Throwable failure) {
                    failures.add(failure);
                } finally {
                    done = true;
                    scheduler.release();
                }
            });
        }
    }
}
