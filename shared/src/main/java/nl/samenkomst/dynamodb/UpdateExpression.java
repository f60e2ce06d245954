package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The changes of an update; see {@link Placeholders} for the notation. Its values have a role in their name, as the
 * update's condition may compare the same attribute with another value.
 */
final class UpdateExpression {

    private final Map<String, List<String>> clauses = new LinkedHashMap<>();
    private Placeholders placeholders = Placeholders.NONE;

    /** {@code SET #dueAt = :new_dueAt}. */
    UpdateExpression set(String attribute, AttributeValue value) {
        String placeholder = Placeholders.value("new", attribute);
        return clause("SET", attribute, " = " + placeholder).where(placeholder, value);
    }

    /** {@code SET #due = if_not_exists(#due, :first_due)}. */
    UpdateExpression setIfAbsent(String attribute, AttributeValue value) {
        String placeholder = Placeholders.value("first", attribute);
        return clause("SET", attribute, " = if_not_exists(" + Placeholders.name(attribute) + ", " + placeholder + ")")
                .where(placeholder, value);
    }

    /** {@code ADD #version :more_version}; nothing if {@code more} is 0. An absent attribute counts as 0. */
    UpdateExpression add(String attribute, long more) {
        if (more == 0) {
            return this;
        }
        String placeholder = Placeholders.value("more", attribute);
        return clause("ADD", attribute, " " + placeholder).where(placeholder, Values.number(more));
    }

    /** {@code REMOVE #due}. */
    UpdateExpression remove(String attribute) {
        return clause("REMOVE", attribute, "");
    }

    String expression() {
        return clauses.entrySet().stream()
                .map(clause -> clause.getKey() + " " + String.join(", ", clause.getValue()))
                .collect(Collectors.joining(" "));
    }

    Placeholders placeholders() {
        return placeholders;
    }

    private UpdateExpression clause(String keyword, String attribute, String change) {
        placeholders = placeholders.withName(attribute);
        clauses.computeIfAbsent(keyword, none -> new ArrayList<>()).add(Placeholders.name(attribute) + change);
        return this;
    }

    private UpdateExpression where(String placeholder, AttributeValue value) {
        placeholders = placeholders.withValue(placeholder, value);
        return this;
    }
}
