package nl.samenkomst.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV (RFC 4180) that is safe to open in a spreadsheet: every cell is quoted, lines end with CRLF, and a byte
 * order mark in front tells Excel that it is UTF-8. A cell that starts like a formula gets an apostrophe, so that no
 * spreadsheet runs it (OWASP, CSV Injection: {@code = + - @}, their full-width forms, tab and carriage return). In some
 * locales spreadsheets split cells at semicolons even inside quotes, so this also holds after each semicolon, tab and
 * line end, and for formulas behind leading quotes or white space.
 */
final class Csv {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Characters that can start a formula. */
    private static final String FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** Characters that may precede the start of a formula: white space and quotes. */
    private static final String SKIPPED_PREFIX = " \t\n\u000b\f\r\"'\u00a0";

    private Csv() {}

    /** Returns one line of quoted, escaped cells, including the CRLF. */
    static String line(List<String> cells) {
        return cells.stream()
                        .map(Csv::escapeFormulas)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /**
     * Returns the cell with an apostrophe wherever a formula could start. Scans backwards, in linear time: at each
     * character it is then known whether a formula follows the white space and quotes that start there.
     */
    static String escapeFormulas(String cell) {
        char[] safe = new char[2 * cell.length()];
        int start = safe.length;
        boolean hidesFormula = false;
        for (int i = cell.length() - 1; i >= 0; i--) {
            char c = cell.charAt(i);
            hidesFormula = FORMULA_STARTS.indexOf(c) >= 0 || (hidesFormula && SKIPPED_PREFIX.indexOf(c) >= 0);
            safe[--start] = c;
            boolean beginsACell = i == 0 || ";\t\r\n".indexOf(cell.charAt(i - 1)) >= 0;
            if (beginsACell && (hidesFormula || c == '\t' || c == '\r')) {
                safe[--start] = '\'';
            }
        }
        return new String(safe, start, safe.length - start);
    }
}
