package nl.samenkomst.domain;

import java.util.List;
import java.util.Map;

/**
 * One thing wrong with what was sent in.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901), for example {@code /email}
 * @param field the name of the field in the code, for example {@code email}
 * @param values what a sentence about it can say, by name
 */
public record Problem(String pointer, String field, Reason reason, Map<String, String> values) {

    /** An answer tells of no more: nobody mends more at once, and it must not grow with what was sent. */
    public static final int MAX_IN_AN_ANSWER = 50;

    private static final int MAX_NAME = 100;

    public Problem {
        values = Map.copyOf(values);
    }

    public Problem(String field, Reason reason) {
        this("/" + field, field, reason, Map.of());
    }

    public Problem(String field, Reason reason, String name, Object value) {
        this("/" + field, field, reason, Map.of(name, String.valueOf(value)));
    }

    /** The pointer to a field of an object, whatever it is called (RFC 6901, section 3), as far as it is told. */
    public static String pointerTo(String name) {
        return "/" + named(name).replace("~", "~0").replace("/", "~1");
    }

    /** A name that somebody made up, as a problem tells it: with an ellipsis after the first {@value #MAX_NAME} characters. */
    public static String named(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME)) + "…";
    }

    /** The first {@value #MAX_IN_AN_ANSWER} of these. */
    public static List<Problem> first(List<Problem> problems) {
        return List.copyOf(problems.subList(0, Math.min(problems.size(), MAX_IN_AN_ANSWER)));
    }

    /** The code that never changes, for example {@code email.invalid}. */
    public String code() {
        return field + "." + reason.word();
    }
}
