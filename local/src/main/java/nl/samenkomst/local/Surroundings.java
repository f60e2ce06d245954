package nl.samenkomst.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Pause;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** What a function gets from this machine in place of AWS. */
public record Surroundings(
        Map<String, String> environment,
        Clock clock,
        Pause pause,
        Supplier<DynamoDbClient> dynamoDb,
        Supplier<SesClient> ses) {

    /** Creates an environment in which pauses take real time. */
    Surroundings(
            Map<String, String> environment, Clock clock, Supplier<DynamoDbClient> dynamoDb, Supplier<SesClient> ses) {
        this(environment, clock, Pause.real(), dynamoDb, ses);
    }

    /** Returns a copy with other clients. */
    public Surroundings with(Supplier<DynamoDbClient> otherDynamoDb, Supplier<SesClient> otherSes) {
        return new Surroundings(environment, clock, pause, otherDynamoDb, otherSes);
    }

    Wiring wiring() {
        return new Wiring(new Settings(environment), clock, new SecureRandom(), pause, dynamoDb, ses);
    }
}
