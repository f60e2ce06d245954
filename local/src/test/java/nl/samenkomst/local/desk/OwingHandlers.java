package nl.samenkomst.local.desk;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Minimal handlers: one answers with its route, owes a letter at the time in {@code ?owe=} and writes an item with the key
 * in {@code ?write=}; one sends what is due.
 */
final class OwingHandlers implements Handlers {

    private final Map<String, String> baseUrls = new ConcurrentHashMap<>();

    @Override
    public RequestStreamHandler create(TemplateFunction function, LocalEnvironment local) {
        baseUrls.put(function.logicalId(), local.environment().getOrDefault("BASE_URL", ""));
        if (function.routes().isEmpty()) {
            return (in, out, context) -> sendWhatIsDue(local);
        }
        return (in, out, context) -> {
            Map<String, Object> event = JSON.std.mapFrom(in);
            if (event.get("queryStringParameters") instanceof Map<?, ?> query) {
                if (query.get("owe") instanceof String dueAt) {
                    owe(local, dueAt);
                }
                if (query.get("write") instanceof String partition) {
                    put(local, Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS("X")));
                }
            }
            JSON.std.write(Map.of("statusCode", 200, "body", String.valueOf(event.get("routeKey"))), out);
        };
    }

    String baseUrlOf(String function) {
        return baseUrls.getOrDefault(function, "");
    }

    static void owe(LocalEnvironment around, String dueAt) {
        put(
                around,
                Map.of(
                        "PK", AttributeValue.fromS("S#" + UUID.randomUUID()),
                        "SK", AttributeValue.fromS("R"),
                        "due", AttributeValue.fromS("DUE"),
                        "dueAt", AttributeValue.fromS(dueAt)));
    }

    private static void put(LocalEnvironment around, Map<String, AttributeValue> item) {
        around.dynamoDb()
                .get()
                .putItem(request -> request.tableName(around.environment().get("TABLE_NAME"))
                        .item(item));
    }

    private static synchronized void sendWhatIsDue(LocalEnvironment around) throws IOException {
        String table = around.environment().get("TABLE_NAME");
        for (Map<String, AttributeValue> item : around.dynamoDb()
                .get()
                .scan(request -> request.tableName(table))
                .items()) {
            AttributeValue dueAt = item.get("dueAt");
            if (dueAt != null
                    && !Instant.parse(dueAt.s()).isAfter(around.clock().instant())) {
                around.ses()
                        .get()
                        .sendRawEmail(request -> request.destinations("noor@example.org")
                                .rawMessage(raw ->
                                        raw.data(SdkBytes.fromString(letter(dueAt.s()), StandardCharsets.UTF_8))));
                around.dynamoDb()
                        .get()
                        .deleteItem(request ->
                                request.tableName(table).key(Map.of("PK", key(item, "PK"), "SK", key(item, "SK"))));
            }
        }
    }

    private static AttributeValue key(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS(""));
    }

    private static String letter(String subject) {
        return """
                From: aanmelden@example.org
                To: noor@example.org
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                <script>alert(1)</script> https://example.org/?a=1&b=2
                """.formatted(subject);
    }
}
