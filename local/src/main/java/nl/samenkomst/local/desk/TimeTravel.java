package nl.samenkomst.local.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the clock forward, stopping whenever something is due, so that everything owed is sent in order. */
public final class TimeTravel {

    private final MovableClock clock;
    private final LocalDynamoDb table;
    private final Schedule schedule;
    private final StreamPump stream;
    private final MailEventPump mailEvents;

    TimeTravel(
            MovableClock clock, LocalDynamoDb table, Schedule schedule, StreamPump stream, MailEventPump mailEvents) {
        this.clock = clock;
        this.table = table;
        this.schedule = schedule;
        this.stream = stream;
        this.mailEvents = mailEvents;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Moves the clock to {@code target}, which must not be in the past; returns once everything owed on the way was
     * sent.
     */
    public synchronized void travelTo(Instant target) throws IOException {
        processDue();
        Optional<Instant> next = table.firstDue(clock.instant(), target);
        while (next.isPresent()) {
            clock.moveTo(next.get());
            processDue();
            next = table.firstDue(clock.instant(), target);
        }
        clock.moveTo(target);
        processDue();
    }

    /** Handles all writes so far, then moves the clock forward; nothing that falls due meanwhile is handled. */
    public synchronized void advance(Duration duration) {
        awaitIdle();
        clock.advance(duration);
    }

    private void processDue() throws IOException {
        awaitIdle();
        schedule.runNow();
        awaitIdle();
    }

    /** Returns once every write was seen to, and so was what became of each letter, which may write again. */
    private void awaitIdle() {
        do {
            stream.awaitIdle();
        } while (mailEvents.deliverAll() > 0);
    }
}
