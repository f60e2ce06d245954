package nl.samenkomst.domain.document;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.CalendarPeriod;

/**
 * Who can sign up and cancel, how many, and until when.
 *
 * @param places how many there are; no limit where empty
 * @param opens at once where empty
 * @param closes at the start where empty
 * @param noticePeriod how long before the start the last moment to cancel is
 * @param lateCancellation whether cancelling after that moment is accepted, and marked as late
 */
public record SignUpRules(
        OptionalInt places,
        boolean waitingList,
        Admission admission,
        Optional<ZonedDateTime> opens,
        Optional<ZonedDateTime> closes,
        CalendarPeriod noticePeriod,
        boolean lateCancellation) {}
