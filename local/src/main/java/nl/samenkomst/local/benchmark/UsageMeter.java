package nl.samenkomst.local.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

/**
 * Requests the consumed capacity with every call to the table and adds it up, and counts the letters that SES takes.
 *
 * <p>DynamoDB Local reports single writes and found items correctly. It charges nothing for missing items, and counts a
 * transaction's items together, times four; both are computed here as in DynamoDB
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
final class UsageMeter implements ExecutionInterceptor {

    private static final int KILOBYTE = 1024;

    private final Usage usage;
    private int refusedWrites;

    UsageMeter(Usage usage) {
        this.usage = usage;
    }

    /** Returns how many writes failed their condition; DynamoDB charges for them, but does not report how much. */
    synchronized int refusedWrites() {
        return refusedWrites;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        ReturnConsumedCapacity all = ReturnConsumedCapacity.INDEXES;
        return switch (context.request()) {
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(all).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(all).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(all).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(all).build();
            case TransactWriteItemsRequest transaction ->
                transaction.toBuilder().returnConsumedCapacity(all).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        switch (context.request()) {
            case BatchGetItemRequest get -> usage.add(Price.READ_UNITS, consumed(get, (BatchGetItemResponse) response));
            case QueryRequest query -> usage.add(Price.READ_UNITS, consumed(query, (QueryResponse) response));
            case PutItemRequest _ ->
                usage.add(
                        Price.WRITE_UNITS,
                        ((PutItemResponse) response).consumedCapacity().capacityUnits());
            case UpdateItemRequest _ ->
                usage.add(
                        Price.WRITE_UNITS,
                        ((UpdateItemResponse) response).consumedCapacity().capacityUnits());
            case TransactWriteItemsRequest transaction ->
                usage.add(Price.WRITE_UNITS, consumed(transaction, (TransactWriteItemsResponse) response));
            case SendRawEmailRequest _ -> usage.add(Price.LETTERS, 1);
            default ->
                throw new IllegalStateException("nobody counts what comes with "
                        + context.request().getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof ConditionalCheckFailedException
                || context.exception() instanceof TransactionCanceledException) {
            refusedWrites++;
        }
    }

    /** Returns read units; a missing item consumes as much as a small one. */
    private static double consumed(BatchGetItemRequest get, BatchGetItemResponse got) {
        double units = got.consumedCapacity().stream()
                .mapToDouble(ConsumedCapacity::capacityUnits)
                .sum();
        for (Map.Entry<String, KeysAndAttributes> asked : get.requestItems().entrySet()) {
            int found = got.responses().getOrDefault(asked.getKey(), List.of()).size();
            units += (asked.getValue().keys().size() - found)
                    * minimumUnits(asked.getValue().consistentRead());
        }
        return units;
    }

    private static double consumed(QueryRequest query, QueryResponse found) {
        return Math.max(found.consumedCapacity().capacityUnits(), minimumUnits(query.consistentRead()));
    }

    private static double minimumUnits(@Nullable Boolean consistent) {
        return Boolean.TRUE.equals(consistent) ? 1 : 0.5;
    }

    /**
     * Returns write units: two for each kilobyte of each item, and twice those of its index entries; an item that is
     * not put counts as a small one.
     */
    private static double consumed(TransactWriteItemsRequest transaction, TransactWriteItemsResponse written) {
        double inTheTable = transaction.transactItems().stream()
                .mapToDouble(changes -> changes.put() == null
                        ? 2
                        : 2.0 * Math.ceilDiv(bytes(changes.put().item()), KILOBYTE))
                .sum();
        double inIndexes = written.consumedCapacity().stream()
                .flatMap(capacity -> capacity.globalSecondaryIndexes().values().stream())
                .mapToDouble(Capacity::capacityUnits)
                .sum();
        return inTheTable + inIndexes / 2;
    }

    private static int bytes(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    /** Returns bytes: for a number one per digit, which is more than DynamoDB takes; for true, false and null one. */
    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> bytes(value.n());
            case BOOL, NUL -> 1;
            case L -> 3 + value.l().stream().mapToInt(inner -> 1 + bytes(inner)).sum();
            case M -> 3 + value.m().size() + bytes(value.m());
            default -> throw new IllegalStateException("an attribute of another type: " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
