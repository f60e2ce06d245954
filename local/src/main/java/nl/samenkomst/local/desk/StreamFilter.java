package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter of an event source mapping: an EventBridge event pattern, of exact texts and prefixes only
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
 *
 * @param pattern by field, at any depth, the values of which one must match
 */
public record StreamFilter(Map<String, Object> pattern) {

    private static final String PREFIX = "prefix";

    /**
     * Creates a filter.
     *
     * @throws IllegalStateException if the pattern asks for anything else than exact texts and prefixes
     */
    public StreamFilter {
        checkFields(pattern);
        pattern = Map.copyOf(pattern);
    }

    /** Parses a pattern as the template gives it, in JSON. */
    public static StreamFilter parse(String pattern) {
        try {
            return new StreamFilter(JSON.std.mapFrom(pattern));
        } catch (IOException notJson) {
            throw new IllegalStateException("not a filter pattern: " + pattern, notJson);
        }
    }

    /** Returns whether a stream record, as its function gets it, matches in all fields of the pattern. */
    boolean matches(Map<String, ?> write) {
        return isMatch(pattern, write);
    }

    private static boolean isMatch(Object asked, @Nullable Object found) {
        return switch (asked) {
            case Map<?, ?> fields ->
                found instanceof Map<?, ?> values
                        && fields.entrySet().stream()
                                .allMatch(field -> isMatch(field.getValue(), values.get(field.getKey())));
            case List<?> alternatives ->
                found instanceof String text && alternatives.stream().anyMatch(one -> isMatch(one, text));
            default -> throw unsupported(asked);
        };
    }

    private static boolean isMatch(Object asked, String text) {
        return asked instanceof Map<?, ?> prefix
                ? text.startsWith(String.valueOf(prefix.get(PREFIX)))
                : text.equals(asked);
    }

    private static void checkFields(Map<?, ?> fields) {
        if (fields.isEmpty()) {
            throw unsupported(fields);
        }
        fields.values().forEach(asked -> {
            switch (asked) {
                case Map<?, ?> deeper -> checkFields(deeper);
                case List<?> alternatives -> checkAlternatives(alternatives);
                case null, default -> throw unsupported(asked);
            }
        });
    }

    private static void checkAlternatives(List<?> alternatives) {
        for (Object asked : alternatives) {
            boolean isPrefix = asked instanceof Map<?, ?> map && map.size() == 1 && map.get(PREFIX) instanceof String;
            if (!isPrefix && !(asked instanceof String)) {
                throw unsupported(asked);
            }
        }
        if (alternatives.isEmpty()) {
            throw unsupported(alternatives);
        }
    }

    private static IllegalStateException unsupported(@Nullable Object asked) {
        return new IllegalStateException("cannot filter by " + asked);
    }
}
