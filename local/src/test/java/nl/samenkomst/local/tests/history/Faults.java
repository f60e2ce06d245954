package nl.samenkomst.local.tests.history;

import java.util.Random;
import java.util.function.Supplier;
import nl.samenkomst.domain.WriteResult;

/** Injects faults into calls to the table, drawn from the seed: into one write in five and one read in fifty. */
final class Faults {

    private static final int MAX_ATTEMPTS = 40;
    private static final double SHARE = 0.2;

    /** Whether a write of this thread was committed and reported as a conflict. */
    private static final ThreadLocal<Boolean> LOST = ThreadLocal.withInitial(() -> false);

    private final Random random;
    private final InterleavedRunner turns;
    private boolean on = true;
    private int injected;

    Faults(Random random, InterleavedRunner turns) {
        this.random = random;
        this.turns = turns;
    }

    int injected() {
        return injected;
    }

    /** Stops injecting faults. */
    void stop() {
        on = false;
    }

    void start() {
        on = true;
    }

    /** Reads, possibly after another task ran; the process may die afterwards. */
    <T> T read(Supplier<T> call) {
        turns.yieldTurn();
        T answer = call.get();
        if (on && random.nextDouble() < SHARE / 10) {
            throw died();
        }
        return answer;
    }

    /**
     * Writes, possibly after another task ran; may end in a conflict or a throttle (without a write), in a lost
     * response, or in the death of the process before or after the write.
     */
    WriteResult write(Supplier<WriteResult> call) {
        turns.yieldTurn();
        if (!on || random.nextDouble() >= SHARE) {
            return call.get();
        }
        return switch (random.nextInt(8)) {
            case 0 -> throw died();
            case 1 -> throw diedAfter(call.get());
            case 2, 3, 4 -> lost(call.get());
            default -> {
                injected++;
                yield conflict();
            }
        };
    }

    /** Reports a conflict for a committed write, so that the caller cannot know whether it was done. */
    private WriteResult lost(WriteResult answer) {
        injected++;
        if (!answer.isCommitted()) {
            return answer;
        }
        LOST.set(true);
        return conflict();
    }

    private static WriteResult conflict() {
        return new WriteResult.Conflict(new IllegalStateException("injected"));
    }

    private Died diedAfter(WriteResult answer) {
        return answer.isCommitted() ? died() : new Died();
    }

    private Died died() {
        injected++;
        return new Died();
    }

    /** Repeats an attempt until it has an answer, as people do. */
    static <T> T retryUntilAnswered(Supplier<T> attempt) {
        return retryUntilAnswered(attempt, () -> {});
    }

    /**
     * Repeats an attempt until it has an answer; reports each attempt without one, which may have been carried out all
     * the same, and an answer after a lost response, which may refuse what was carried out.
     *
     * @throws IllegalStateException after 40 attempts without an answer
     */
    static <T> T retryUntilAnswered(Supplier<T> attempt, Runnable unanswered) {
        for (int tried = 0; tried < MAX_ATTEMPTS; tried++) {
            LOST.set(false);
            try {
                T answer = attempt.get();
                if (LOST.get()) {
                    unanswered.run();
                }
                return answer;
            } catch (Faults.Died died) {
                unanswered.run();
            }
        }
        throw new IllegalStateException("no answer in " + MAX_ATTEMPTS + " tries");
    }

    /** The death of a process in the middle of something; an error that no code can handle. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the process died");
        }
    }
}
