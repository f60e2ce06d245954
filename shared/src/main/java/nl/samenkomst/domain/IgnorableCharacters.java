package nl.samenkomst.domain;

import java.lang.Character.UnicodeScript;

/**
 * Invisible characters: those with Unicode's property Default_Ignorable_Code_Point, such as a zero-width space, a soft
 * hyphen or a byte order mark, and the marks of interlinear annotations.
 */
final class IgnorableCharacters {

    private static final char ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final char ZERO_WIDTH_JOINER = 0x200D;

    private IgnorableCharacters() {}

    /**
     * Returns the text without invisible characters, except two kinds: joiners and selectors that shape the character
     * before them, as in Persian, Hindi or an emoji, and directional controls, which {@link SingleLine#isClean} refuses.
     */
    static String drop(String text) {
        if (text.codePoints().noneMatch(IgnorableCharacters::isIgnorable)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        boolean canBeShaped = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isIgnorable(c)) {
                canBeShaped = canBeShaped(c, canBeShaped);
                kept.appendCodePoint(c);
            } else if (isDirectionalControl(c) || (canBeShaped && isShaping(c))) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /** Returns whether it is a joiner or a directional control, which have no effect at the start or end of a text. */
    static boolean isUselessAround(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER || isDirectionalControl(c);
    }

    /** Embeddings, overrides and isolates, which reorder the text around them. */
    static boolean isDirectionalControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Follows DerivedCoreProperties.txt of Unicode 16, and adds U+FFF9 to U+FFFB. */
    static boolean isIgnorable(int c) {
        return switch (c) {
            case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                (c >= 0x180B && c <= 0x180F)
                        || (c >= 0x200B && c <= 0x200F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2060 && c <= 0x206F)
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || (c >= 0xFFF0 && c <= 0xFFFB)
                        || (c >= 0x1BCA0 && c <= 0x1BCA3)
                        || (c >= 0x1D173 && c <= 0x1D17A)
                        || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }

    /** Returns whether it is a joiner, a variation selector (Mongolian, Han, emoji) or a tag of an emoji flag. */
    private static boolean isShaping(int c) {
        return c == ZERO_WIDTH_NON_JOINER
                || c == ZERO_WIDTH_JOINER
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0020 && c <= 0xE007F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** Returns whether a joiner or selector can shape this character, or the one that it combines with. */
    private static boolean canBeShaped(int c, boolean canBeforeIt) {
        return switch (UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC -> false;
            case COMMON -> Character.isEmoji(c);
            case INHERITED -> canBeforeIt;
            default -> true;
        };
    }
}
