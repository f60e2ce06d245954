package nl.samenkomst.domain.draft;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * Parses a time of day as people type it, in Dutch or English: {@code 15:00}, {@code 15.00}, {@code 15u00},
 * {@code 15 00}, {@code 15 uur}, {@code 3 pm}.
 */
public final class TypedTime {

    private static final int MAX_LENGTH = 40; // code points

    private static final Pattern FORM = Pattern.compile(
            "(?<h>\\d{1,2})(?:(?:\\s?[:.,uh]\\s?|\\s)(?<m>\\d{2})(?:[:.](?<s>\\d{2}(?:\\.\\d{1,9})?))?)?"
                    + "\\s?(?:u|h|uur|hrs|(?<half>[ap])\\.?m\\.?)?");

    private TypedTime() {}

    /** Returns the time; empty if it is none. */
    public static Optional<LocalTime> parse(String typed) {
        if (SingleLine.isFarTooLong(typed, MAX_LENGTH)) {
            return Optional.empty();
        }
        Matcher found = FORM.matcher(SingleLine.tidy(typed).toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int hour = hour(Integer.parseInt(found.group("h")), found.group("half"));
            LocalTime time = LocalTime.of(hour, number(found.group("m")));
            return Optional.of(found.group("s") == null ? time : LocalTime.parse(time + ":" + found.group("s")));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        if (written < 1 || written > 12) {
            throw new DateTimeException("no such hour of half a day");
        }
        return written % 12 + (half.equals("p") ? 12 : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
