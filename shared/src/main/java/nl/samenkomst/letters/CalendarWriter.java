package nl.samenkomst.letters;

/** Writes the lines of an iCalendar object, folded and escaped. */
final class CalendarWriter {

    /** In octets, without the line end (RFC 5545 §3.1). */
    private static final int MAX_LINE_OCTETS = 75;

    private final StringBuilder out = new StringBuilder();

    /** Writes a line without escaping; folds it if it is too long, but never within a character. */
    CalendarWriter line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + length > MAX_LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += length;
        }
        out.append("\r\n");
        return this;
    }

    /** Writes a property of type TEXT (RFC 5545 §3.3.11); every line end in it, also a bare CR, becomes {@code \n}. */
    CalendarWriter text(String name, String value) {
        String escaped = Sanitizer.text(value)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
        return line(name + ":" + escaped);
    }

    /** Returns a parameter's value on one line in quotes, with carets and quotes escaped as in RFC 6868. */
    static String parameter(String value) {
        return '"' + Sanitizer.line(value).replace("^", "^^").replace("\"", "^'") + '"';
    }

    String text() {
        return out.toString();
    }
}
