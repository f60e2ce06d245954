package nl.samenkomst.local.tests.kit;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** A person's calendar, which keeps the newest version of each entry (RFC 5546 §2.1.5), as read by ical4j. */
public final class CalendarProgram {

    private final Map<String, VEvent> entries = new LinkedHashMap<>();

    /** Takes a calendar from a letter or a file; ignores versions older than its own. */
    public void take(String calendar) {
        try {
            List<VEvent> events =
                    new CalendarBuilder().build(new StringReader(calendar)).getComponents(Component.VEVENT);
            events.forEach(event -> entries.merge(value(event, "UID"), event, CalendarProgram::newest));
        } catch (IOException | ParserException malformed) {
            throw new IllegalArgumentException(calendar, malformed);
        }
    }

    /** Returns the entries that are not cancelled, each as {@code "20261203T140000 Title"}. */
    public List<String> shows() {
        return entries.values().stream()
                .filter(event -> !value(event, "STATUS").equals("CANCELLED"))
                .map(event -> value(event, "DTSTART") + " " + value(event, "SUMMARY"))
                .toList();
    }

    private static VEvent newest(VEvent known, VEvent other) {
        int bySequence = Integer.compare(sequence(other), sequence(known));
        boolean isOlder =
                bySequence < 0 || (bySequence == 0 && value(other, "DTSTAMP").compareTo(value(known, "DTSTAMP")) < 0);
        return isOlder ? known : other;
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, "SEQUENCE"));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
