package nl.samenkomst.domain.document;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Reason;

/**
 * Validates programme parts, in the order read: each must lie within the session and follow the earlier parts. Parts
 * without times fit anywhere, and a part with exactly the times of the one before is parallel to it.
 */
final class ProgrammeTimes {

    /** The longest time before the session's start at which its programme may begin. */
    private static final CalendarPeriod WALK_IN = CalendarPeriod.parse("PT2H").orElseThrow();

    private final Optional<ZonedDateTime> start;
    private final Optional<ZonedDateTime> end;
    private Optional<ZonedDateTime> lastFrom = Optional.empty();
    private Optional<ZonedDateTime> lastMoment = Optional.empty();

    /** Checks against the session's start and end, each empty if unreadable; ignores both if they contradict. */
    ProgrammeTimes(Optional<ZonedDateTime> start, Optional<ZonedDateTime> end) {
        boolean contradictory =
                start.isPresent() && end.isPresent() && !end.get().isAfter(start.get());
        this.start = contradictory ? Optional.empty() : start;
        this.end = contradictory ? Optional.empty() : end;
    }

    /** Adds a problem to the part's own field for each of its times that is wrong. */
    void check(Fields part, Optional<ZonedDateTime> from, Optional<ZonedDateTime> to) {
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            part.problem("to", Reason.TOO_EARLY, "moment", "from");
        } else {
            checkWithinSession(part, from, to);
        }
        if (isSound(part) && !isParallel(from, to)) {
            checkOrder(part, from, to);
        }
        if (isSound(part)) {
            lastFrom = from.or(() -> lastFrom);
            lastMoment = to.or(() -> from).or(() -> lastMoment);
        }
    }

    private void checkWithinSession(Fields part, Optional<ZonedDateTime> from, Optional<ZonedDateTime> to) {
        if (from.isPresent() && isBeforeWalkIn(from.get())) {
            part.problem("from", Reason.TOO_EARLY, "moment", "walk-in");
        } else if (from.isPresent() && end.isPresent() && !from.get().isBefore(end.get())) {
            part.problem("from", Reason.TOO_LATE, "moment", "end");
        } else if (to.isPresent() && isBeforeWalkIn(to.get())) {
            part.problem("to", Reason.TOO_EARLY, "moment", "walk-in");
        } else if (to.isPresent() && end.isPresent() && to.get().isAfter(end.get())) {
            part.problem("to", Reason.TOO_LATE, "moment", "end");
        }
    }

    private boolean isBeforeWalkIn(ZonedDateTime moment) {
        return start.isPresent() && moment.isBefore(WALK_IN.before(start.get()));
    }

    private void checkOrder(Fields part, Optional<ZonedDateTime> from, Optional<ZonedDateTime> to) {
        if (lastMoment.isEmpty()) {
            return;
        }
        String free = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(lastMoment.get());
        if (from.isPresent() && from.get().isBefore(lastMoment.get())) {
            part.problem("from", Reason.OVERLAP, "moment", free);
        } else if (from.isEmpty() && to.isPresent() && !to.get().isAfter(lastMoment.get())) {
            part.problem("to", Reason.OVERLAP, "moment", free);
        }
    }

    private boolean isParallel(Optional<ZonedDateTime> from, Optional<ZonedDateTime> to) {
        return from.isPresent() && to.isPresent() && from.equals(lastFrom) && to.equals(lastMoment);
    }

    private static boolean isSound(Fields part) {
        return part.isValidSoFar("from") && part.isValidSoFar("to");
    }
}
