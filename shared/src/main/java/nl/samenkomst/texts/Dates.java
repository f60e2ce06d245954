package nl.samenkomst.texts;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.When;

/**
 * Formats days and hours as people say them: <i>donderdag 3 december 2026, 15.00-17.00 uur</i>. The names come from a
 * catalogue, since loading Java's locale data takes more of a cold start than all of ours.
 */
public final class Dates {

    private static final Texts NAMES = new Texts("dates");

    private Dates() {}

    /** <i>donderdag 3 december 2026</i>, <i>Thursday 3 December 2026</i>. */
    public static String day(ZonedDateTime moment, Language language) {
        return day("day", moment, language);
    }

    /** <i>donderdag 3 december</i>, for use where the year is clear. */
    public static String dayOfYear(ZonedDateTime moment, Language language) {
        return day("day-of-year", moment, language);
    }

    private static String day(String key, ZonedDateTime moment, Language language) {
        return NAMES.text(
                language,
                key,
                "weekday",
                NAMES.text(language, "weekday." + moment.getDayOfWeek().getValue()),
                "day",
                moment.getDayOfMonth(),
                "month",
                NAMES.text(language, "month." + moment.getMonthValue()),
                "year",
                moment.getYear());
    }

    /** <i>december 2026</i>. */
    public static String month(YearMonth month, Language language) {
        return NAMES.text(
                language,
                "month",
                "month",
                NAMES.text(language, "month." + month.getMonthValue()),
                "year",
                month.getYear());
    }

    /** <i>do</i>, <i>Thu</i>, for use beside the whole word. */
    public static String shortWeekday(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "short.weekday." + moment.getDayOfWeek().getValue());
    }

    /** <i>dec</i>, <i>Dec</i>, for use beside the whole word. */
    public static String shortMonth(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "short.month." + moment.getMonthValue());
    }

    /** <i>15.00 uur</i>, <i>15:00</i>. */
    public static String time(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "time", "time", clock(moment, language));
    }

    /** <i>donderdag 3 december 2026 om 15.00 uur</i>. */
    public static String moment(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "moment", "day", day(moment, language), "time", time(moment, language));
    }

    /** <i>2 dec 14.03</i>, for use in a narrow column whose heading says what happened then. */
    public static String shortMoment(ZonedDateTime moment, Language language) {
        return moment.getDayOfMonth() + " " + shortMonth(moment, language) + " " + clock(moment, language);
    }

    /** <i>15.00-17.00 uur</i>, with the day of the end if that is another one. */
    public static String hours(ZonedDateTime from, ZonedDateTime to, Language language) {
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return NAMES.text(language, "hours", "from", clock(from, language), "to", clock(to, language));
        }
        return NAMES.text(language, "hours.days", "from", time(from, language), "to", moment(to, language));
    }

    /** <i>donderdag 3 december 2026, 15.00-17.00 uur</i>. */
    public static String when(When when, Language language) {
        return day(when.start(), language) + ", " + hours(when.start(), when.end(), language);
    }

    /** <i>donderdag 3 december, 15.00-17.00 uur</i>, for use where the year is clear. */
    public static String whenOfYear(When when, Language language) {
        return dayOfYear(when.start(), language) + ", " + hours(when.start(), when.end(), language);
    }

    /** <i>2 uur</i>, <i>1 uur en 30 minuten</i>; empty for a day or more, about which a number of hours says little. */
    public static Optional<String> duration(When when, Language language) {
        long minutes = Duration.between(when.start(), when.end()).toMinutes();
        if (minutes >= Duration.ofDays(1).toMinutes()) {
            return Optional.empty();
        }
        String hours = counted("duration.hour", minutes / 60, language);
        String rest = counted("duration.minute", minutes % 60, language);
        if (minutes % 60 == 0) {
            return Optional.of(hours);
        }
        return Optional.of(
                minutes < 60 ? rest : NAMES.text(language, "duration.both", "hours", hours, "minutes", rest));
    }

    private static String counted(String key, long number, Language language) {
        return number == 1 ? NAMES.text(language, key + ".one") : NAMES.text(language, key + ".more", "number", number);
    }

    /** <i>vandaag</i>, <i>morgen</i>, <i>over 8 dagen</i>, in calendar days in the zone of {@code moment}. */
    public static String fromNow(ZonedDateTime moment, ZonedDateTime now, Language language) {
        long days = ChronoUnit.DAYS.between(
                now.withZoneSameInstant(moment.getZone()).toLocalDate(), moment.toLocalDate());
        String key = days == 0 ? "today" : days == 1 ? "tomorrow" : "in-days";
        return NAMES.text(language, key, "days", days);
    }

    private static String clock(ZonedDateTime moment, Language language) {
        return NAMES.text(
                language, "clock", "hour", twoDigits(moment.getHour()), "minute", twoDigits(moment.getMinute()));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
