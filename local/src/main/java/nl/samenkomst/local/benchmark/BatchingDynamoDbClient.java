package nl.samenkomst.local.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches the puts of transactions and single puts, ignoring their conditions, because DynamoDB Local is slow per call.
 */
public final class BatchingDynamoDbClient implements DynamoDbClient {

    /** Maximum number of items in one BatchWriteItem (AWS). */
    private static final int MAX_BATCH_ITEMS = 25;

    private final DynamoDbClient client;
    private final List<Put> puts = new ArrayList<>();

    /** Creates a batching client on top of this one, which it does not close. */
    public BatchingDynamoDbClient(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        request.transactItems().forEach(changes -> puts.add(changes.put()));
        writeIfFull();
        return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        puts.add(Put.builder()
                .tableName(request.tableName())
                .item(request.item())
                .build());
        writeIfFull();
        return PutItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /** Writes the remaining items. */
    @Override
    public void close() {
        write();
    }

    /** Writes at 24 items: single puts, or transactions that are all of three puts, then never exceed 25. */
    private void writeIfFull() {
        if (puts.size() + 2 > MAX_BATCH_ITEMS) {
            write();
        }
    }

    private void write() {
        if (puts.isEmpty()) {
            return;
        }
        List<WriteRequest> items = puts.stream()
                .map(put -> WriteRequest.builder()
                        .putRequest(item -> item.item(put.item()))
                        .build())
                .toList();
        String table = puts.getFirst().tableName();
        Map<String, List<WriteRequest>> left = client.batchWriteItem(
                        request -> request.requestItems(Map.of(table, items)))
                .unprocessedItems();
        if (!left.isEmpty()) {
            throw new IllegalStateException("not everything was written");
        }
        puts.clear();
    }
}
