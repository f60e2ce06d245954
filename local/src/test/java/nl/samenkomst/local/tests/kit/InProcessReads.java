package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv1.client.LocalAmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv2.client.LocalDynamoDbClient;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * DynamoDB Local's own client, but for what the tests read most: by keys and by queries. DynamoDB Local 2.6.1 makes each
 * response of its engine, which speaks the SDK's first version, one of the second by writing and reading it as JSON,
 * twice ({@code ResponseConverter.toSdkV2}): that takes six times as long as the read itself, and took a quarter of the
 * tests' time.
 */
final class InProcessReads extends LocalDynamoDbClient {

    private final LocalAmazonDynamoDB engine;

    InProcessReads(LocalAmazonDynamoDB engine) {
        super(engine);
        this.engine = engine;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        BatchGetItemResult found = engine.batchGetItem(batchGetItemRequestRequestConverter.toSdkV1(
                request,
                BatchGetItemRequest::toBuilder,
                com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest.class));
        if (found.getConsumedCapacity() != null || !found.getUnprocessedKeys().isEmpty()) {
            return batchGetItemResponseConverter.toSdkV2(
                    found, BatchGetItemResponse::serializableBuilderClass, BatchGetItemResponse.Builder::build);
        }
        Map<String, List<Map<String, AttributeValue>>> items = new HashMap<>();
        found.getResponses().forEach((table, ofTable) -> items.put(table, items(ofTable)));
        return BatchGetItemResponse.builder()
                .responses(items)
                .unprocessedKeys(Map.of())
                .build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        QueryResult found = engine.query(queryRequestConverter.toSdkV1(
                request, QueryRequest::toBuilder, com.amazonaws.services.dynamodbv2.model.QueryRequest.class));
        if (found.getConsumedCapacity() != null || found.getItems() == null) {
            return queryResponseConverter.toSdkV2(
                    found, QueryResponse::serializableBuilderClass, QueryResponse.Builder::build);
        }
        QueryResponse.Builder response = QueryResponse.builder()
                .items(items(found.getItems()))
                .count(found.getCount())
                .scannedCount(found.getScannedCount());
        if (found.getLastEvaluatedKey() != null) {
            response.lastEvaluatedKey(item(found.getLastEvaluatedKey()));
        }
        return response.build();
    }

    private static List<Map<String, AttributeValue>> items(
            List<Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue>> items) {
        return items.stream().map(InProcessReads::item).toList();
    }

    private static Map<String, AttributeValue> item(
            Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> item) {
        Map<String, AttributeValue> values = HashMap.newHashMap(item.size());
        item.forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    private static AttributeValue value(com.amazonaws.services.dynamodbv2.model.AttributeValue value) {
        AttributeValue.Builder same = AttributeValue.builder()
                .s(value.getS())
                .n(value.getN())
                .bool(value.getBOOL())
                .nul(value.getNULL())
                .ss(value.getSS())
                .ns(value.getNS());
        if (value.getB() != null) {
            same.b(SdkBytes.fromByteBuffer(value.getB()));
        }
        if (value.getBS() != null) {
            same.bs(value.getBS().stream().map(SdkBytes::fromByteBuffer).toList());
        }
        if (value.getM() != null) {
            same.m(item(value.getM()));
        }
        if (value.getL() != null) {
            same.l(value.getL().stream().map(InProcessReads::value).toList());
        }
        return same.build();
    }
}
