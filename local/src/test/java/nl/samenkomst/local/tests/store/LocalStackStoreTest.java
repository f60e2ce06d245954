package nl.samenkomst.local.tests.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Tests the store on LocalStack's DynamoDB, in a container; skipped without a Docker engine. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
final class LocalStackStoreTest extends StoreContract {

    @Container
    private static final LocalStackContainer LOCALSTACK = new LocalStackContainer(
                    DockerImageName.parse("localstack/localstack:4.14.0"))
            .withServices("dynamodb", "dynamodbstreams")
            // Otherwise the first call starts the engine.
            .withEnv("EAGER_SERVICE_LOADING", "1");

    private static final String TABLE = "samenkomst";

    private static DynamoDbClient client;
    private static DynamoDbStreamsClient streams;

    LocalStackStoreTest() {
        super(FreshTable.in(client));
    }

    @BeforeAll
    static void connect() throws IOException {
        client = DynamoDbClients.builder()
                .endpointOverride(LOCALSTACK.getEndpoint())
                .region(Region.of(LOCALSTACK.getRegion()))
                .credentialsProvider(credentials())
                .build();
        streams = DynamoDbStreamsClient.builder()
                .endpointOverride(LOCALSTACK.getEndpoint())
                .region(Region.of(LOCALSTACK.getRegion()))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        // A fresh engine takes longer to create its first table than the desk's own client waits.
        try (DynamoDbClient longTimeouts = DynamoDbClient.builder()
                .endpointOverride(LOCALSTACK.getEndpoint())
                .region(Region.of(LOCALSTACK.getRegion()))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            template().createTable(longTimeouts, TABLE);
        }
    }

    @AfterAll
    static void disconnect() {
        client.close();
        streams.close();
    }

    @Test
    void hasTheTableThatTheTemplateDeclares() throws IOException {
        CreateTableRequest declared = template().table(TABLE);
        TableDescription made = described();

        assertThat(made.keySchema()).isEqualTo(declared.keySchema());
        assertThat(made.attributeDefinitions()).containsExactlyInAnyOrderElementsOf(declared.attributeDefinitions());
        assertThat(made.billingModeSummary().billingMode()).isEqualTo(declared.billingMode());
        assertThat(declared.globalSecondaryIndexes())
                .extracting("indexName")
                .containsExactlyInAnyOrder("agenda", "listed", "series", "due");
        assertThat(made.globalSecondaryIndexes()).hasSize(4).allSatisfy(index -> {
            assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE);
            assertThat(declared.globalSecondaryIndexes())
                    .filteredOn(one -> one.indexName().equals(index.indexName()))
                    .singleElement()
                    .satisfies(one -> assertSame(index, one.keySchema(), one.projection()));
        });
        assertThat(made.streamSpecification()).isEqualTo(declared.streamSpecification());
        assertThat(made.streamSpecification().streamViewTypeAsString()).isEqualTo("KEYS_ONLY");
    }

    @Test
    void expiresItemsByTheTemplatesAttribute() {
        assertThat(client.describeTimeToLive(request -> request.tableName(TABLE))
                        .timeToLiveDescription())
                .satisfies(ttl -> {
                    assertThat(ttl.attributeName()).isEqualTo("expiresAt");
                    assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                });
    }

    @Test
    void streamsKeysOnly() {
        Map<String, AttributeValue> keys =
                Map.of("PK", AttributeValue.fromS("S#stroom"), "SK", AttributeValue.fromS("R#noor"));
        client.putItem(put -> put.tableName(TABLE)
                .item(Map.of(
                        "PK", AttributeValue.fromS("S#stroom"),
                        "SK", AttributeValue.fromS("R#noor"),
                        "email", AttributeValue.fromS("noor@example.org"))));

        assertThat(written()).singleElement().satisfies(one -> {
            assertThat(one.eventNameAsString()).isEqualTo("INSERT");
            StreamRecord told = one.dynamodb();
            assertThat(told.keys()).isEqualTo(keys);
            assertThat(told.hasNewImage()).isFalse();
            assertThat(told.hasOldImage()).isFalse();
        });
    }

    private static void assertSame(GlobalSecondaryIndexDescription made, Object keySchema, Object projection) {
        assertThat(made.keySchema()).isEqualTo(keySchema);
        assertThat(made.projection()).isEqualTo(projection);
    }

    private static Template template() throws IOException {
        return Template.read(TemplateTest.FILE, TemplateTest.NAMES);
    }

    private static TableDescription described() {
        return client.describeTable(request -> request.tableName(TABLE)).table();
    }

    /** Returns every record in the stream since the table was created. */
    private static List<Record> written() {
        String arn = requireNonNull(described().latestStreamArn());
        return streams.describeStream(request -> request.streamArn(arn)).streamDescription().shards().stream()
                .map(shard -> streams.getShardIterator(request -> request.streamArn(arn)
                                .shardId(shard.shardId())
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator())
                .flatMap(from -> streams.getRecords(request -> request.shardIterator(from)).records().stream())
                .toList();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LOCALSTACK.getAccessKey(), LOCALSTACK.getSecretKey()));
    }
}
