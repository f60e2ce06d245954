package nl.samenkomst.domain;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Tidies and checks text for a page, a mail header or a calendar. */
public final class SingleLine {

    /**
     * The limit of the Stream-Safe Text Format (UAX #15 §13): no language needs more in a row, and a normalizer takes
     * quadratic time to sort them.
     */
    private static final int MAX_COMBINING_IN_A_ROW = 30;

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int MAX_CHARS_FOR_A_CHARACTER = 4; // UTF-16 code units

    private SingleLine() {}

    /**
     * Returns whether a text is too long for {@code longest} code points, by its UTF-16 length alone: a code point
     * takes at most two {@code char}s, one with marks rarely more than four before it is composed. Refuse such a text
     * before any other processing.
     */
    public static boolean isFarTooLong(String typed, int longest) {
        return typed.length() > (long) MAX_CHARS_FOR_A_CHARACTER * longest;
    }

    /**
     * Returns the text in composed form (NFC), without invisible characters ({@link IgnorableCharacters#drop}) and
     * without white space around it. A text with more than {@value #MAX_COMBINING_IN_A_ROW} combining characters in a
     * row is not composed, and is not clean either.
     */
    public static String tidy(String typed) {
        return visible(compose(IgnorableCharacters.drop(typed)));
    }

    /** Returns the text without invisible characters and without white space around it, not composed. */
    static String visible(String typed) {
        return strip(IgnorableCharacters.drop(typed), c -> isSpace(c) || IgnorableCharacters.isUselessAround(c));
    }

    /** Returns the text as {@link #tidy} does, but with its invisible characters, which earlier releases stored. */
    public static String tidyAsStored(String typed) {
        return strip(compose(typed), SingleLine::isSpace);
    }

    private static String compose(String text) {
        return isComposed(text) || !isStreamSafe(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String strip(String text, IntPredicate isStripped) {
        int start = 0;
        int end = text.length();
        while (start < end && isStripped.test(text.charAt(start))) {
            start++;
        }
        while (end > start && isStripped.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Tidies text of several lines, and turns CRLF and CR between them into {@code \n}. */
    public static String tidyText(String typed) {
        return tidy(typed.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Nothing below U+0300 combines (UAX #15), so most names need not load the normalizer. */
    private static boolean isComposed(String text) {
        return text.chars().allMatch(c -> c < 0x300);
    }

    /** Includes the braille blank, and no-break spaces, which pasted text may end in and {@link String#strip} keeps. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BRAILLE_BLANK;
    }

    /**
     * Returns whether the text has no control character, line end, lone surrogate, noncharacter or directional
     * control, and at most {@value #MAX_COMBINING_IN_A_ROW} combining characters in a row.
     */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(SingleLine::isClean) && isStreamSafe(text);
    }

    /** Returns whether text of several lines is clean; line feeds and tabs are allowed. */
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

    /** Counts every mark: all characters that a normalizer sorts, and some that it does not. */
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
            default -> !IgnorableCharacters.isDirectionalControl(c) && !isNoncharacter(c);
        };
    }

    /** Unicode never assigns these (section 23.7); they are an error in HTML. */
    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
