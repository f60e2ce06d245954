package nl.samenkomst.local;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.samenkomst.domain.Language;
import nl.samenkomst.texts.Dates;

/** A moment as the local desk says it: on the clock of the Netherlands, and in English. */
public record Moment(ZonedDateTime there) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public static Moment of(Instant moment) {
        return new Moment(moment.atZone(ZONE));
    }

    /** <i>Thursday 3 December 2026, 15:00</i>. */
    public String inWords() {
        return day() + ", " + time();
    }

    public String day() {
        return Dates.day(there, Language.EN);
    }

    public String time() {
        return TIME.format(there);
    }

    /** How far the Netherlands are from Greenwich then: <i>+01:00</i>. */
    public String offset() {
        return there.getOffset().getId();
    }

    /** For programs, to the millisecond that the table keeps. */
    public String machine() {
        return there.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The next nine in the morning, as a browser's field for a date and a time has it. */
    public String nextMorning() {
        ZonedDateTime morning = there.with(LocalTime.of(9, 0));
        ZonedDateTime next = morning.isAfter(there) ? morning : morning.plusDays(1);
        return next.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
