package nl.samenkomst.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A table of its own for a test, exactly as the template declares it, in one DynamoDB Local for all tests. */
record FreshTable(DynamoDbClient client, String name) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static FreshTable create() {
        return create(asDeclared -> asDeclared);
    }

    /** A table that is not as the template declares it. */
    static FreshTable create(UnaryOperator<CreateTableRequest> otherwise) {
        String name = "test-" + COUNT.incrementAndGet();
        DynamoDbClient client = Engine.RUNNING.client();
        client.createTable(otherwise.apply(Engine.TEMPLATE.table(name)));
        return new FreshTable(client, name);
    }

    /** Where the engine answers, for clients of other kinds. */
    static URI address() {
        return Engine.RUNNING.address();
    }

    /** Hands every write in this table to a function, as the template has it handed to the sender. */
    StreamPump stream(LambdaFunction function, Consumer<String> givenUp) {
        String streamArn =
                client.describeTable(request -> request.tableName(name)).table().latestStreamArn();
        StreamSource source = Engine.TEMPLATE.streamOf("SendRemindersFunction");
        return new StreamPump(Engine.RUNNING.streams(), streamArn, source, function, givenUp);
    }

    /** Starts when the first table is asked for, and ends with the tests. */
    private static final class Engine {

        static final Template TEMPLATE;
        static final LocalDynamoDb RUNNING;

        static {
            try {
                TEMPLATE = Template.read(Path.of("../template.yaml"), Map.of());
                RUNNING =
                        LocalDynamoDb.start(TEMPLATE.table("first"), TEMPLATE.timeToLiveAttribute(), Optional.empty());
            } catch (IOException notStarted) {
                throw new UncheckedIOException(notStarted);
            }
        }
    }
}
