package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv1.client.LocalAmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import nl.samenkomst.local.desk.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Calls a DynamoDB Local without HTTP, beside others that call it over HTTP: a call takes less than half the time, and
 * leaves out only the SDK's client.
 */
public final class InProcessClient {

    private static final Set<String> READS =
            Set.of("batchGetItem", "describeTable", "getItem", "query", "queryPaginator");

    private InProcessClient() {}

    /**
     * Returns a client as {@code DynamoDBEmbedded.create} makes it, but of the server's own engine, to which DynamoDB
     * Local 2.6.1 offers no way.
     *
     * @param server has answered a request, which starts its engine
     */
    static DynamoDbClient of(LocalDynamoDBRequestHandler server) {
        try {
            LocalDBClient engine = engine(server);
            Field client = LocalDBClient.class.getDeclaredField("dynamoDbClient");
            client.setAccessible(true);
            client.set(engine, new InProcessReads(rememberingTables((LocalAmazonDynamoDB) engine.amazonDynamoDB())));
            Constructor<?> mappingExceptions = Class.forName(
                            "com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler")
                    .getDeclaredConstructor(LocalDBClient.class);
            mappingExceptions.setAccessible(true);
            return (DynamoDbClient) Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (InvocationHandler)
                            mappingExceptions.newInstance(engine));
        } catch (ReflectiveOperationException otherRelease) {
            throw new IllegalStateException(otherRelease);
        }
    }

    /** Closes the open shard of a table's stream and opens another, as DynamoDB Local does every few hours. */
    public static void rollShardOver(LocalDynamoDb database, String table) {
        try {
            access((LocalAmazonDynamoDB) engine(database.engine()).amazonDynamoDB())
                    .findAndRolloverActiveShards(table, 0);
        } catch (ReflectiveOperationException otherRelease) {
            throw new IllegalStateException(otherRelease);
        }
    }

    private static LocalDBClient engine(LocalDynamoDBRequestHandler server) throws ReflectiveOperationException {
        Field engines = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
        engines.setAccessible(true);
        return (LocalDBClient)
                ((Map<?, ?>) engines.get(server)).values().iterator().next();
    }

    /** Returns the same engine over the same data, but with {@link KnownTables}. */
    private static LocalAmazonDynamoDB rememberingTables(LocalAmazonDynamoDB engine)
            throws ReflectiveOperationException {
        Field jobs = LocalAmazonDynamoDB.class.getDeclaredField("jobs");
        jobs.setAccessible(true);
        return new LocalAmazonDynamoDB(KnownTables.of(access(engine)), (JobsRegister) jobs.get(engine));
    }

    private static LocalDBAccess access(LocalAmazonDynamoDB engine) throws ReflectiveOperationException {
        Field access = LocalAmazonDynamoDB.class.getDeclaredField("dbAccess");
        access.setAccessible(true);
        return (LocalDBAccess) access.get(engine);
    }

    /** Returns a client of a database that has answered a request, which runs {@code onWrite} before each write. */
    public static DynamoDbClient heard(LocalDynamoDb database, Runnable onWrite) {
        DynamoDbClient client = of(database.engine());
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        // Would close the engine under all other clients.
                        return null;
                    }
                    if (!READS.contains(method.getName())) {
                        onWrite.run();
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
