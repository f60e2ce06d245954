package nl.samenkomst.api;

import java.util.List;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;

/**
 * Writes CSV (RFC 4180) that is safe to open in a spreadsheet: every cell is quoted, lines end with CRLF, and a byte
 * order mark in front tells Excel that it is UTF-8. A cell that starts like a formula gets an apostrophe, so that no
 * spreadsheet runs it (OWASP, CSV Injection: {@code = + - @}, their full-width forms, tab and carriage return). A
 * spreadsheet that expects another separator splits cells even inside quotes, so this also holds after each comma,
 * semicolon, tab and line end, and for formulas behind leading quotes or white space. A sign with nothing but a number
 * up to the end of the cell is no formula: {@code +31612345678} stays as it is.
 */
final class Csv {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Characters that start a formula, whatever follows. */
    private static final String FORMULA_STARTS = "=@\uff1d\uff20";

    /** Characters that start a formula, unless nothing but a number follows in the cell. */
    private static final String SIGNS = "+-\uff0b\uff0d";

    /** Characters of a number after its sign. */
    private static final String NUMBER = "0123456789. ";

    /** Characters that may precede the start of a formula: white space and quotes. */
    private static final String SKIPPED_PREFIX = " \t\n\u000b\f\r\"'\u00a0";

    /** Characters after which some spreadsheet begins a new cell. */
    private static final String CELL_ENDS = ",;\t\r\n";

    private final String separator;

    private Csv(String separator) {
        this.separator = separator;
    }

    /**
     * Writes with the separator that Excel expects where people use this language: Windows's list separator, a
     * semicolon where the comma is in decimal numbers.
     */
    static Csv in(Language language) {
        return new Csv(
                switch (language) {
                    case NL -> ";";
                    case EN -> ",";
                });
    }

    /** Returns one line of quoted, escaped cells, including the CRLF. */
    String line(List<String> cells) {
        return cells.stream()
                        .map(Csv::escapeFormulas)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(separator))
                + "\r\n";
    }

    /**
     * Returns the cell with an apostrophe wherever a formula could start. Scans backwards, in linear time: at each
     * character it is then known whether only a number follows, and whether a formula follows the white space and quotes
     * that start there.
     */
    static String escapeFormulas(String cell) {
        char[] safe = new char[2 * cell.length()];
        int start = safe.length;
        boolean hidesFormula = false;
        boolean isNumber = true;
        for (int i = cell.length() - 1; i >= 0; i--) {
            char c = cell.charAt(i);
            boolean startsFormula = FORMULA_STARTS.indexOf(c) >= 0 || (SIGNS.indexOf(c) >= 0 && !isNumber);
            hidesFormula = startsFormula || (hidesFormula && SKIPPED_PREFIX.indexOf(c) >= 0);
            isNumber = isNumber && NUMBER.indexOf(c) >= 0;
            safe[--start] = c;
            boolean beginsACell = i == 0 || CELL_ENDS.indexOf(cell.charAt(i - 1)) >= 0;
            if (beginsACell && (hidesFormula || c == '\t' || c == '\r')) {
                safe[--start] = '\'';
            }
        }
        return new String(safe, start, safe.length - start);
    }
}
