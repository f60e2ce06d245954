package nl.samenkomst.domain.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.registration.Lane;

/**
 * One run of the sender, which processes what is due lane by lane, or changes as they are made. Letters to confirmed
 * addresses never wait for what may take long, such as a flood of unconfirmed sign-ups: every few seconds the run turns
 * from that to the letters that have become due meanwhile.
 */
public final class SendingRun {

    /** The time between two looks at the letters to confirmed addresses. */
    public static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);

    /**
     * The age from which a change is old: then changes come faster than letters may leave. Longer by a minute than a
     * scheduled run, during which changes wait, since the time of a change may be rounded down to the minute.
     */
    static final Duration FRESH = Duration.ofMinutes(3);

    private final SendReminders sender;
    private final WorkQueue workQueue;
    private final Clock clock;
    private final Deadline deadline;
    private final Set<WorkItem> failed = new HashSet<>();
    private SendReport report = SendReport.NOTHING;
    private Optional<RuntimeException> firstFailure = Optional.empty();
    private Instant nextLook;
    private boolean isFirstChange = true;

    SendingRun(SendReminders sender, WorkQueue workQueue, Clock clock, Deadline deadline) {
        this.sender = sender;
        this.workQueue = workQueue;
        this.clock = clock;
        this.deadline = deadline;
        this.nextLook = clock.instant().plus(LOOK_INTERVAL);
    }

    /**
     * Processes all due work items; stops early when the deadline is near or the mail service takes no letters.
     *
     * @throws SendReminders.PartialFailure after processing the others, if any item failed unexpectedly
     */
    public SendReport sendAllDue() {
        for (Lane lane : Lane.values()) {
            process(lane);
        }
        if (firstFailure.isPresent()) {
            throw new SendReminders.PartialFailure(report, firstFailure.get());
        }
        return report;
    }

    /**
     * Processes a work item that may be due because of a change, and returns what was done about that item. Leaves a
     * letter to an unconfirmed address in its lane if the change is old, so that later changes need not wait for it.
     *
     * @param madeAt when the change was made; if empty, it counts as fresh
     * @throws RuntimeException as {@link SendReminders#process} does
     */
    public SendReport processChange(WorkItem due, Optional<Instant> madeAt) {
        if (isFirstChange) {
            // It waited for others, and the next runs through them may be too short for a look of their own.
            isFirstChange = false;
            madeAt.map(moment -> moment.plus(LOOK_INTERVAL))
                    .filter(nextLook::isAfter)
                    .ifPresent(moment -> nextLook = moment);
        }
        sendToConfirmedIfTime();
        boolean isOld = madeAt.isPresent() && madeAt.get().plus(FRESH).isBefore(clock.instant());
        return sender.process(due, isOld, deadline, this::sendToConfirmedIfTime);
    }

    /** Returns what was done so far about items that {@link #processChange} was not given. */
    public SendReport report() {
        return report;
    }

    /** Returns the first failure so far with such an item; the schedule tries it again. */
    public Optional<RuntimeException> failure() {
        return firstFailure;
    }

    private void process(Lane lane) {
        boolean mayOweLetters = false;
        for (WorkItem due : workQueue.dueBy(lane, clock.instant())) {
            if (lane != Lane.CONFIRMED) {
                sendToConfirmedIfTime();
            }
            if (mustStop()) {
                report = report.plus(SendReport.unfinished(due.since()));
                return;
            }
            process(due);
            mayOweLetters = lane == Lane.LAPSING;
        }
        if (mayOweLetters) {
            sendToConfirmed();
        }
    }

    private void sendToConfirmedIfTime() {
        if (!clock.instant().isBefore(nextLook)) {
            sendToConfirmed();
        }
    }

    private void sendToConfirmed() {
        for (WorkItem due : workQueue.dueBy(Lane.CONFIRMED, clock.instant())) {
            if (mustStop()) {
                break;
            }
            if (due instanceof WorkItem.Letter) {
                process(due);
            }
        }
        nextLook = clock.instant().plus(LOOK_INTERVAL);
    }

    private boolean mustStop() {
        return deadline.isNear() || !report.finished();
    }

    /** Processes an item, unless it failed in this run: what fails is not to be tried at each look. */
    private void process(WorkItem due) {
        if (failed.contains(due)) {
            return;
        }
        try {
            report = report.plus(sender.process(due, false, deadline, this::sendToConfirmedIfTime));
        } catch (RuntimeException unexpected) {
            failed.add(due);
            firstFailure = firstFailure.or(() -> Optional.of(unexpected));
        }
    }
}
