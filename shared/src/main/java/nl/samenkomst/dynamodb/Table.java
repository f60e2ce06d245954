package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The desk's one table. Writes return {@link WriteResult#CONFLICT} if they did not happen, or may not have, and a retry may
 * succeed; other faults are thrown as the SDK's exception. Reads throw the SDK's exception for every fault.
 */
final class Table {

    /** The cancellation reasons after which a transaction may succeed when retried (AWS, TransactWriteItems). */
    private static final Set<String> PASSING = Set.of(
            "None",
            "ConditionalCheckFailed",
            "TransactionConflict",
            "ThrottlingError",
            "ProvisionedThroughputExceeded",
            "RequestLimitExceeded");

    private final DynamoDbClient client;
    private final String name;

    Table(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    /**
     * Returns these items, without absent ones, in any order, by consistent reads: one BatchGetItem, repeated only for
     * keys that DynamoDB leaves unprocessed. Takes at most 100 keys, as BatchGetItem does.
     */
    List<Map<String, AttributeValue>> get(Collection<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> asked = keys.isEmpty()
                ? Map.of()
                : Map.of(
                        name,
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build());
        while (!asked.isEmpty()) {
            Map<String, KeysAndAttributes> now = asked;
            BatchGetItemResponse response = client.batchGetItem(request -> request.requestItems(now));
            items.addAll(response.responses().getOrDefault(name, List.of()));
            asked = response.unprocessedKeys();
        }
        return items;
    }

    /** Streams all items in this partition whose sort key has this prefix, by consistent reads, lazily page by page. */
    Stream<Map<String, AttributeValue>> under(String key, String beginning) {
        QueryRequest all = QueryRequest.builder()
                .tableName(name)
                .consistentRead(true)
                .keyConditionExpression("PK = :key AND begins_with(SK, :beginning)")
                .expressionAttributeValues(Map.of(":key", Values.text(key), ":beginning", Values.text(beginning)))
                .build();
        return client.queryPaginator(all).items().stream();
    }

    /** Writes all of these items or none. */
    WriteResult transact(List<TransactWriteItem> steps) {
        try {
            client.transactWriteItems(request -> request.transactItems(steps));
            return WriteResult.committed();
        } catch (TransactionCanceledException cancelled) {
            return conflictIf(cancelled.cancellationReasons().stream().allMatch(Table::isPassing), cancelled);
        } catch (TransactionInProgressException unfinished) {
            return new WriteResult.Conflict(unfinished);
        } catch (SdkException trouble) {
            return conflictIf(isPassing(trouble), trouble);
        }
    }

    WriteResult put(PutItemRequest request) {
        try {
            client.putItem(request);
            return WriteResult.committed();
        } catch (ConditionalCheckFailedException | TransactionConflictException overtaken) {
            return new WriteResult.Conflict(overtaken);
        } catch (SdkException trouble) {
            return conflictIf(isPassing(trouble), trouble);
        }
    }

    WriteResult update(UpdateItemRequest request) {
        try {
            client.updateItem(request);
            return WriteResult.committed();
        } catch (ConditionalCheckFailedException | TransactionConflictException overtaken) {
            return new WriteResult.Conflict(overtaken);
        } catch (SdkException trouble) {
            return conflictIf(isPassing(trouble), trouble);
        }
    }

    private static WriteResult conflictIf(boolean passing, SdkException trouble) {
        if (passing) {
            return new WriteResult.Conflict(trouble);
        }
        throw trouble;
    }

    private static boolean isPassing(CancellationReason reason) {
        return PASSING.contains(reason.code());
    }

    /** Returns whether the fault is temporary: throttling, a server error, a lost connection or a time-out. */
    private static boolean isPassing(SdkException trouble) {
        return trouble instanceof SdkClientException
                || (trouble instanceof AwsServiceException service
                        && (service.isThrottlingException() || service.statusCode() >= 500));
    }
}
