package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of one item, written and read by name; a missing one fails by its name. */
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

    Map<String, AttributeValue> map() {
        return values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return required(name).s();
    }

    int number(String name) {
        return Integer.parseInt(required(name).n());
    }

    int numberOrNone(String name) {
        return has(name) ? number(name) : 0;
    }

    long longNumber(String name) {
        return Long.parseLong(required(name).n());
    }

    boolean flag(String name) {
        return required(name).bool();
    }

    Instant moment(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> momentIfAny(String name) {
        return has(name) ? Optional.of(moment(name)) : Optional.empty();
    }

    Optional<String> textIfAny(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    Attributes inner(String name) {
        return of(required(name).m());
    }

    List<Attributes> list(String name) {
        return required(name).l().stream().map(entry -> of(entry.m())).toList();
    }

    private AttributeValue required(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("an item of the table lacks " + name);
        }
        return value;
    }
}
