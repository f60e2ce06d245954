package nl.samenkomst.domain;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period of calendar days and of hours and minutes of elapsed time. A week before Thursday 14:00 is the Thursday
 * before at 14:00, also if the clocks change in between; three hours are always three hours.
 *
 * @param days calendar days, at least 0
 * @param time elapsed time, at least 0; may be a day or more, as in {@code PT48H}
 */
public record CalendarPeriod(int days, Duration time) {

    public static final CalendarPeriod NONE = new CalendarPeriod(0, Duration.ZERO);

    /** The longest period that {@link #parse} accepts, in days. */
    public static final int MAX_DAYS = 3660;

    private static final Pattern FORM =
            Pattern.compile("P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?)?");

    public CalendarPeriod {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a span is not negative");
        }
    }

    /**
     * Parses ISO 8601 weeks, days, hours and minutes, such as {@code P7D}, {@code P1W} or {@code PT1H30M}; empty if
     * invalid, or longer than {@value #MAX_DAYS} days in all. {@link #toString} writes one canonical form.
     */
    public static Optional<CalendarPeriod> parse(String written) {
        return restore(written).filter(CalendarPeriod::isWithinLimit);
    }

    /** Parses what {@link #toString} wrote, of any length. */
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
        return approximate().compareTo(Duration.ofDays(MAX_DAYS)) <= 0;
    }

    /** Returns the moment this long before, in the time zone of {@code moment}: first days, then elapsed time. */
    public ZonedDateTime before(ZonedDateTime moment) {
        return moment.minus(Period.ofDays(days)).minus(time);
    }

    /** Returns the moment this long after, in the time zone of {@code moment}: first days, then elapsed time. */
    public ZonedDateTime after(ZonedDateTime moment) {
        return moment.plus(Period.ofDays(days)).plus(time);
    }

    /** Returns whether this is less time than {@code other}, with days of 24 hours. */
    public boolean isShorterThan(CalendarPeriod other) {
        return approximate().compareTo(other.approximate()) < 0;
    }

    private Duration approximate() {
        return Duration.ofDays(days).plus(time);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Returns canonical ISO 8601: {@code P7D}, {@code PT1H}, {@code PT0M} for none. */
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
