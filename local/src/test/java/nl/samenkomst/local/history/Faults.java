package nl.samenkomst.local.history;

import java.util.Random;
import java.util.function.Supplier;
import nl.samenkomst.domain.Commit;

/** What goes wrong with calls to the table, by chance that follows from the seed: with every fifth call something. */
final class Faults {

    private static final int MOST_TRIES = 40;
    private static final double SHARE = 0.2;

    private final Random random;
    private final Turns turns;
    private boolean on = true;
    private int injected;

    Faults(Random random, Turns turns) {
        this.random = random;
        this.turns = turns;
    }

    int injected() {
        return injected;
    }

    /** The same calls on a day when nothing goes wrong. */
    void stop() {
        on = false;
    }

    void start() {
        on = true;
    }

    /** A read, which another may come before, and after which the process may die. */
    <T> T read(Supplier<T> call) {
        turns.pass();
        T answer = call.get();
        if (on && random.nextDouble() < SHARE / 10) {
            throw died();
        }
        return answer;
    }

    /** A write that meets a conflict or a throttle, has an answer that is lost, or is the last thing a process does. */
    Commit write(Supplier<Commit> call) {
        turns.pass();
        if (!on || random.nextDouble() >= SHARE) {
            return call.get();
        }
        return switch (random.nextInt(8)) {
            case 0 -> throw died();
            case 1 -> throw diedAfter(call.get());
            case 2, 3, 4 -> lost(call.get());
            default -> {
                injected++;
                yield Commit.STALE;
            }
        };
    }

    /** Whether it was done is known to nobody. */
    private Commit lost(Commit answer) {
        injected++;
        return answer == Commit.DONE ? Commit.STALE : answer;
    }

    private Died diedAfter(Commit answer) {
        return answer == Commit.DONE ? died() : new Died();
    }

    private Died died() {
        injected++;
        return new Died();
    }

    /** Whoever gets no answer tries again, as people do. */
    static <T> T untilAnswered(Supplier<T> attempt) {
        return untilAnswered(attempt, () -> {});
    }

    /** Also reports each try without an answer, which may have been done all the same. */
    static <T> T untilAnswered(Supplier<T> attempt, Runnable unanswered) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            try {
                return attempt.get();
            } catch (Faults.Died died) {
                unanswered.run();
            }
        }
        throw new IllegalStateException("no answer in " + MOST_TRIES + " tries");
    }

    /** That a process came to its end in the middle of something; no error that anybody could handle. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the process died");
        }
    }
}
