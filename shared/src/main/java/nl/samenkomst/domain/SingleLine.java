package nl.samenkomst.domain;

import java.text.Normalizer;

/** What may stand on one line of text, in a page, a mail header or a calendar alike. */
public final class SingleLine {

    /**
     * Of the Stream-Safe Text Format (UAX #15 §13): no language needs more in a row, and a normalizer sorts them in a time
     * that grows with their square.
     */
    private static final int MAX_COMBINING_IN_A_ROW = 30;

    private static final int MAX_CHARS_FOR_A_CHARACTER = 4;

    private SingleLine() {}

    /**
     * Whether a text is longer than this many characters can be, told by its length alone: a character has two
     * {@code char}s at most, and one with marks rarely more than four before it is composed. It is to be refused before
     * anything else is done with it.
     */
    public static boolean isFarTooLong(String typed, int longest) {
        return typed.length() > (long) MAX_CHARS_FOR_A_CHARACTER * longest;
    }

    /**
     * The text in Unicode's composed form (NFC), without white space around it, hard spaces included. One with more than
     * {@value #MAX_COMBINING_IN_A_ROW} combining characters in a row is not composed, nor is it clean.
     */
    public static String tidy(String typed) {
        String composed =
                isComposed(typed) || !isStreamSafe(typed) ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
        int start = 0;
        int end = composed.length();
        while (start < end && isSpace(composed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /** The same for text of several lines: with {@code \n} between them, whatever the keyboard sent. */
    public static String tidyText(String typed) {
        return tidy(typed.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Nothing below U+0300 combines (UAX #15); an instance need not load the normalizer for a name without marks. */
    private static boolean isComposed(String text) {
        return text.chars().allMatch(c -> c < 0x300);
    }

    /** Java's own strip() leaves a no-break space, which a text pasted from a page may end in. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * Whether the text holds no control character, no line end, no lone surrogate, no bidirectional override, and no more
     * than {@value #MAX_COMBINING_IN_A_ROW} combining characters in a row.
     */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(SingleLine::isClean) && isStreamSafe(text);
    }

    /** The same for text of several lines: line feeds and tabs are welcome. */
    public static boolean isCleanText(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isClean(c)) && isStreamSafe(text);
    }

    private static boolean isStreamSafe(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            inARow = isCombining(text.codePointAt(i)) ? inARow + 1 : 0;
            if (inARow > MAX_COMBINING_IN_A_ROW) {
                return false;
            }
        }
        return true;
    }

    /** Every character that a normalizer sorts is a mark; marks that it leaves in their place count too. */
    private static boolean isCombining(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isClean(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !isBidiOverride(c) && !isNoncharacter(c);
        };
    }

    /** Embeddings, overrides and isolates turn the text around them; marks (U+200E, U+200F) only order their own. */
    private static boolean isBidiOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Never a character, in no version of Unicode (section 23.7), and an error in HTML. */
    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
