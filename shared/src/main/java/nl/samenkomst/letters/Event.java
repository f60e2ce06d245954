package nl.samenkomst.letters;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.Sequence;

/**
 * An event in a calendar.
 *
 * @param sequence higher than in every version that this one corrects
 * @param stamp when this version was made; orders versions with the same sequence
 * @param description empty for none
 * @param people complete lines: the organiser and any attendee
 * @param busy whether the event's time counts as taken
 */
record Event(
        String uid,
        Sequence sequence,
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
     * Returns whether the event starts or ends in the second occurrence of a local time that occurs twice: it is
     * written in UTC, since the local time would mean the first occurrence (RFC 5545 §3.3.5).
     */
    boolean isInUtc() {
        return isSecondOccurrence(when.start()) || isSecondOccurrence(when.end());
    }

    Event withoutDescription() {
        return new Event(uid, sequence, stamp, when, summary, "", location, url, people, cancelled, busy);
    }

    String text() {
        CalendarWriter out = new CalendarWriter();
        write(out);
        return out.text();
    }

    void write(CalendarWriter out) {
        out.line("BEGIN:VEVENT")
                .line("UID:" + uid)
                .line("SEQUENCE:" + sequence)
                .line("DTSTAMP:" + utc(stamp))
                .line("DTSTART" + time(when.start()))
                .line("DTEND" + time(when.end()));
        people.forEach(out::line);
        out.text("SUMMARY", summary);
        if (!description.isEmpty()) {
            out.text("DESCRIPTION", description);
        }
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

    private static boolean isSecondOccurrence(ZonedDateTime moment) {
        return !moment.equals(moment.withEarlierOffsetAtOverlap());
    }

    private static String utc(Instant moment) {
        return LOCAL.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
    }
}
