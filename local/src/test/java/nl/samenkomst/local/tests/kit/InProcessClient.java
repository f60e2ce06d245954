package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Calls a DynamoDB Local without HTTP, beside others that call it over HTTP: a call takes less than half the time, and
 * leaves out only the SDK's client.
 */
final class InProcessClient {

    private InProcessClient() {}

    /**
     * Returns a client as {@code DynamoDBEmbedded.create} makes it, but of the server's own engine, to which DynamoDB
     * Local 2.6.1 offers no way.
     *
     * @param server has answered a request, which starts its engine
     */
    static DynamoDbClient of(LocalDynamoDBRequestHandler server) {
        try {
            Field engines = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
            engines.setAccessible(true);
            Object engine =
                    ((Map<?, ?>) engines.get(server)).values().iterator().next();
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
}
