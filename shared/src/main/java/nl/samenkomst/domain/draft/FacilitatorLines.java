package nl.samenkomst.domain.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Facilitators as people type them, a line for each: a name, and after a comma the organisation. A name with a comma in it
 * stands between quotes, as in CSV (RFC 4180).
 */
final class FacilitatorLines {

    private static final String QUOTE = "\"";

    private FacilitatorLines() {}

    /** Returns the objects of the session document. */
    static List<Map<String, String>> read(String typed) {
        List<Map<String, String>> facilitators = new ArrayList<>();
        for (String line : SessionForm.lines(typed)) {
            Map<String, String> one = new LinkedHashMap<>();
            int end = endOfName(line);
            one.put("name", unquoted(line.substring(0, end).strip()));
            if (end < line.length()) {
                one.put("organisation", line.substring(end + 1).strip());
            }
            facilitators.add(one);
        }
        return facilitators;
    }

    /** Returns the lines for the objects of a session document. */
    static String write(List<?> facilitators) {
        return facilitators.stream().map(one -> line((Map<?, ?>) one)).collect(Collectors.joining("\n"));
    }

    private static String line(Map<?, ?> facilitator) {
        String name = text(facilitator.get("name"));
        String organisation = text(facilitator.get("organisation"));
        String written = name.contains(",") || name.startsWith(QUOTE) ? quoted(name) : name;
        return organisation.isEmpty() ? written : written + ", " + organisation;
    }

    /** Returns the index of the comma after the name; the line's length if there is none. */
    private static int endOfName(String line) {
        int from = line.startsWith(QUOTE) ? endOfQuotes(line) : 0;
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    /** Returns the index of the quote that ends the quoted text at the beginning of a line; 0 if none does. */
    private static int endOfQuotes(String line) {
        int i = 1;
        while (i < line.length()) {
            if (line.startsWith(QUOTE + QUOTE, i)) {
                i += 2;
            } else if (line.startsWith(QUOTE, i)) {
                return i;
            } else {
                i++;
            }
        }
        return 0;
    }

    private static String quoted(String name) {
        return QUOTE + name.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith(QUOTE) && endOfQuotes(name) == name.length() - 1
                ? name.substring(1, name.length() - 1).replace(QUOTE + QUOTE, QUOTE)
                : name;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
