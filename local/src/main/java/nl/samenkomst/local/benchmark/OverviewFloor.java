package nl.samenkomst.local.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenkomst.dynamodb.DynamoDbClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The minimum for an organiser's overview: the three calls to the table that it makes, and nothing around them. */
public final class OverviewFloor implements RequestStreamHandler {

    private final DynamoDbClient client = DynamoDbClients.builder().build();
    private final String table = System.getenv("TABLE_NAME");

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        event.readAllBytes();
        get(List.of(key("ORGANISERS", "O#floor"), key("ORGANISERS", "B#floor")));
        QueryResponse upcoming = client.query(request -> request.tableName(table)
                .indexName("agenda")
                .keyConditionExpression("agenda = :all AND startsAt >= :from")
                .expressionAttributeValues(Map.of(
                        ":all",
                        AttributeValue.fromS("A"),
                        ":from",
                        AttributeValue.fromS(
                                Instant.now().minus(Duration.ofDays(8)).toString())))
                .limit(50));
        List<Map<String, AttributeValue>> sessions = new ArrayList<>();
        for (Map<String, AttributeValue> item : upcoming.items()) {
            String session = item.getOrDefault("PK", AttributeValue.fromS("")).s();
            sessions.addAll(List.of(key(session, "SESSION"), key(session, "PLACES")));
        }
        get(sessions);
        answer.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }

    private void get(List<Map<String, AttributeValue>> keys) {
        client.batchGetItem(request -> request.requestItems(Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build())));
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
    }
}
