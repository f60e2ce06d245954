package nl.samenkomst.letters;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.When;

/**
 * One event in a calendar.
 *
 * @param sequence higher than in what this corrects
 * @param stamp when this was said; decides where the sequence is the same
 * @param people whole lines: who organises, who comes
 * @param busy whether its time counts as taken
 */
record Event(
        String uid,
        int sequence,
        Instant stamp,
        When when,
        String summary,
        String description,
        Optional<String> location,
        URI url,
        List<String> people,
        boolean cancelled,
        boolean busy) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /**
     * A local time that comes twice means its first time (RFC 5545 §3.3.5), so an event that starts or ends in the
     * second one is told in UTC.
     */
    boolean isInUtc() {
        return comesAgain(when.start()) || comesAgain(when.end());
    }

    void write(CalendarWriter out) {
        out.line("BEGIN:VEVENT")
                .line("UID:" + uid)
                .line("SEQUENCE:" + sequence)
                .line("DTSTAMP:" + utc(stamp))
                .line("DTSTART" + time(when.start()))
                .line("DTEND" + time(when.end()));
        people.forEach(out::line);
        out.text("SUMMARY", summary).text("DESCRIPTION", description);
        location.ifPresent(place -> out.text("LOCATION", place));
        out.line("URL:" + url)
                .line("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"))
                .line("TRANSP:" + (busy ? "OPAQUE" : "TRANSPARENT"))
                .line("END:VEVENT");
    }

    private String time(ZonedDateTime moment) {
        return isInUtc()
                ? ":" + utc(moment.toInstant())
                : ";TZID=" + moment.getZone().getId() + ":" + LOCAL.format(moment);
    }

    private static boolean comesAgain(ZonedDateTime moment) {
        return !moment.equals(moment.withEarlierOffsetAtOverlap());
    }

    private static String utc(Instant moment) {
        return LOCAL.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
    }
}
