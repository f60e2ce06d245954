package nl.samenkomst.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a period as people type it, in Dutch or English: <i>8</i>, <i>8 dagen</i>, <i>1 day and 2 hours</i>. */
public final class TypedPeriod {

    /** In code points: room for every unit once, with words around them. */
    private static final int MAX_LENGTH = 60;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    /** Words after a period that say no more than that it is before the start. */
    private static final Pattern AFTERWORDS =
            Pattern.compile("\\s*(?:ervoor|vooraf|(?:van )?tevoren|voor het begin|before(?: the start)?|earlier)[.]?$");

    private static final Pattern PART = Pattern.compile("\\s*(?:en|and|,)?\\s*(\\d{1,5})\\s*([a-z]+)[.]?");

    /** The units of a period. */
    public enum Unit {
        WEEKS,
        DAYS,
        HOURS,
        MINUTES;

        /** Returns the word in forms, such as {@code days}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the unit with this word; days if there is none. */
        public static Unit of(String word) {
            for (Unit unit : values()) {
                if (unit.word().equals(word)) {
                    return unit;
                }
            }
            return DAYS;
        }

        private static Optional<Unit> typed(String word) {
            return switch (word) {
                case "w", "week", "weken", "weeks" -> Optional.of(WEEKS);
                case "d", "dag", "dagen", "day", "days" -> Optional.of(DAYS);
                case "u", "uur", "uren", "h", "hour", "hours" -> Optional.of(HOURS);
                case "m", "min", "minuut", "minuten", "minute", "minutes" -> Optional.of(MINUTES);
                default -> Optional.empty();
            };
        }
    }

    private TypedPeriod() {}

    /**
     * Returns the period; empty if it cannot be read, is none at all, or is longer than
     * {@value CalendarPeriod#MAX_DAYS} days.
     *
     * @param unit of a number without words
     */
    public static Optional<CalendarPeriod> parse(String typed, Unit unit) {
        if (SingleLine.isFarTooLong(typed, MAX_LENGTH)) {
            return Optional.empty();
        }
        String words = AFTERWORDS
                .matcher(SingleLine.tidy(typed).toLowerCase(Locale.ROOT))
                .replaceFirst("");
        if (NUMBER.matcher(words).matches()) {
            return limited(add(0, 0, Integer.parseInt(words), unit));
        }
        Matcher part = PART.matcher(words);
        long[] sum = {0, 0};
        int end = 0;
        while (part.find() && part.start() == end) {
            Optional<Unit> named = Unit.typed(part.group(2));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            sum = add(sum[0], sum[1], Integer.parseInt(part.group(1)), named.get());
            end = part.end();
        }
        return end > 0 && end == words.length() ? limited(sum) : Optional.empty();
    }

    private static long[] add(long days, long minutes, int number, Unit unit) {
        return switch (unit) {
            case WEEKS -> new long[] {days + 7L * number, minutes};
            case DAYS -> new long[] {days + number, minutes};
            case HOURS -> new long[] {days, minutes + 60L * number};
            case MINUTES -> new long[] {days, minutes + number};
        };
    }

    private static Optional<CalendarPeriod> limited(long[] daysAndMinutes) {
        return CalendarPeriod.parse("P" + daysAndMinutes[0] + "DT" + daysAndMinutes[1] + "M")
                .filter(period -> !period.isNone());
    }
}
