package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Java's values as DynamoDB's. */
final class Values {

    /** Sorts as text in the order of time: always in UTC, always with milliseconds. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(String.valueOf(number));
    }

    static AttributeValue moment(Instant moment) {
        return text(SORTABLE.format(moment));
    }

    /** A tree of maps, lists, texts, numbers, flags and nulls, as DynamoDB keeps one. */
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
