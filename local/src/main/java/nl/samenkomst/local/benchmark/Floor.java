package nl.samenkomst.local.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.dynamodb.DynamoDbClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The minimum for signing up: the two calls to the table that it makes, and nothing around them. */
public final class Floor implements RequestStreamHandler {

    private static final String PK = "S#floor";

    private final DynamoDbClient client = DynamoDbClients.builder().build();
    private final String table = System.getenv("TABLE_NAME");

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        event.readAllBytes();
        String person = "R#" + UUID.randomUUID();
        client.batchGetItem(request -> request.requestItems(Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(List.of(key("SESSION"), key("PLACES"), key(person)))
                        .consistentRead(true)
                        .build())));
        client.transactWriteItems(request -> request.transactItems(
                TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(table)
                                .key(key("PLACES"))
                                .updateExpression("ADD taken :one")
                                .conditionExpression("attribute_not_exists(taken) OR taken >= :one")
                                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                                .build())
                        .build(),
                TransactWriteItem.builder()
                        .put(Put.builder()
                                .tableName(table)
                                .item(key(person))
                                .conditionExpression("attribute_not_exists(PK)")
                                .build())
                        .build()));
        answer.write("{\"statusCode\":303}".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, AttributeValue> key(String sort) {
        return Map.of("PK", AttributeValue.fromS(PK), "SK", AttributeValue.fromS(sort));
    }
}
