package nl.samenkomst.letters;

import java.util.function.Predicate;
import nl.samenkomst.domain.SingleLine;

/**
 * Sanitizes text from outside before it becomes part of a letter: the last defense, since forms refuse unclean text but
 * letters must not depend on that.
 */
final class Sanitizer {

    private Sanitizer() {}

    /** Returns one line: line ends, control characters and bidirectional overrides become spaces. */
    static String line(String text) {
        return cleaned(text, SingleLine::isClean).strip();
    }

    /** Returns several lines separated by {@code \n}, with the same replacements as {@link #line}; tabs stay. */
    static String text(String text) {
        return cleaned(text.replace("\r\n", "\n").replace('\r', '\n'), SingleLine::isCleanText)
                .strip();
    }

    private static String cleaned(String text, Predicate<String> isClean) {
        return text.codePoints()
                .map(c -> isClean.test(Character.toString(c)) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
