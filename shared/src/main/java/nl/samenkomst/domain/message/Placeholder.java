package nl.samenkomst.domain.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;

/** A word between braces in a message, in whose place each reader finds something else. */
public enum Placeholder {
    /** The reader's name. */
    NAME("naam", "name"),
    /** The session's title. */
    TITLE("titel", "title"),
    /** The day and time when the session starts. */
    START("begin", "start");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*+)}");

    private final String dutch;
    private final String english;

    Placeholder(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** Returns how it is written, with its braces; in either language, both words mean the same. */
    public String written(Language language) {
        return "{" + (language == Language.NL ? dutch : english) + "}";
    }

    /** Returns the first thing between braces that is no placeholder, with its braces; empty if there is none. */
    public static Optional<String> firstUnknown(String text) {
        return BRACES.matcher(text)
                .results()
                .filter(found -> of(found).isEmpty())
                .map(MatchResult::group)
                .findFirst();
    }

    /** Returns all placeholders as they are written in this language. */
    public static List<String> all(Language language) {
        return Arrays.stream(values()).map(one -> one.written(language)).toList();
    }

    /** Returns the text with this in place of each placeholder; leaves anything else between braces as it is. */
    public static String fill(String text, Function<Placeholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(of(found).map(values).orElse(found.group())));
    }

    private static Optional<Placeholder> of(MatchResult found) {
        String word = found.group(1).strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.dutch.equals(word) || one.english.equals(word))
                .findFirst();
    }
}
