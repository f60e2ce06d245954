package nl.samenkomst.local.desk;

import com.amazonaws.services.dynamodbv2.local.monitoring.Telemetry;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.samenkomst.dynamodb.DynamoDbClients;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** DynamoDB Local in this process, over HTTP on loopback, with the template's table. */
public final class LocalDynamoDb implements AutoCloseable {

    public static final Region REGION = Region.EU_WEST_1;

    /** Dummy credentials; DynamoDB Local takes any that consist of letters and digits. */
    public static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private static final int ITEM_OVERHEAD_BYTES = 100;

    /**
     * Silences the warning that JAXB, which is optional, is absent. A field keeps the logger, and so its level, alive.
     */
    private static final Logger DYNAMODB_LOCAL_LOGGER = Logger.getLogger("com.amazonaws");

    static {
        DYNAMODB_LOCAL_LOGGER.setLevel(Level.SEVERE);
    }

    private final Server server;
    private final LocalDynamoDBServerHandler dynamoDb;
    private final LocalDynamoDBRequestHandler engine;
    private final String tableName;
    private final URI address;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final boolean isFresh;

    private LocalDynamoDb(
            Server server,
            LocalDynamoDBServerHandler dynamoDb,
            LocalDynamoDBRequestHandler engine,
            URI address,
            DynamoDbClient client,
            DynamoDbStreamsClient streams,
            CreateTableRequest table,
            String timeToLiveAttribute) {
        this.server = server;
        this.dynamoDb = dynamoDb;
        this.engine = engine;
        this.address = address;
        this.client = client;
        this.streams = streams;
        this.tableName = table.tableName();
        this.isFresh = createTable(table, timeToLiveAttribute);
    }

    /** Starts the database and creates the table if there is none; in memory if no folder is given. */
    public static LocalDynamoDb start(CreateTableRequest table, String timeToLiveAttribute, Optional<Path> folder)
            throws IOException {
        Telemetry.configureTelemetry("MAVEN", folder.isPresent() ? "Shared-Database" : "In-Memory", false);
        @Nullable String path = null;
        if (folder.isPresent()) {
            path = Files.createDirectories(folder.get()).toString();
        }
        // DynamoDBProxyServer listens on every address; this server only on loopback.
        LocalDynamoDBRequestHandler engine = new LocalDynamoDBRequestHandler(0, folder.isEmpty(), path, true, false);
        LocalDynamoDBServerHandler dynamoDb = new LocalDynamoDBServerHandler(engine, null);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new ContextHandler(dynamoDb, "/"));
        try {
            server.start();
        } catch (Exception notStarted) {
            throw new IOException("DynamoDB Local does not start", notStarted);
        }
        URI address = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        DynamoDbClient client = DynamoDbClients.builder()
                .endpointOverride(address)
                .region(REGION)
                .credentialsProvider(CREDENTIALS)
                .build();
        DynamoDbStreamsClient streams = DynamoDbStreamsClient.builder()
                .endpointOverride(address)
                .region(REGION)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        return new LocalDynamoDb(server, dynamoDb, engine, address, client, streams, table, timeToLiveAttribute);
    }

    public URI address() {
        return address;
    }

    /** Returns what answers each request that the server reads. */
    public LocalDynamoDBRequestHandler engine() {
        return engine;
    }

    public DynamoDbClient client() {
        return client;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** Returns whether the table was created in this run. */
    boolean isFresh() {
        return isFresh;
    }

    String streamArn() {
        return client.describeTable(request -> request.tableName(tableName))
                .table()
                .latestStreamArn();
    }

    /** Returns the earliest due time after {@code after} and not after {@code by}, if any. */
    Optional<Instant> firstDue(Instant after, Instant by) {
        return client.scanPaginator(request -> request.tableName(tableName).indexName("due")).items().stream()
                .flatMap(item -> Optional.ofNullable(item.get("dueAt")).stream())
                .map(dueAt -> Instant.parse(dueAt.s()))
                .filter(moment -> moment.isAfter(after) && !moment.isAfter(by))
                .min(Instant::compareTo);
    }

    /**
     * Returns the bytes that DynamoDB bills for storage: items in the table and in each index, plus 100 bytes for each.
     */
    long bytes() {
        TableDescription held =
                client.describeTable(request -> request.tableName(tableName)).table();
        return held.tableSizeBytes()
                + held.itemCount() * ITEM_OVERHEAD_BYTES
                + held.globalSecondaryIndexes().stream()
                        .mapToLong(index -> index.indexSizeBytes() + index.itemCount() * ITEM_OVERHEAD_BYTES)
                        .sum();
    }

    /** Closes every connection, as happens when an instance is restored from its snapshot. */
    public void closeConnections() {
        ((ServerConnector) server.getConnectors()[0]).getConnectedEndPoints().forEach(EndPoint::close);
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        try {
            server.stop();
        } catch (Exception notStopped) {
            throw new IllegalStateException("DynamoDB Local does not stop", notStopped);
        } finally {
            dynamoDb.close();
        }
    }

    private boolean createTable(CreateTableRequest table, String timeToLiveAttribute) {
        List<String> tables = client.listTables().tableNames();
        if (tables.contains(tableName)) {
            return false;
        }
        client.createTable(table);
        client.updateTimeToLive(request -> request.tableName(tableName)
                .timeToLiveSpecification(
                        ttl -> ttl.attributeName(timeToLiveAttribute).enabled(true)));
        return true;
    }
}
