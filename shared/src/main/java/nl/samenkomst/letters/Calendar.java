package nl.samenkomst.letters;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An iCalendar object (RFC 5545) with its method (RFC 5546).
 *
 * @param feed the name of the feed in calendars that poll it; empty if the object is sent once
 */
record Calendar(Method method, List<Event> events, Optional<String> feed) {

    /** The component of an object without events, which must not be empty (RFC 5545 §3.6). */
    private static final CalendarZone EMPTY_FEED_ZONE =
            new CalendarZone(ZoneId.of("Europe/Amsterdam"), Instant.parse("2020-01-01T00:00:00Z"), Instant.MAX);

    /** The method (RFC 5546 §1.4): what the receiver's calendar must do. */
    enum Method {
        REQUEST,
        CANCEL,
        PUBLISH
    }

    Calendar {
        events = List.copyOf(events);
    }

    Calendar(Method method, List<Event> events) {
        this(method, events, Optional.empty());
    }

    /** Returns the object in lines of at most 75 octets, each followed by CRLF. */
    String text() {
        CalendarWriter out = new CalendarWriter();
        out.line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Samenkomst//Samenkomst//NL")
                .line("METHOD:" + method);
        feed.ifPresent(name -> writeFeedProperties(out, name));
        if (events.isEmpty()) {
            EMPTY_FEED_ZONE.write(out);
        }
        events.stream()
                .filter(event -> !event.isInUtc())
                .map(event -> event.when().zone())
                .distinct()
                .forEach(zone -> zone(out, zone));
        events.forEach(event -> event.write(out));
        return out.line("END:VCALENDAR").text();
    }

    /** Writes the properties of RFC 7986 and their older, non-standard equivalents. */
    private static void writeFeedProperties(CalendarWriter out, String name) {
        out.text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .line("X-PUBLISHED-TTL:PT1H");
    }

    private void zone(CalendarWriter out, ZoneId zone) {
        List<Event> inZone = events.stream()
                .filter(event -> event.when().zone().equals(zone))
                .toList();
        ZonedDateTime from = inZone.stream()
                .map(event -> event.when().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        ZonedDateTime to = inZone.stream()
                .map(event -> event.when().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        new CalendarZone(zone, from.toInstant(), to.toInstant()).write(out);
    }
}
