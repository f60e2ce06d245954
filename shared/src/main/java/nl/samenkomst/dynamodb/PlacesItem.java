package nl.samenkomst.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The places of a session in the table: {@code S#<id>} / {@code PLACES}. Every change of who has a place or waits goes
 * through this one small item, under a condition that is the rule itself.
 */
final class PlacesItem {

    static final String SK = "PLACES";

    private static final String LIMIT = "limit";
    private static final String TAKEN = "taken";
    private static final String WAITING = "waiting";
    private static final String CANCELLED = "cancelled";
    private static final String LAST_IN_LINE = "lastInLine";
    private static final String REVISION = "revision";

    private static final String SAME_RULES = "revision = :revision";
    private static final String NOBODY_WAITS = "waiting = :zero";
    private static final String SOMEBODY_WAITS = "waiting > :zero";
    private static final String A_PLACE_IS_FREE = "(attribute_not_exists(#limit) OR taken < #limit)";
    private static final String TOO_MANY_TAKEN = "(attribute_exists(#limit) AND taken > #limit)";
    private static final String NOT_TOO_MANY_TAKEN = "(attribute_not_exists(#limit) OR taken <= #limit)";

    private PlacesItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    static Map<String, AttributeValue> write(SessionId id, Places places) {
        Attributes item = Attributes.of(key(id))
                .with(TAKEN, places.taken())
                .with(WAITING, places.waiting())
                .with(CANCELLED, places.cancelled())
                .with(LAST_IN_LINE, places.lastInLine())
                .with(REVISION, places.revision());
        places.limit().ifPresent(limit -> item.with(LIMIT, limit));
        return item.map();
    }

    static Places read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Places(
                item.has(LIMIT) ? OptionalInt.of(item.number(LIMIT)) : OptionalInt.empty(),
                item.number(TAKEN),
                item.number(WAITING),
                item.number(CANCELLED),
                item.longNumber(LAST_IN_LINE),
                item.number(REVISION));
    }

    /** A place is free and nobody waits for it: take it. */
    static Step takePlace(SessionId id, int revision) {
        return new Step(id, revision).add(TAKEN, 1).provided(NOBODY_WAITS).provided(A_PLACE_IS_FREE);
    }

    /** It is full, or others wait already: wait behind the last of them. */
    static Step joinQueue(SessionId id, int revision, long number) {
        return new Step(id, revision)
                .add(WAITING, 1)
                .add(LAST_IN_LINE, 1)
                .provided("lastInLine = :last", ":last", Values.number(number - 1))
                .provided("(" + SOMEBODY_WAITS + " OR (attribute_exists(#limit) AND taken >= #limit))");
    }

    /** Nobody waits for this place, or there are more taken than there should be: it is free. */
    static Step giveBack(SessionId id, int revision) {
        return new Step(id, revision)
                .add(TAKEN, -1)
                .add(CANCELLED, 1)
                .provided("taken > :zero")
                .provided("(" + NOBODY_WAITS + " OR " + TOO_MANY_TAKEN + ")");
    }

    /** Somebody waits for this place: it stays taken, by another. */
    static Step handOver(SessionId id, int revision) {
        return new Step(id, revision)
                .add(WAITING, -1)
                .add(CANCELLED, 1)
                .provided("taken > :zero")
                .provided(SOMEBODY_WAITS)
                .provided(NOT_TOO_MANY_TAKEN);
    }

    static Step leaveQueue(SessionId id, int revision) {
        return new Step(id, revision).add(WAITING, -1).add(CANCELLED, 1).provided(SOMEBODY_WAITS);
    }

    /** So many places are free, and at least so many people wait. */
    static Step promote(SessionId id, Places seen, int people) {
        Step step = new Step(id, seen.revision())
                .add(TAKEN, people)
                .add(WAITING, -people)
                .provided("waiting >= :people", ":people", Values.number(people));
        return seen.limit().isEmpty()
                ? step.provided("attribute_not_exists(#limit)")
                : step.provided(
                        "taken <= :room",
                        ":room",
                        Values.number((long) seen.limit().getAsInt() - people));
    }

    /** Other rules from here on, perhaps with another number of places; what is taken stays taken. */
    static Step follow(SessionId id, int revisionBefore, OptionalInt limit) {
        return new Step(id, revisionBefore).add(REVISION, 1).limit(limit);
    }

    /** One conditional change of the places. */
    static final class Step {

        private final SessionId id;
        private final Map<String, Integer> added = new LinkedHashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, AttributeValue> values = new LinkedHashMap<>();
        private final StringBuilder condition = new StringBuilder(SAME_RULES);
        private String limitChange = "";

        private Step(SessionId id, int revision) {
            this.id = id;
            values.put(":revision", Values.number(revision));
        }

        /** Somebody who had cancelled comes back. */
        Step ofSomebodyWhoHadCancelled(boolean cameBack) {
            return cameBack ? add(CANCELLED, -1) : this;
        }

        TransactWriteItem in(String table) {
            StringBuilder update = new StringBuilder("ADD ");
            added.forEach((attribute, number) -> {
                update.append(update.length() > 4 ? ", " : "")
                        .append(attribute)
                        .append(" :add_")
                        .append(attribute);
                values.put(":add_" + attribute, Values.number(number));
            });
            Update.Builder places = Update.builder()
                    .tableName(table)
                    .key(key(id))
                    .updateExpression(update + limitChange)
                    .conditionExpression(condition.toString())
                    .expressionAttributeValues(values);
            if (!names.isEmpty()) {
                places.expressionAttributeNames(names);
            }
            return TransactWriteItem.builder().update(places.build()).build();
        }

        private Step add(String attribute, int number) {
            added.merge(attribute, number, Integer::sum);
            return this;
        }

        private Step limit(OptionalInt limit) {
            names.put("#limit", LIMIT);
            limit.ifPresent(number -> values.put(":limit", Values.number(number)));
            limitChange = limit.isPresent() ? " SET #limit = :limit" : " REMOVE #limit";
            return this;
        }

        private Step provided(String rule) {
            condition.append(" AND ").append(rule);
            if (rule.contains("#limit")) {
                names.put("#limit", LIMIT);
            }
            if (rule.contains(":zero")) {
                values.put(":zero", Values.number(0));
            }
            return this;
        }

        private Step provided(String rule, String name, AttributeValue value) {
            values.put(name, value);
            return provided(rule);
        }
    }
}
