package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

class TableTest {

    @Test
    void readsAnyNumberOfItemsInBatchesThatDynamoDbTakes() {
        Batches batches = new Batches();
        List<Map<String, AttributeValue>> keys = IntStream.range(0, 201)
                .mapToObj(number -> Keys.of("S#stroom", "R#" + number))
                .toList();

        List<Map<String, AttributeValue>> items = new Table(batches, "table").get(keys);

        assertThat(items).isEqualTo(keys);
        assertThat(batches.sizes).containsExactlyInAnyOrder(Table.MAX_KEYS, Table.MAX_KEYS, 1);
    }

    @Test
    void asksNothingForNoKeys() {
        Batches batches = new Batches();

        assertThat(new Table(batches, "table").get(List.of())).isEmpty();
        assertThat(batches.sizes).isEmpty();
    }

    /** Has an item of every key, of nothing but the key. */
    private static final class Batches implements DynamoDbClient {

        private final List<Integer> sizes = new CopyOnWriteArrayList<>();

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            List<Map<String, AttributeValue>> keys =
                    Objects.requireNonNull(request.requestItems().get("table")).keys();
            sizes.add(keys.size());
            return BatchGetItemResponse.builder()
                    .responses(Map.of("table", keys))
                    .unprocessedKeys(Map.of())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
