package nl.samenkomst.domain.document;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * A session's rules for signing up and cancelling.
 *
 * @param places the number of places; unlimited if empty
 * @param opens when sign-up opens; at once if empty
 * @param closes when sign-up closes; at the session's start if empty
 * @param confirmAddress how long a place or a turn is kept for an address that nobody confirmed; the desk's default if
 *     empty
 * @param noticePeriod how long before the start the last moment to cancel is
 * @param lateCancellation whether people may cancel after that moment, which is then marked as late
 */
public record SignUpRules(
        OptionalInt places,
        boolean waitingList,
        Admission admission,
        Optional<CalendarPeriod> confirmAddress,
        Optional<ZonedDateTime> opens,
        Optional<ZonedDateTime> closes,
        CalendarPeriod noticePeriod,
        boolean lateCancellation) {}
