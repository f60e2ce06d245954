package nl.samenkomst.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The condition of a write, the key condition of a query or its filter; see {@link Placeholders} for the notation. */
record Condition(String expression, Placeholders placeholders) {

    /** {@code attribute_exists(#PK)}. */
    static Condition exists(String attribute) {
        return about(attribute, "attribute_exists(" + Placeholders.name(attribute) + ")");
    }

    /** {@code attribute_not_exists(#PK)}. */
    static Condition isAbsent(String attribute) {
        return about(attribute, "attribute_not_exists(" + Placeholders.name(attribute) + ")");
    }

    /** {@code #version = :version}. */
    static Condition isEqual(String attribute, AttributeValue value) {
        return compare(attribute, "=", value);
    }

    /** {@code #expiresAt <= :expiresAt}. */
    static Condition isAtMost(String attribute, AttributeValue value) {
        return compare(attribute, "<=", value);
    }

    /** {@code #startsAt >= :startsAt}. */
    static Condition isAtLeast(String attribute, AttributeValue value) {
        return compare(attribute, ">=", value);
    }

    /** {@code #endsAt > :endsAt}. */
    static Condition isMore(String attribute, AttributeValue value) {
        return compare(attribute, ">", value);
    }

    /** {@code #SK BETWEEN :from_SK AND :to_SK}, both ends included. */
    static Condition isBetween(String attribute, AttributeValue from, AttributeValue to) {
        String first = Placeholders.value("from", attribute);
        String last = Placeholders.value("to", attribute);
        return about(attribute, Placeholders.name(attribute) + " BETWEEN " + first + " AND " + last)
                .where(first, from)
                .where(last, to);
    }

    /** {@code begins_with(#SK, :SK)}. */
    static Condition beginsWith(String attribute, AttributeValue prefix) {
        String value = Placeholders.value("", attribute);
        return about(attribute, "begins_with(" + Placeholders.name(attribute) + ", " + value + ")")
                .where(value, prefix);
    }

    Condition and(Condition other) {
        return new Condition(expression + " AND " + other.expression, placeholders.and(other.placeholders));
    }

    Condition or(Condition other) {
        return new Condition("(" + expression + " OR " + other.expression + ")", placeholders.and(other.placeholders));
    }

    private static Condition compare(String attribute, String operator, AttributeValue value) {
        String placeholder = Placeholders.value("", attribute);
        return about(attribute, Placeholders.name(attribute) + " " + operator + " " + placeholder)
                .where(placeholder, value);
    }

    private static Condition about(String attribute, String expression) {
        return new Condition(expression, Placeholders.NONE.withName(attribute));
    }

    private Condition where(String placeholder, AttributeValue value) {
        return new Condition(expression, placeholders.withValue(placeholder, value));
    }
}
