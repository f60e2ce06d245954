package nl.samenkomst;

import java.time.Clock;
import java.util.function.Supplier;
import nl.samenkomst.domain.Pause;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Plugs the parts together: in Lambda with the real clients and the real clock, elsewhere with what it is given. */
public final class Wiring {

    private final Settings settings;
    private final Clock clock;
    private final Pause pause;
    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<SesClient> ses;

    /** Clients are asked for by the functions that use them only. */
    public Wiring(
            Settings settings, Clock clock, Pause pause, Supplier<DynamoDbClient> dynamoDb, Supplier<SesClient> ses) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.dynamoDb = dynamoDb;
        this.ses = ses;
    }

    Settings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    Pause pause() {
        return pause;
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    SesClient ses() {
        return ses.get();
    }
}
