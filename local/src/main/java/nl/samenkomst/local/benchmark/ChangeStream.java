package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The table's stream: the keys of all writes by clients that it hears, in order, with the simulation's time. DynamoDB
 * Local has one, and becomes slower with each of its records.
 */
final class ChangeStream implements ExecutionInterceptor {

    private record Change(long number, long madeAt, String partition, String sort) {}

    private final Clock clock;
    private final Deque<Change> changes = new ArrayDeque<>();
    private long last;
    private int delivered;

    ChangeStream(Clock clock) {
        this.clock = clock;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the event for the oldest changes, at most so many, which stay until {@link #removeDelivered}. */
    byte[] event(int batchSize) throws IOException {
        List<Map<String, Object>> records =
                changes.stream().limit(batchSize).map(ChangeStream::written).toList();
        delivered = records.size();
        return JSON.std.asBytes(Map.of("Records", records));
    }

    /** Removes the changes of the last event up to the first that the response names, or all. */
    void removeDelivered(byte[] response) throws IOException {
        Optional<Object> failed = JSON.std.mapFrom(response).get("batchItemFailures") instanceof List<?> failures
                ? failures.stream().findFirst().map(first -> ((Map<?, ?>) first).get("itemIdentifier"))
                : Optional.empty();
        for (int i = 0; i < delivered; i++) {
            if (failed.equals(Optional.of(String.valueOf(changes.getFirst().number())))) {
                return;
            }
            changes.removeFirst();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.request()) {
            case PutItemRequest put -> add(put.item());
            case UpdateItemRequest update -> add(update.key());
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(ChangeStream::key).forEach(this::add);
            default -> {}
        }
    }

    private static Map<String, AttributeValue> key(TransactWriteItem item) {
        if (item.put() != null) {
            return item.put().item();
        }
        return item.update() != null ? item.update().key() : item.delete().key();
    }

    private void add(Map<String, AttributeValue> key) {
        changes.add(new Change(++last, clock.instant().getEpochSecond(), text(key.get("PK")), text(key.get("SK"))));
    }

    private static String text(@Nullable AttributeValue value) {
        return Optional.ofNullable(value).map(AttributeValue::s).orElseThrow();
    }

    private static Map<String, Object> written(Change change) {
        Map<String, Object> keys = Map.of("PK", Map.of("S", change.partition()), "SK", Map.of("S", change.sort()));
        return Map.of(
                "dynamodb",
                Map.of(
                        "ApproximateCreationDateTime",
                        change.madeAt(),
                        "Keys",
                        keys,
                        "SequenceNumber",
                        String.valueOf(change.number())));
    }
}
