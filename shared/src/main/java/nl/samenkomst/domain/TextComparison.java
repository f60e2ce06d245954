package nl.samenkomst.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a correction of somebody's words from a change of what they mean. */
public final class TextComparison {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private TextComparison() {}

    /** Returns whether the texts differ only in case, spaces and punctuation. */
    public static boolean meansTheSame(String one, String other) {
        boolean isOneEmpty = one.isEmpty() || other.isEmpty();
        return one.equals(other) || (!isOneEmpty && key(one).equals(key(other)));
    }

    /** Returns a form of the text that is equal for all texts that mean the same; to compare one with many. */
    public static String key(String text) {
        String words = BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() ? text : words;
    }
}
