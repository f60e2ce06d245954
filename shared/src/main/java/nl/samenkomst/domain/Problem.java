package nl.samenkomst.domain;

import java.util.List;
import java.util.Map;

/**
 * One problem with the input.
 *
 * @param pointer JSON pointer (RFC 6901) to the value, for example {@code /email}
 * @param field the field's name in {@link #code}, for example {@code email}
 * @param values values for the message, by placeholder name
 */
public record Problem(String pointer, String field, Reason reason, Map<String, String> values) {

    /** The most problems in one response: nobody fixes more at once, and it must not grow with the input. */
    public static final int MAX_PER_RESPONSE = 50;

    private static final int MAX_NAME = 100; // code points

    public Problem {
        values = Map.copyOf(values);
    }

    public Problem(String field, Reason reason) {
        this("/" + field, field, reason, Map.of());
    }

    public Problem(String field, Reason reason, String name, Object value) {
        this("/" + field, field, reason, Map.of(name, String.valueOf(value)));
    }

    /** Returns the JSON pointer to a field of any name (RFC 6901 §3), shortened like {@link #abbreviated}. */
    public static String pointerTo(String name) {
        return "/" + abbreviated(name).replace("~", "~0").replace("/", "~1");
    }

    /** Returns a sender's field name for display, cut after {@value #MAX_NAME} code points with an ellipsis. */
    public static String abbreviated(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME)) + "…";
    }

    /** Returns the first {@value #MAX_PER_RESPONSE} problems. */
    public static List<Problem> first(List<Problem> problems) {
        return List.copyOf(problems.subList(0, Math.min(problems.size(), MAX_PER_RESPONSE)));
    }

    /** Returns the stable code, for example {@code email.invalid}. */
    public String code() {
        return field + "." + reason.word();
    }
}
