package nl.samenkomst.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.UnreadableItem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one item, or of a map in it, written and read by name. An attribute of type NULL counts as absent.
 * Reading an absent attribute without a default, or one of another type or out of range, throws {@link UnreadableItem}
 * with its name. {@link #number} reads an N of 32 bits, {@link #longNumber} of 64; moments are as in {@link Values}.
 */
final class Attributes {

    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(item);
    }

    static Attributes none() {
        return new Attributes(new LinkedHashMap<>());
    }

    Attributes with(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    Attributes with(String name, String text) {
        return with(name, Values.text(text));
    }

    Attributes with(String name, long number) {
        return with(name, Values.number(number));
    }

    Attributes with(String name, boolean flag) {
        return with(name, AttributeValue.fromBool(flag));
    }

    Attributes with(String name, Instant moment) {
        return with(name, Values.moment(moment));
    }

    /** Adds a list of maps; leaves an empty one out. */
    Attributes withAny(String name, List<AttributeValue> maps) {
        return maps.isEmpty() ? this : with(name, AttributeValue.fromL(maps));
    }

    Map<String, AttributeValue> map() {
        return values;
    }

    boolean has(String name) {
        AttributeValue value = values.get(name);
        return value != null && value.type() != AttributeValue.Type.NUL;
    }

    String text(String name) {
        return required(name, AttributeValue.Type.S).s();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name) {
        return parsed(
                name, Integer::parseInt, required(name, AttributeValue.Type.N).n());
    }

    int number(String name, int otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    long longNumber(String name) {
        return parsed(
                name, Long::parseLong, required(name, AttributeValue.Type.N).n());
    }

    boolean flag(String name) {
        return required(name, AttributeValue.Type.BOOL).bool();
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    Instant moment(String name) {
        return parsed(name, Instant::parse, text(name));
    }

    Instant moment(String name, Instant otherwise) {
        return has(name) ? moment(name) : otherwise;
    }

    Optional<Instant> optionalMoment(String name) {
        return has(name) ? Optional.of(moment(name)) : Optional.empty();
    }

    /** Returns the text as read by {@code reading}; throws {@link UnreadableItem} if that rejects it. */
    <T> T text(String name, Reading<T> reading) {
        return parsed(name, reading, text(name));
    }

    <T> Optional<T> optional(String name, Reading<T> reading) {
        return has(name) ? Optional.of(text(name, reading)) : Optional.empty();
    }

    Attributes inner(String name) {
        return of(required(name, AttributeValue.Type.M).m());
    }

    /** Returns the map with this name; an empty one if it is absent. */
    Attributes innerOrEmpty(String name) {
        return has(name) ? inner(name) : of(Map.of());
    }

    /** Returns the maps in the list with this name; empty if it is absent. */
    List<Attributes> list(String name) {
        return entries(name, AttributeValue.Type.M).stream()
                .map(entry -> of(entry.m()))
                .toList();
    }

    /** Returns the texts in the list with this name; empty if it is absent. */
    List<String> texts(String name) {
        return entries(name, AttributeValue.Type.S).stream()
                .map(AttributeValue::s)
                .toList();
    }

    /** Converts a text; throws an IllegalArgumentException or a DateTimeException if it is invalid. */
    @FunctionalInterface
    interface Reading<T> {
        T of(String text);
    }

    private static <T> T parsed(String name, Reading<T> reading, String text) {
        try {
            return reading.of(text);
        } catch (IllegalArgumentException | DateTimeException meaningless) {
            throw new UnreadableItem(name + " means nothing");
        }
    }

    private List<AttributeValue> entries(String name, AttributeValue.Type type) {
        if (!has(name)) {
            return List.of();
        }
        List<AttributeValue> entries = required(name, AttributeValue.Type.L).l();
        entries.forEach(entry -> checkType(name, entry, type));
        return entries;
    }

    private AttributeValue required(String name, AttributeValue.Type type) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new UnreadableItem("lacks " + name);
        }
        checkType(name, value, type);
        return value;
    }

    private static void checkType(String name, AttributeValue value, AttributeValue.Type type) {
        if (value.type() != type) {
            throw new UnreadableItem(name + " is no " + type);
        }
    }
}
