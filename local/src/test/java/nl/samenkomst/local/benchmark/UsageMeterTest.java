package nl.samenkomst.local.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Checks that consumption is counted by DynamoDB's billing rules, on DynamoDB Local. */
class UsageMeterTest {

    private static final String TABLE = "metered";

    private final Usage usage = new Usage();
    private final UsageMeter meter = new UsageMeter(usage);
    private final LocalDynamoDb table;
    private final DynamoDbClient client;

    UsageMeterTest() throws IOException {
        Template template = Template.read(Path.of("..", "template.yaml"), Map.of());
        table = LocalDynamoDb.start(template.table(TABLE), template.timeToLiveAttribute(), Optional.empty());
        client = MeteredHandlers.metered(table.client(), meter);
    }

    @AfterEach
    void close() {
        client.close();
        table.close();
    }

    @Test
    void aSmallItemTakesOneUnitAndALargerOneMore() {
        put(item("small"));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(1);

        put(item("large", "text", "x".repeat(2_000)));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(1 + 2);
    }

    @Test
    void indexedItemIsWrittenTwice() {
        put(item("due", "due", "letters", "dueAt", "2026-11-02T09:00:00Z"));

        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(2);
    }

    @Test
    void transactionTakesTwoUnitsPerKilobyte() {
        transact(List.of(item("one")));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(2);

        transact(List.of(item("two"), item("three")));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(2 + 4);

        transact(List.of(item("large", "text", "x".repeat(1_500)), item("four")));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(2 + 4 + 6);

        transact(List.of(item("due", "due", "letters", "dueAt", "2026-11-02T09:00:00Z")));
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(2 + 4 + 6 + 4);
    }

    @Test
    void consistentReadTakesOneUnitAndIndexReadHalf() {
        put(item("one"));
        put(item("two", "due", "letters", "dueAt", "2026-11-02T09:00:00Z"));

        get(List.of(item("one"), item("two")));
        assertThat(usage.of(Price.READ_UNITS)).isEqualTo(2);

        queryWhatIsDue();
        assertThat(usage.of(Price.READ_UNITS)).isEqualTo(2.5);
    }

    @Test
    void missingItemTakesAsMuchAsASmallOne() {
        get(List.of(item("nobody"), item("nothing")));
        assertThat(usage.of(Price.READ_UNITS)).isEqualTo(2);

        queryWhatIsDue();
        assertThat(usage.of(Price.READ_UNITS)).isEqualTo(2.5);
    }

    @Test
    void countsWritesThatFailTheirCondition() {
        put(item("one"));

        assertThatThrownBy(() -> client.putItem(request ->
                        request.tableName(TABLE).item(item("one")).conditionExpression("attribute_not_exists(PK)")))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(meter.refusedWrites()).isEqualTo(1);
        assertThat(usage.of(Price.WRITE_UNITS)).isEqualTo(1);
    }

    @Test
    void rejectsCallsThatItCannotCount() {
        assertThatThrownBy(() -> client.scan(request -> request.tableName(TABLE)))
                .hasMessageContaining("nobody counts what comes with ScanRequest");
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(request -> request.tableName(TABLE).item(item));
    }

    private void transact(List<Map<String, AttributeValue>> items) {
        client.transactWriteItems(request -> request.transactItems(items.stream()
                .map(item -> TransactWriteItem.builder()
                        .put(Put.builder().tableName(TABLE).item(item).build())
                        .build())
                .toList()));
    }

    private void get(List<Map<String, AttributeValue>> items) {
        List<Map<String, AttributeValue>> keys = items.stream()
                .map(item -> Map.of("PK", item.get("PK"), "SK", item.get("SK")))
                .toList();
        client.batchGetItem(request -> request.requestItems(Map.of(
                TABLE,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build())));
    }

    private void queryWhatIsDue() {
        client.query(request -> request.tableName(TABLE)
                .indexName("due")
                .keyConditionExpression("due = :list")
                .expressionAttributeValues(Map.of(":list", AttributeValue.fromS("letters"))));
    }

    private static Map<String, AttributeValue> item(String name, String... namesAndTexts) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS(name));
        item.put("SK", AttributeValue.fromS("item"));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            item.put(namesAndTexts[i], AttributeValue.fromS(namesAndTexts[i + 1]));
        }
        return item;
    }
}
