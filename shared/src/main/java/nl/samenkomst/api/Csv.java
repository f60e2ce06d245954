package nl.samenkomst.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a table as RFC 4180 has them, for spreadsheets: every cell in quotes, lines ended by CRLF, and a mark in
 * front by which Excel knows UTF-8. No cell can begin with what a spreadsheet takes for a formula: such a one gets an
 * apostrophe (OWASP, CSV Injection: {@code = + - @}, tab and carriage return, and their full-width twins). Since
 * spreadsheets of some countries part cells at a semicolon, whatever the quotes say, that holds after each semicolon and
 * line end too, and for what hides behind quotes or spaces.
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA =
            Pattern.compile("(?<=\\A|[;\\t\\r\\n])(?=[\\s\"'\\u00a0]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]|[\\t\\r])");

    private Csv() {}

    static String of(List<List<String>> lines) {
        return lines.stream().map(Csv::line).collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(Csv::harmless)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).replaceAll("'");
    }
}
