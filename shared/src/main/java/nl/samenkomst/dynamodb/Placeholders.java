package nl.samenkomst.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names and values that stand in the expressions of one request, called after their attributes, so that a failed
 * request can be read: {@code #version = :version}. Every attribute has a placeholder, since reserved words and theme
 * ids may not stand in expressions.
 */
record Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {

    static final Placeholders NONE = new Placeholders(Map.of(), Map.of());

    /** Returns the placeholder of an attribute: {@code #taken_buurt} for {@code taken:buurt}. */
    static String name(String attribute) {
        return "#" + plain(attribute);
    }

    /** Returns the placeholder of a value: {@code :version}, or {@code :new_version} if its role is {@code new}. */
    static String value(String role, String attribute) {
        return ":" + (role.isEmpty() ? "" : role + "_") + plain(attribute);
    }

    Placeholders withName(String attribute) {
        return and(new Placeholders(Map.of(name(attribute), attribute), Map.of()));
    }

    Placeholders withValue(String placeholder, AttributeValue value) {
        return and(new Placeholders(Map.of(), Map.of(placeholder, value)));
    }

    /**
     * Returns all of these placeholders and of the other's.
     *
     * @throws IllegalArgumentException if one stands for two different things
     */
    Placeholders and(Placeholders other) {
        return new Placeholders(all(names, other.names), all(values, other.values));
    }

    /** Hands them to a request's builder, without an empty map of values, which DynamoDB refuses. */
    void into(Consumer<Map<String, String>> takeNames, Consumer<Map<String, AttributeValue>> takeValues) {
        takeNames.accept(names);
        if (!values.isEmpty()) {
            takeValues.accept(values);
        }
    }

    private static <T> Map<String, T> all(Map<String, T> some, Map<String, T> others) {
        Map<String, T> all = new LinkedHashMap<>(some);
        others.forEach((placeholder, meant) -> {
            T known = all.putIfAbsent(placeholder, meant);
            if (known != null && !known.equals(meant)) {
                throw new IllegalArgumentException(placeholder + " stands for two things");
            }
        });
        return all;
    }

    private static String plain(String attribute) {
        return attribute.replaceAll("[^A-Za-z0-9]", "_");
    }
}
