package nl.samenkomst.domain.draft;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Collectors;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.TypedPeriod;

/**
 * Spells what people type in one way, so that equal values are equal inputs: days, times and periods as in ISO 8601, one
 * line end, and no white space around lines. Leaves what it does not understand as it is.
 */
final class Spelling {

    private Spelling() {}

    static String of(InputField.Kind kind, String name, String typed) {
        return switch (kind) {
            case TEXT -> SingleLine.tidyText(typed);
            case CHOICE, SWITCH, NUMBER -> typed.strip();
            case FLAG -> typed.isEmpty() || typed.equals(SessionForm.NO) ? SessionForm.NO : SessionForm.YES;
            case PERIOD -> period(typed);
            case PERIODS ->
                SessionForm.lines(typed).stream().map(Spelling::period).collect(Collectors.joining("\n"));
            case LINES, FACILITATORS -> String.join("\n", SessionForm.lines(typed));
            case MOMENT -> name.endsWith(SessionForm.DATE) ? day(typed) : time(typed);
        };
    }

    private static String period(String typed) {
        return TypedPeriod.parse(typed).map(CalendarPeriod::toString).orElse(typed.strip());
    }

    private static String day(String typed) {
        return TypedDay.parse(typed).map(LocalDate::toString).orElse(typed.strip());
    }

    private static String time(String typed) {
        return TypedTime.parse(typed).map(LocalTime::toString).orElse(typed.strip());
    }
}
