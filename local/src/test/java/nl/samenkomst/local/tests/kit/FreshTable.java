package nl.samenkomst.local.tests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.samenkomst.local.desk.LambdaFunction;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.StreamPump;
import nl.samenkomst.local.desk.StreamSource;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A table of its own for a test, in the one DynamoDB Local of this test class, called without HTTP: as the template
 * declares it, but without its stream until {@link #enableStream}.
 */
public record FreshTable(DynamoDbClient client, String name) {

    /** DynamoDB's limit of writes in one call. */
    private static final int MAX_BATCH = 25;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Template TEMPLATE = template();

    private static @Nullable Engine running;

    public static FreshTable create() {
        return in(engine().inProcess());
    }

    /** Creates a table as the template declares it, with its stream, but for this difference. */
    public static FreshTable create(UnaryOperator<CreateTableRequest> otherwise) {
        return in(engine().inProcess(), otherwise);
    }

    /** Creates a table without a stream in the engine behind this client. */
    public static FreshTable in(DynamoDbClient client) {
        return in(client, FreshTable::withoutStream);
    }

    private static FreshTable in(DynamoDbClient client, UnaryOperator<CreateTableRequest> otherwise) {
        String name = "test-" + COUNT.incrementAndGet();
        // Without time to live: the tests' own clocks stand at moments that will be past.
        client.createTable(otherwise.apply(TEMPLATE.table(name)));
        return new FreshTable(client, name);
    }

    /**
     * Removes the stream: with one, DynamoDB Local 2.6.1 searches all records of all streams at each call
     * ({@code SQLiteDBAccessJob.getStreamDescription}), so that after 2,000 sign-ups another takes twice as long.
     */
    private static CreateTableRequest withoutStream(CreateTableRequest declared) {
        return declared.toBuilder()
                .streamSpecification((StreamSpecification) null)
                .build();
    }

    /** Returns every item. */
    public List<Map<String, AttributeValue>> items() {
        return client.scanPaginator(request -> request.tableName(name)).items().stream()
                .toList();
    }

    /** Makes these all the table's items again, in fewer calls than it takes to arrange them anew. */
    public void restore(List<Map<String, AttributeValue>> items) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> stored = new HashMap<>();
        items().forEach(item -> stored.put(key(item), item));
        List<WriteRequest> writes = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            if (!item.equals(stored.remove(key(item)))) {
                writes.add(
                        WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
        }
        stored.keySet()
                .forEach(added -> writes.add(WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(added))
                        .build()));
        for (int from = 0; from < writes.size(); from += MAX_BATCH) {
            List<WriteRequest> batch = writes.subList(from, Math.min(from + MAX_BATCH, writes.size()));
            if (!client.batchWriteItem(request -> request.requestItems(Map.of(name, batch)))
                    .unprocessedItems()
                    .isEmpty()) {
                throw new IllegalStateException("not everything was written");
            }
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                "PK", Objects.requireNonNull(item.get("PK")),
                "SK", Objects.requireNonNull(item.get("SK")));
    }

    /** Returns the client that the functions have, which calls all these tables over HTTP, seen by {@link CallsOfFunctions}. */
    public static DynamoDbClient overHttp() {
        return engine().database().client();
    }

    /** Creates a table that is called over HTTP by the client that the functions have. */
    public static FreshTable createOverHttp() {
        return in(overHttp());
    }

    /** Returns the engine's address, for clients of other kinds. */
    public static URI address() {
        return engine().database().address();
    }

    /** Gives the table the stream that the template declares, of all writes from now on. */
    public void enableStream() {
        client.updateTable(request ->
                request.tableName(name).streamSpecification(TEMPLATE.table(name).streamSpecification()));
    }

    /** Delivers every write in this table's stream to a function, with the settings that the template gives the sender. */
    StreamPump stream(LambdaFunction function, Clock clock, Consumer<String> givenUp) {
        String streamArn =
                client.describeTable(request -> request.tableName(name)).table().latestStreamArn();
        StreamSource source = TEMPLATE.streamOf("SendRemindersFunction");
        return new StreamPump(engine().database().streams(), streamArn, source, function, clock, givenUp);
    }

    private static Template template() {
        try {
            return Template.read(TemplateTest.FILE, TemplateTest.NAMES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the engine that all tables are in until {@link #dropAll}. */
    private static synchronized Engine engine() {
        if (running == null) {
            running = Engine.start();
        }
        return running;
    }

    /**
     * Drops every table: DynamoDB Local 2.6.1 looks through all of them several times a second, for indexes to build and
     * items that have expired, so that after hundreds of tests it would do little else.
     */
    static synchronized void dropAll() {
        if (running != null) {
            running.database().close();
            running = null;
        }
    }

    private record Engine(LocalDynamoDb database, DynamoDbClient inProcess) {

        static Engine start() {
            try {
                LocalDynamoDb database =
                        LocalDynamoDb.start(TEMPLATE.table("first"), TEMPLATE.timeToLiveAttribute(), Optional.empty());
                return new Engine(database, InProcessClient.of(database.engine()));
            } catch (IOException notStarted) {
                throw new UncheckedIOException(notStarted);
            }
        }
    }
}
