package nl.samenkomst.local.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moves the clock forward, stopping whenever something is due, so that everything owed is sent in order. */
public final class TimeTravel {

    private final MovableClock clock;
    private final LocalDynamoDb table;
    private final Schedule schedule;
    private final List<StreamPump> streams;
    private final MailEventPump mailEvents;

    TimeTravel(
            MovableClock clock,
            LocalDynamoDb table,
            Schedule schedule,
            List<StreamPump> streams,
            MailEventPump mailEvents) {
        this.clock = clock;
        this.table = table;
        this.schedule = schedule;
        this.streams = List.copyOf(streams);
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

    /**
     * Returns once every function of the stream saw to every write, and what became of each letter was noted: until a
     * round in which none of them got anything, since each may write what another gets.
     */
    private void awaitIdle() {
        int delivered;
        do {
            delivered = streams.stream().mapToInt(StreamPump::awaitIdle).sum() + mailEvents.deliverAll();
        } while (delivered > 0);
    }
}
