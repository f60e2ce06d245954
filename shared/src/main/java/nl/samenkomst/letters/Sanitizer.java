package nl.samenkomst.letters;

import java.util.function.Predicate;
import nl.samenkomst.domain.SingleLine;

/**
 * The last guard before a text from outside becomes part of a letter. What people type is refused long before where it
 * is not clean; a letter must not depend on that.
 */
final class Sanitizer {

    private Sanitizer() {}

    /** One line: anything that ends a line, controls a terminal or turns the text around becomes a space. */
    static String line(String text) {
        return cleaned(text, SingleLine::isClean).strip();
    }

    /** Several lines with {@code \n} between them, clean as {@link #line} is. */
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
