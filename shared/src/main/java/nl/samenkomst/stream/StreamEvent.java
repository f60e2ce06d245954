package nl.samenkomst.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * A batch of changed items from a DynamoDB stream, in order.
 *
 * @param changes without any record that does not belong to a table
 */
public record StreamEvent(List<Change> changes) {

    public StreamEvent {
        changes = List.copyOf(changes);
    }

    /**
     * A written or removed item.
     *
     * @param madeAt when the change was made, rounded down; empty if the record does not say
     * @param key the item's key attributes of type S, by name
     */
    public record Change(String sequenceNumber, Optional<Instant> madeAt, Map<String, String> key) {
        public Change {
            key = Map.copyOf(key);
        }
    }

    /** Parses an event; empty if it is not from a stream. */
    public static Optional<StreamEvent> parse(String event) {
        return Json.parse(event)
                .map(tree -> tree.get("Records"))
                .filter(List.class::isInstance)
                .map(records -> new StreamEvent(changes((List<?>) records)));
    }

    /** Returns the response that makes the stream retry the first of these records and all after it; none if empty. */
    public static String retryFrom(List<String> sequenceNumbers) {
        List<Map<String, String>> failures = sequenceNumbers.stream()
                .map(number -> Map.of("itemIdentifier", number))
                .toList();
        return Json.write(Map.of("batchItemFailures", failures));
    }

    private static List<Change> changes(List<?> records) {
        List<Change> changes = new ArrayList<>();
        for (Object entry : records) {
            Map<?, ?> dynamodb = map(map(entry).get("dynamodb"));
            if (dynamodb.get("SequenceNumber") instanceof String number) {
                changes.add(new Change(number, madeAt(dynamodb), texts(map(dynamodb.get("Keys")))));
            }
        }
        return changes;
    }

    private static Optional<Instant> madeAt(Map<?, ?> dynamodb) {
        return dynamodb.get("ApproximateCreationDateTime") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static Map<String, String> texts(Map<?, ?> attributes) {
        Map<String, String> texts = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (map(value).get("S") instanceof String text) {
                texts.put(String.valueOf(name), text);
            }
        });
        return texts;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
