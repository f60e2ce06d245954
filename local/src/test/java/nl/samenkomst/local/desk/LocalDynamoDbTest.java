package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class LocalDynamoDbTest {

    @Test
    void hasTheTableOfTheTemplate() throws IOException {
        try (LocalDynamoDb dynamoDb = start(Optional.empty())) {
            TableDescription table = dynamoDb.client()
                    .describeTable(request -> request.tableName("samenkomst"))
                    .table();

            assertThat(table.keySchema()).extracting("attributeName").containsExactly("PK", "SK");
            assertThat(table.globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("agenda", "listed", "series", "due");
            assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
            assertThat(dynamoDb.client()
                            .describeTimeToLive(request -> request.tableName("samenkomst"))
                            .timeToLiveDescription())
                    .satisfies(ttl -> {
                        assertThat(ttl.attributeName()).isEqualTo("expiresAt");
                        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                    });
            assertThat(dynamoDb.isFresh()).isTrue();
        }
    }

    @Test
    void keepsItsDataInAFolder(@TempDir Path folder) throws IOException {
        try (LocalDynamoDb dynamoDb = start(Optional.of(folder))) {
            put(dynamoDb, "S#1", "2026-12-01T10:00:00Z");
        }
        try (LocalDynamoDb dynamoDb = start(Optional.of(folder))) {
            assertThat(dynamoDb.isFresh()).isFalse();
            assertThat(dynamoDb.client()
                            .scan(request -> request.tableName("samenkomst"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void findsTheFirstMomentThatSomethingIsDue() throws IOException {
        try (LocalDynamoDb dynamoDb = start(Optional.empty())) {
            put(dynamoDb, "S#1", "2026-12-03T10:00:00Z");
            put(dynamoDb, "S#2", "2026-12-02T10:00:00.500Z");
            put(dynamoDb, "S#3", "2026-12-01T10:00:00Z");

            Instant first = Instant.parse("2026-12-01T10:00:00Z");
            assertThat(dynamoDb.firstDue(first, Instant.parse("2026-12-04T00:00:00Z")))
                    .hasValue(Instant.parse("2026-12-02T10:00:00.500Z"));
            assertThat(dynamoDb.firstDue(first, first.plusSeconds(60))).isEmpty();
        }
    }

    static LocalDynamoDb start(Optional<Path> folder) throws IOException {
        Template template = Template.read(TemplateTest.FILE, TemplateTest.NAMES);
        return LocalDynamoDb.start(template.table("samenkomst"), template.timeToLiveAttribute(), folder);
    }

    static void put(LocalDynamoDb dynamoDb, String key, String dueAt) {
        dynamoDb.client()
                .putItem(request -> request.tableName("samenkomst")
                        .item(Map.of(
                                "PK", AttributeValue.fromS(key),
                                "SK", AttributeValue.fromS("SESSION"),
                                "due", AttributeValue.fromS("DUE"),
                                "dueAt", AttributeValue.fromS(dueAt))));
    }
}
