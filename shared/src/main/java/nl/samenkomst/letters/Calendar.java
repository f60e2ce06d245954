package nl.samenkomst.letters;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An iCalendar object (RFC 5545) with what it asks of who gets it (RFC 5546).
 *
 * @param feed what a calendar that looks at it again and again is called there; empty where it is sent once
 */
record Calendar(Method method, List<Event> events, Optional<String> feed) {

    /** An object is never empty (RFC 5545 §3.6): one without an event tells the time here. */
    private static final CalendarZone HERE =
            new CalendarZone(ZoneId.of("Europe/Amsterdam"), Instant.parse("2020-01-01T00:00:00Z"), Instant.MAX);

    /** What the receiver's calendar is to do. */
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

    /** As it is sent: lines of at most 75 octets that end in CRLF. */
    String text() {
        CalendarWriter out = new CalendarWriter();
        out.line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Samenkomst//Samenkomst//NL")
                .line("METHOD:" + method);
        feed.ifPresent(name -> asFeed(out, name));
        if (events.isEmpty()) {
            HERE.write(out);
        }
        events.stream()
                .filter(event -> !event.isInUtc())
                .map(event -> event.when().zone())
                .distinct()
                .forEach(zone -> zone(out, zone));
        events.forEach(event -> event.write(out));
        return out.line("END:VCALENDAR").text();
    }

    /** By RFC 7986, and as calendars did it before that. */
    private static void asFeed(CalendarWriter out, String name) {
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
