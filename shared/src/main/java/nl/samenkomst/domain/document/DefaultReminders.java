package nl.samenkomst.domain.document;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.CalendarPeriod;

/** Gives the default of how long before the start people are reminded. */
final class DefaultReminders {

    private static final CalendarPeriod DAY = span("P1D");
    private static final CalendarPeriod HOUR = span("PT1H");

    /** The first reminder if the notice period is too short for a last chance to cancel of its own. */
    private static final CalendarPeriod EIGHT_DAYS = span("P8D");

    private DefaultReminders() {}

    /**
     * Returns the last chance to cancel, a day before the notice period; a day before the start; and an hour before. If
     * the notice period is shorter than a day, the reminder of a day before is that last chance, and the first is sent
     * eight days before.
     */
    static List<CalendarPeriod> before(CalendarPeriod noticePeriod) {
        boolean isADay = noticePeriod.days() > 0 || noticePeriod.time().toHours() >= 24;
        CalendarPeriod first = isADay ? new CalendarPeriod(noticePeriod.days() + 1, noticePeriod.time()) : EIGHT_DAYS;
        return Stream.of(first, DAY, HOUR).toList();
    }

    private static CalendarPeriod span(String written) {
        return CalendarPeriod.parse(written).orElseThrow();
    }
}
