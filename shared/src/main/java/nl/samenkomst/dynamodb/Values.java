package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts Java values to DynamoDB attribute values. */
final class Values {

    /** Sorts chronologically as text: ISO 8601 in UTC with exactly three decimals. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(String.valueOf(number));
    }

    /** Returns the moment as a timestamp (S) such as {@code 2026-12-03T14:00:00.000Z}, truncated to milliseconds. */
    static AttributeValue moment(Instant moment) {
        return text(SORTABLE.format(moment));
    }

    /**
     * Converts a tree of maps, lists, strings, numbers, booleans and nulls.
     *
     * @throws IllegalArgumentException if it contains anything else
     */
    static AttributeValue tree(@Nullable Object value) {
        if (value == null) {
            return AttributeValue.fromNul(true);
        }
        return switch (value) {
            case String text -> text(text);
            case Number number -> AttributeValue.fromN(number.toString());
            case Boolean flag -> AttributeValue.fromBool(flag);
            case List<?> list ->
                AttributeValue.fromL(list.stream().map(Values::tree).toList());
            case Map<?, ?> map -> {
                Map<String, AttributeValue> entries = new LinkedHashMap<>();
                map.forEach((name, entry) -> entries.put(String.valueOf(name), tree(entry)));
                yield AttributeValue.fromM(entries);
            }
            default -> throw new IllegalArgumentException("no tree");
        };
    }
}
