package nl.samenkomst.local.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Lets several things happen at once, one step at a time, in an order that follows from the seed: whoever calls the
 * store gives way, and anybody may go on next. So the same history happens the same way every time.
 */
final class Turns {

    private static final ThreadLocal<Semaphore> OWN = new ThreadLocal<>();

    private final Random random;
    private final Semaphore scheduler = new Semaphore(0);

    Turns(Random random) {
        this.random = random;
    }

    /** Gives way to whoever else has something to do; nothing where nobody takes turns. */
    void pass() {
        Semaphore mine = OWN.get();
        if (mine != null) {
            scheduler.release();
            mine.acquireUninterruptibly();
        }
    }

    /** Returns when all are done; the first failure is thrown. */
    void take(List<Runnable> tasks) {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Turn> waiting = new ArrayList<>();
        for (Runnable task : tasks) {
            waiting.add(new Turn(task, failures));
        }
        while (!waiting.isEmpty()) {
            Turn next = waiting.get(random.nextInt(waiting.size()));
            next.goes.release();
            scheduler.acquireUninterruptibly();
            waiting.removeIf(turn -> turn.done);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a task came to nothing", failures.element());
        }
    }

    /** One thing that happens, whenever it is its turn. */
    private final class Turn {

        private final Semaphore goes = new Semaphore(0);
        private volatile boolean done;

        Turn(Runnable task, ConcurrentLinkedQueue<Throwable> failures) {
            Thread.ofVirtual().start(() -> {
                OWN.set(goes);
                goes.acquireUninterruptibly();
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
