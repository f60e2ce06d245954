package nl.samenkomst.domain;

import java.text.Normalizer;

/** What may stand on one line of text, in a page, a mail header or a calendar alike. */
public final class Line {

    private Line() {}

    /** The text in Unicode's composed form (NFC), without white space around it, hard spaces included. */
    public static String tidy(String typed) {
        String composed = isComposed(typed) ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
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

    /** Whether the text holds no control character, no line end, no lone surrogate and no bidirectional override. */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(Line::isClean);
    }

    /** The same for text of several lines: line feeds and tabs are welcome. */
    public static boolean isCleanText(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isClean(c));
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
