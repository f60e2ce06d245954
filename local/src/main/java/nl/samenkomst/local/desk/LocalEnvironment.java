package nl.samenkomst.local.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** This machine in place of AWS: environment, clock, table and mail of a function. */
public record LocalEnvironment(
        Map<String, String> environment,
        Clock clock,
        Sleeper pause,
        Supplier<DynamoDbClient> dynamoDb,
        Supplier<SesClient> ses) {

    /** Creates an environment in which pauses take real time. */
    public LocalEnvironment(
            Map<String, String> environment, Clock clock, Supplier<DynamoDbClient> dynamoDb, Supplier<SesClient> ses) {
        this(environment, clock, Sleeper.real(), dynamoDb, ses);
    }

    /** Returns a copy with other clients. */
    public LocalEnvironment with(Supplier<DynamoDbClient> otherDynamoDb, Supplier<SesClient> otherSes) {
        return new LocalEnvironment(environment, clock, pause, otherDynamoDb, otherSes);
    }

    /** Returns a copy with other pauses. */
    public LocalEnvironment pausing(Sleeper other) {
        return new LocalEnvironment(environment, clock, other, dynamoDb, ses);
    }

    public Wiring wiring() {
        return new Wiring(new Settings(environment), clock, new SecureRandom(), pause, dynamoDb, ses);
    }
}
