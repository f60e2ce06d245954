package nl.samenkomst.texts;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.When;

/**
 * Days and hours as people say them: <i>donderdag 3 december 2026, 15.00-17.00 uur</i>. The names come from a catalogue:
 * Java's own locale data costs a cold start more than all of ours.
 */
public final class Dates {

    private static final Texts NAMES = new Texts("dates");

    private Dates() {}

    /** <i>donderdag 3 december 2026</i>, <i>Thursday 3 December 2026</i>. */
    public static String day(ZonedDateTime moment, Language language) {
        return NAMES.text(
                language,
                "day",
                "weekday",
                NAMES.text(language, "weekday." + moment.getDayOfWeek().getValue()),
                "day",
                moment.getDayOfMonth(),
                "month",
                NAMES.text(language, "month." + moment.getMonthValue()),
                "year",
                moment.getYear());
    }

    /** <i>15.00 uur</i>, <i>15:00</i>. */
    public static String time(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "time", "time", clock(moment, language));
    }

    /** <i>donderdag 3 december 2026 om 15.00 uur</i>. */
    public static String moment(ZonedDateTime moment, Language language) {
        return NAMES.text(language, "moment", "day", day(moment, language), "time", time(moment, language));
    }

    /** <i>15.00-17.00 uur</i>; with the day of the end where that is another one. */
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

    /** <i>vandaag</i>, <i>morgen</i>, <i>over 8 dagen</i>, seen from another moment on the same clock. */
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
