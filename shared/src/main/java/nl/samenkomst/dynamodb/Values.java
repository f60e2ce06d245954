package nl.samenkomst.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Java's values as DynamoDB's, and trees of them back again. */
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

    /** What {@link #tree(Object)} was made of. */
    static @Nullable Object tree(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case NUL -> null;
            case L -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.l().forEach(entry -> list.add(tree(entry)));
                yield list;
            }
            case M -> treeOf(value.m());
            case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("no part of a tree: " + value.type());
        };
    }

    static Map<String, @Nullable Object> treeOf(Map<String, AttributeValue> entries) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        entries.forEach((name, entry) -> map.put(name, tree(entry)));
        return map;
    }
}
