package nl.samenkomst.letters;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/** An iCalendar object (RFC 5545) with what it asks of who gets it (RFC 5546). */
record Calendar(Method method, List<Event> events) {

    /** What the receiver's calendar is to do. */
    enum Method {
        REQUEST,
        CANCEL,
        PUBLISH
    }

    Calendar {
        events = List.copyOf(events);
    }

    /** As it is sent: lines of at most 75 octets that end in CRLF. */
    String text() {
        CalendarWriter out = new CalendarWriter();
        out.line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Samenkomst//Samenkomst//NL")
                .line("METHOD:" + method);
        events.stream()
                .filter(event -> !event.isInUtc())
                .map(event -> event.when().zone())
                .distinct()
                .forEach(zone -> zone(out, zone));
        events.forEach(event -> event.write(out));
        return out.line("END:VCALENDAR").text();
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
