package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.WriteResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The desk's one table. Writes return {@link WriteResult.Conflict} if they did not happen, or may not have, and a retry
 * may succeed; other faults are thrown as the SDK's exception. Reads throw the SDK's exception for every fault.
 */
final class Table {

    /** The cancellation reasons after which a transaction may succeed when retried (AWS, TransactWriteItems). */
    private static final Set<String> RETRYABLE = Set.of(
            "None",
            "ConditionalCheckFailed",
            "TransactionConflict",
            "ThrottlingError",
            "ProvisionedThroughputExceeded",
            "RequestLimitExceeded");

    /** The most keys that one BatchGetItem takes (AWS, BatchGetItem). */
    static final int MAX_KEYS = 100;

    private final DynamoDbClient client;
    private final String name;

    Table(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    DynamoDbClient client() {
        return client;
    }

    /**
     * Returns these items, each once and without absent ones, in any order, by consistent reads: one BatchGetItem, which
     * refuses a key given twice, for every {@value #MAX_KEYS} keys, all at the same time, and repeated only for keys
     * that DynamoDB leaves unprocessed.
     */
    List<Map<String, AttributeValue>> get(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> distinct = keys.stream().distinct().toList();
        if (distinct.size() <= MAX_KEYS) {
            return distinct.isEmpty() ? List.of() : batch(distinct);
        }
        try (ConcurrentReads reads = new ConcurrentReads()) {
            List<Supplier<List<Map<String, AttributeValue>>>> rest = new ArrayList<>();
            for (int from = MAX_KEYS; from < distinct.size(); from += MAX_KEYS) {
                List<Map<String, AttributeValue>> batch =
                        distinct.subList(from, Math.min(from + MAX_KEYS, distinct.size()));
                rest.add(reads.start(() -> batch(batch)));
            }
            List<Map<String, AttributeValue>> items = batch(distinct.subList(0, MAX_KEYS));
            rest.forEach(batch -> items.addAll(batch.get()));
            return items;
        }
    }

    private List<Map<String, AttributeValue>> batch(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> asked = Map.of(
                name,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        while (!asked.isEmpty()) {
            Map<String, KeysAndAttributes> now = asked;
            BatchGetItemResponse response = client.batchGetItem(request -> request.requestItems(now));
            items.addAll(response.responses().getOrDefault(name, List.of()));
            asked = response.unprocessedKeys();
        }
        return items;
    }

    /** Starts a query of the table itself, by consistent reads. */
    QueryRequest.Builder query(Condition keys) {
        return queryWith(keys, keys.placeholders()).consistentRead(true);
    }

    /** Starts a query of the table itself, by consistent reads; {@code filter} leaves items out after reading them. */
    QueryRequest.Builder query(Condition keys, Condition filter) {
        return queryWith(keys, keys.placeholders().and(filter.placeholders()))
                .consistentRead(true)
                .filterExpression(filter.expression());
    }

    /** Starts a query of an index, which may show a write late. */
    QueryRequest.Builder queryIndex(String index, Condition keys) {
        return queryWith(keys, keys.placeholders()).indexName(index);
    }

    /** Streams the items that a query finds, lazily page by page. */
    Stream<Map<String, AttributeValue>> all(QueryRequest.Builder query) {
        return client.queryPaginator(query.build()).items().stream();
    }

    /** Streams the keys of all items, lazily page by page. */
    Stream<Map<String, AttributeValue>> keys() {
        return client
                .scanPaginator(request -> request.tableName(name)
                        .projectionExpression("#pk, #sk")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .consistentRead(true))
                .items()
                .stream();
    }

    /** Starts a transaction, which writes all of its items or none. */
    Transaction transaction() {
        return new Transaction();
    }

    /** Puts an item, in place of any with the same key. */
    void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(name).item(item));
    }

    /** Puts one item. */
    WriteResult put(Map<String, AttributeValue> item, Condition condition) {
        PutItemRequest.Builder put =
                PutItemRequest.builder().tableName(name).item(item).conditionExpression(condition.expression());
        condition.placeholders().into(put::expressionAttributeNames, put::expressionAttributeValues);
        return write(() -> client.putItem(put.build()));
    }

    /** Updates one item. */
    WriteResult update(Map<String, AttributeValue> key, UpdateExpression changes, Condition condition) {
        UpdateItemRequest.Builder update = UpdateItemRequest.builder()
                .tableName(name)
                .key(key)
                .updateExpression(changes.expression())
                .conditionExpression(condition.expression());
        changes.placeholders()
                .and(condition.placeholders())
                .into(update::expressionAttributeNames, update::expressionAttributeValues);
        return write(() -> client.updateItem(update.build()));
    }

    /** A transaction's writes, in order, at most 100 (AWS, TransactWriteItems). */
    final class Transaction {

        private final List<TransactWriteItem> writes = new ArrayList<>();

        private Transaction() {}

        Transaction put(Map<String, AttributeValue> item, Condition condition) {
            Put.Builder put = Put.builder().tableName(name).item(item).conditionExpression(condition.expression());
            condition.placeholders().into(put::expressionAttributeNames, put::expressionAttributeValues);
            writes.add(TransactWriteItem.builder().put(put.build()).build());
            return this;
        }

        /** Adds an item that replaces any with the same key. */
        Transaction put(Map<String, AttributeValue> item) {
            writes.add(TransactWriteItem.builder()
                    .put(Put.builder().tableName(name).item(item).build())
                    .build());
            return this;
        }

        Transaction delete(Map<String, AttributeValue> key, Condition condition) {
            Delete.Builder delete =
                    Delete.builder().tableName(name).key(key).conditionExpression(condition.expression());
            condition.placeholders().into(delete::expressionAttributeNames, delete::expressionAttributeValues);
            writes.add(TransactWriteItem.builder().delete(delete.build()).build());
            return this;
        }

        /** Adds the deletion of an item, which may be gone already. */
        Transaction delete(Map<String, AttributeValue> key) {
            writes.add(TransactWriteItem.builder()
                    .delete(Delete.builder().tableName(name).key(key).build())
                    .build());
            return this;
        }

        /** Adds a condition on an item that the transaction does not write. */
        Transaction check(Map<String, AttributeValue> key, Condition condition) {
            ConditionCheck.Builder check =
                    ConditionCheck.builder().tableName(name).key(key).conditionExpression(condition.expression());
            condition.placeholders().into(check::expressionAttributeNames, check::expressionAttributeValues);
            writes.add(TransactWriteItem.builder().conditionCheck(check.build()).build());
            return this;
        }

        /** Adds an update of an item, or of a new one with this key. */
        Transaction update(Map<String, AttributeValue> key, UpdateExpression changes) {
            return update(Update.builder(), key, changes, changes.placeholders());
        }

        Transaction update(Map<String, AttributeValue> key, UpdateExpression changes, Condition condition) {
            return update(
                    Update.builder().conditionExpression(condition.expression()),
                    key,
                    changes,
                    changes.placeholders().and(condition.placeholders()));
        }

        WriteResult commit() {
            try {
                client.transactWriteItems(request -> request.transactItems(writes));
                return WriteResult.committed();
            } catch (TransactionCanceledException cancelled) {
                return conflictIf(cancelled.cancellationReasons().stream().allMatch(Table::isRetryable), cancelled);
            } catch (TransactionInProgressException unfinished) {
                return new WriteResult.Conflict(unfinished);
            } catch (SdkException exception) {
                return conflictIf(isRetryable(exception), exception);
            }
        }

        private Transaction update(
                Update.Builder update,
                Map<String, AttributeValue> key,
                UpdateExpression changes,
                Placeholders placeholders) {
            update.tableName(name).key(key).updateExpression(changes.expression());
            placeholders.into(update::expressionAttributeNames, update::expressionAttributeValues);
            writes.add(TransactWriteItem.builder().update(update.build()).build());
            return this;
        }
    }

    private QueryRequest.Builder queryWith(Condition keys, Placeholders placeholders) {
        QueryRequest.Builder query = QueryRequest.builder().tableName(name).keyConditionExpression(keys.expression());
        placeholders.into(query::expressionAttributeNames, query::expressionAttributeValues);
        return query;
    }

    private static WriteResult write(Runnable request) {
        try {
            request.run();
            return WriteResult.committed();
        } catch (ConditionalCheckFailedException | TransactionConflictException overtaken) {
            return new WriteResult.Conflict(overtaken);
        } catch (SdkException exception) {
            return conflictIf(isRetryable(exception), exception);
        }
    }

    private static WriteResult conflictIf(boolean passing, SdkException exception) {
        if (passing) {
            return new WriteResult.Conflict(exception);
        }
        throw exception;
    }

    private static boolean isRetryable(CancellationReason reason) {
        return RETRYABLE.contains(reason.code());
    }

    /** Returns whether the fault is temporary: throttling, a server error, a lost connection or a time-out. */
    private static boolean isRetryable(SdkException exception) {
        return exception instanceof SdkClientException
                || (exception instanceof AwsServiceException service
                        && (service.isThrottlingException() || service.statusCode() >= 500));
    }
}
