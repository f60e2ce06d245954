package nl.samenkomst.local.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.samenkomst.domain.Language;
import nl.samenkomst.texts.Dates;

/** A moment as the local desk shows it: in Dutch time, in English. */
public record DutchTime(ZonedDateTime there) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public static DutchTime of(Instant moment) {
        return new DutchTime(moment.atZone(ZONE));
    }

    /** Returns for example <i>Thursday 3 December 2026, 15:00</i>. */
    public String inWords() {
        return day() + ", " + time();
    }

    public String day() {
        return Dates.day(there, Language.EN);
    }

    public String time() {
        return TIME.format(there);
    }

    /** Returns the offset of Dutch time from UTC at this moment: <i>+01:00</i>. */
    public String offset() {
        return there.getOffset().getId();
    }

    /** Returns ISO 8601 text for programs, truncated to milliseconds, the precision of the table. */
    public String iso() {
        return there.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Returns the next 9:00 after this moment, in the format of a browser's {@code datetime-local} field. */
    public String nextMorning() {
        ZonedDateTime morning = there.with(LocalTime.of(9, 0));
        ZonedDateTime next = morning.isAfter(there) ? morning : morning.plusDays(1);
        return next.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
