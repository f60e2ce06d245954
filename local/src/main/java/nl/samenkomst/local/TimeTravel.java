package nl.samenkomst.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the clock on, stopping at each moment that something is due, so that everything owed is sent in order. */
public final class TimeTravel {

    private final MovableClock clock;
    private final LocalDynamoDb table;
    private final Schedule schedule;
    private final StreamPump stream;

    TimeTravel(MovableClock clock, LocalDynamoDb table, Schedule schedule, StreamPump stream) {
        this.clock = clock;
        this.table = table;
        this.schedule = schedule;
        this.stream = stream;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Arrives at the target when everything owed on the way was sent; the target is not before now. */
    public synchronized void travelTo(Instant target) throws IOException {
        seeToWhatIsDue();
        Optional<Instant> next = table.firstDue(clock.instant(), target);
        while (next.isPresent()) {
            clock.moveTo(next.get());
            seeToWhatIsDue();
            next = table.firstDue(clock.instant(), target);
        }
        clock.moveTo(target);
        seeToWhatIsDue();
    }

    /** Lets this much time pass when all that was written is seen to; nobody looks for what falls due meanwhile. */
    public synchronized void letPass(Duration duration) {
        stream.awaitIdle();
        clock.letPass(duration);
    }

    private void seeToWhatIsDue() throws IOException {
        stream.awaitIdle();
        schedule.runNow();
        stream.awaitIdle();
    }
}
