package nl.samenkomst.domain;

import java.util.Map;

/**
 * One thing wrong with what was sent in.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901), for example {@code /email}
 * @param field the name of the field in the code, for example {@code email}
 * @param values what a sentence about it can say, by name
 */
public record Problem(String pointer, String field, Reason reason, Map<String, String> values) {

    public Problem {
        values = Map.copyOf(values);
    }

    public Problem(String field, Reason reason) {
        this("/" + field, field, reason, Map.of());
    }

    public Problem(String field, Reason reason, String name, Object value) {
        this("/" + field, field, reason, Map.of(name, String.valueOf(value)));
    }

    /** The pointer to a field of an object, whatever it is called (RFC 6901, section 3). */
    public static String pointerTo(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The code that never changes, for example {@code email.invalid}. */
    public String code() {
        return field + "." + reason.word();
    }
}
