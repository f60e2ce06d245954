package nl.samenkomst.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table as RFC 4180 has them, for spreadsheets: every cell in quotes, lines ended by CRLF, and a mark in
 * front by which Excel knows UTF-8. No cell can begin with what a spreadsheet takes for a formula: such a one gets an
 * apostrophe (OWASP, CSV Injection: {@code = + - @}, tab and carriage return, and their full-width twins). Since
 * spreadsheets of some countries part cells at a semicolon, whatever the quotes say, that holds after each semicolon and
 * line end too, and for what hides behind quotes or spaces.
 */
final class Csv {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a formula can begin with. */
    private static final String BEGINNINGS = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** What a formula can hide behind: white space and quotes. */
    private static final String COVER = " \t\n\u000b\f\r\"'\u00a0";

    private Csv() {}

    /** With its end. */
    static String line(List<String> cells) {
        return cells.stream()
                        .map(Csv::harmless)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Reads the cell from its end, so that at each character it is known what comes after the cover that begins there. */
    static String harmless(String cell) {
        char[] safe = new char[2 * cell.length()];
        int start = safe.length;
        boolean hidesFormula = false;
        for (int i = cell.length() - 1; i >= 0; i--) {
            char c = cell.charAt(i);
            hidesFormula = BEGINNINGS.indexOf(c) >= 0 || (hidesFormula && COVER.indexOf(c) >= 0);
            safe[--start] = c;
            boolean beginsACell = i == 0 || ";\t\r\n".indexOf(cell.charAt(i - 1)) >= 0;
            if (beginsACell && (hidesFormula || c == '\t' || c == '\r')) {
                safe[--start] = '\'';
            }
        }
        return new String(safe, start, safe.length - start);
    }
}
