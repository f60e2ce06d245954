package nl.samenkomst.letters;

/** Writes the lines of an iCalendar object. */
final class CalendarWriter {

    /** RFC 5545 §3.1, without the line end. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder out = new StringBuilder();

    /** One line as it is, folded where it is too long, though never within a character. */
    CalendarWriter line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + length > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += length;
        }
        out.append("\r\n");
        return this;
    }

    /** A property whose value is text (RFC 5545 §3.3.11): a line end within it, also a bare CR, becomes {@code \n}. */
    CalendarWriter text(String name, String value) {
        String escaped = Sanitizer.text(value)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
        return line(name + ":" + escaped);
    }

    /** A parameter's value in quotes; RFC 6868 has what to write for a quote in it. */
    static String parameter(String value) {
        return '"' + Sanitizer.line(value).replace("^", "^^").replace("\"", "^'") + '"';
    }

    String text() {
        return out.toString();
    }
}
