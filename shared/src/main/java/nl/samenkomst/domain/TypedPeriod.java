package nl.samenkomst.domain;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses a period as people type it, in Dutch or English: {@code 7 dagen}, {@code een week}, {@code 1 day and 2 hours},
 * {@code 90 minuten vooraf}, or ISO 8601 such as {@code P7D}.
 */
public final class TypedPeriod {

    private static final int MAX_LENGTH = 60; // code points

    private static final Pattern PART = Pattern.compile(
            "(?<n>\\d{1,6}|een|één|a|an|one)\\s?(?<u>[a-z]{1,8})\\.?(?:\\s?,\\s?|\\s(?:en|and)\\s|\\s|$)");
    private static final Pattern BEFOREHAND =
            Pattern.compile("\\s(?:vooraf|ervoor|van tevoren|before|beforehand|ahead)$");

    private TypedPeriod() {}

    private enum Unit {
        WEEK(7, Duration.ZERO, "w|week|weken|weeks"),
        DAY(1, Duration.ZERO, "d|dag|dagen|day|days"),
        HOUR(0, Duration.ofHours(1), "u|uur|uren|h|hr|hrs|hour|hours"),
        MINUTE(0, Duration.ofMinutes(1), "m|min|minuut|minuten|minute|minutes");

        private final int days;
        private final Duration time;
        private final Pattern spellings;

        Unit(int days, Duration time, String spellings) {
            this.days = days;
            this.time = time;
            this.spellings = Pattern.compile(spellings);
        }

        static Optional<Unit> of(String written) {
            return Stream.of(values())
                    .filter(unit -> unit.spellings.matcher(written).matches())
                    .findFirst();
        }
    }

    /** Returns the period; empty if it is none, or longer than {@link CalendarPeriod#MAX_DAYS} days. */
    public static Optional<CalendarPeriod> parse(String typed) {
        if (SingleLine.isFarTooLong(typed, MAX_LENGTH)) {
            return Optional.empty();
        }
        String tidy = SingleLine.tidy(typed);
        return CalendarPeriod.parse(tidy.toUpperCase(Locale.ROOT)).or(() -> ofWords(tidy.toLowerCase(Locale.ROOT)));
    }

    /** Reads each unit at most once, since <i>1 uur 1 uur</i> is more likely a mistake than two hours. */
    private static Optional<CalendarPeriod> ofWords(String typed) {
        String words = BEFOREHAND.matcher(typed).replaceFirst("");
        Matcher part = PART.matcher(words);
        Set<Unit> read = EnumSet.noneOf(Unit.class);
        int days = 0;
        Duration time = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            Optional<Unit> unit = Unit.of(part.group("u"));
            if (unit.isEmpty() || !read.add(unit.get())) {
                return Optional.empty();
            }
            int number = number(part.group("n"));
            days += number * unit.get().days;
            time = time.plus(unit.get().time.multipliedBy(number));
            end = part.end();
        }
        // Parsed again for its limit.
        return end == words.length() && !read.isEmpty()
                ? CalendarPeriod.parse(new CalendarPeriod(days, time).toString())
                : Optional.empty();
    }

    private static int number(String written) {
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : 1;
    }
}
