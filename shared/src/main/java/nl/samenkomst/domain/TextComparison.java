package nl.samenkomst.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a correction of somebody's words from a change of what they mean. */
public final class TextComparison {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private TextComparison() {}

    /** Returns whether the texts differ only in case, spaces and punctuation. */
    public static boolean meansTheSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String words = words(one);
        return !words.isEmpty() && words.equals(words(other));
    }

    private static String words(String text) {
        return BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
