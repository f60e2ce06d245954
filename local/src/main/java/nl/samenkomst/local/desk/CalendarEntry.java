package nl.samenkomst.local.desk;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The properties of a calendar in a letter, in readable form; a missing property is an empty string.
 *
 * @param source the calendar as it was sent
 */
public record CalendarEntry(
        String method,
        String uid,
        String sequence,
        String status,
        String summary,
        String location,
        String start,
        String end,
        String source) {

    /** Parses the first occurrence of each property, without those of time zones ({@code VTIMEZONE}). */
    static CalendarEntry read(String source) {
        String calendar = source.replaceAll("\r?\n[ \t]", "").replaceAll("(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE", "");
        Map<String, String> lines = calendar.lines()
                .filter(line -> line.matches("[A-Z-]+[;:].*"))
                .collect(Collectors.toMap(
                        line -> line.split("[;:]", 2)[0], CalendarEntry::value, (first, next) -> first));
        return new CalendarEntry(
                lines.getOrDefault("METHOD", "").toUpperCase(Locale.ROOT),
                lines.getOrDefault("UID", ""),
                lines.getOrDefault("SEQUENCE", ""),
                lines.getOrDefault("STATUS", ""),
                lines.getOrDefault("SUMMARY", ""),
                lines.getOrDefault("LOCATION", ""),
                lines.getOrDefault("DTSTART", ""),
                lines.getOrDefault("DTEND", ""),
                source);
    }

    /** Describes what a calendar program does with this entry (RFC 5546 §3.2). */
    public String inWords() {
        return switch (method) {
            case "REQUEST" -> "An invitation: the calendar adds the session, or corrects what it has under this UID.";
            case "CANCEL" -> "A cancellation: the calendar takes out what it has under this UID.";
            case "PUBLISH" -> "A session to add, which nobody is asked to answer.";
            default -> "A calendar without a method that we know.";
        };
    }

    /**
     * Returns the value after the first unquoted colon, unescaped and with a readable date, then its {@code TZID} if
     * any.
     */
    private static String value(String line) {
        String[] halves = line.split(":(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", 2);
        String text = (halves.length < 2 ? "" : halves[1])
                .replaceAll("\\\\[nN]", " ")
                .replaceAll("\\\\([,;\\\\])", "$1")
                .replaceAll("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)00", "$1-$2-$3, $4:$5 ")
                .strip();
        String[] zone = halves[0].split(";TZID=", 2);
        return zone.length < 2 ? text : text + " (" + zone[1] + ")";
    }
}
