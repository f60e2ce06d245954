package nl.samenkomst.domain;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calendar days and, beside them, hours and minutes of a running clock. A week before Thursday 14:00 is the Thursday
 * before at 14:00, also when the clocks change in between; three hours are three hours.
 *
 * @param days calendar days; not negative
 * @param time less than a day where the span was written so; not negative
 */
public record CalendarPeriod(int days, Duration time) {

    public static final CalendarPeriod NONE = new CalendarPeriod(0, Duration.ZERO);

    /** The longest that somebody may ask for. */
    public static final int MAX_DAYS = 3660;

    private static final Pattern FORM =
            Pattern.compile("P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?)?");

    public CalendarPeriod {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a span is not negative");
        }
    }

    /**
     * Reads ISO 8601 as somebody writes it: weeks, days, hours and minutes, such as {@code P7D}, {@code P1W} or
     * {@code PT1H30M}; at most {@value #MAX_DAYS} days in all. {@link #toString} writes the same span in one way only.
     */
    public static Optional<CalendarPeriod> parse(String written) {
        return restore(written).filter(CalendarPeriod::isWithinLimit);
    }

    /** Reads what {@link #toString} wrote, however long. */
    public static Optional<CalendarPeriod> restore(String written) {
        Matcher m = FORM.matcher(written);
        if (!m.matches() || written.endsWith("P") || written.endsWith("T")) {
            return Optional.empty();
        }
        long days = 7L * number(m.group(1)) + number(m.group(2));
        Duration time = Duration.ofHours(number(m.group(3))).plusMinutes(number(m.group(4)));
        return days <= Integer.MAX_VALUE ? Optional.of(new CalendarPeriod((int) days, time)) : Optional.empty();
    }

    private boolean isWithinLimit() {
        return Duration.ofDays(days).plus(time).compareTo(Duration.ofDays(MAX_DAYS)) <= 0;
    }

    /** The moment this long before, on that moment's own clock. */
    public ZonedDateTime before(ZonedDateTime moment) {
        return moment.minus(Period.ofDays(days)).minus(time);
    }

    /** The moment this long after, on that moment's own clock. */
    public ZonedDateTime after(ZonedDateTime moment) {
        return moment.plus(Period.ofDays(days)).plus(time);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** ISO 8601, as {@link #parse} reads it: {@code P7D}, {@code PT1H}, {@code PT0M} for none. */
    @Override
    public String toString() {
        if (isNone()) {
            return "PT0M";
        }
        StringBuilder written = new StringBuilder("P");
        if (days > 0) {
            written.append(days).append('D');
        }
        if (!time.isZero()) {
            written.append('T');
            if (time.toHours() > 0) {
                written.append(time.toHours()).append('H');
            }
            if (time.toMinutesPart() > 0) {
                written.append(time.toMinutesPart()).append('M');
            }
        }
        return written.toString();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
