package nl.samenkomst.local.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Sleeper;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * This machine in place of AWS: environment, clock, table and mail of a function, and the secrets that it may read.
 *
 * @param secrets by the name under which a deployed desk keeps them in the Parameter Store
 */
public record LocalEnvironment(
        Map<String, String> environment,
        Clock clock,
        Sleeper pause,
        Supplier<DynamoDbClient> dynamoDb,
        Supplier<SesClient> ses,
        Map<String, String> secrets) {

    /** Creates an environment without secrets, in which pauses take real time. */
    public LocalEnvironment(
            Map<String, String> environment, Clock clock, Supplier<DynamoDbClient> dynamoDb, Supplier<SesClient> ses) {
        this(environment, clock, Sleeper.real(), dynamoDb, ses, Map.of());
    }

    /** Returns a copy with other clients. */
    public LocalEnvironment with(Supplier<DynamoDbClient> otherDynamoDb, Supplier<SesClient> otherSes) {
        return new LocalEnvironment(environment, clock, pause, otherDynamoDb, otherSes, secrets);
    }

    /** Returns a copy with other pauses. */
    public LocalEnvironment pausing(Sleeper other) {
        return new LocalEnvironment(environment, clock, other, dynamoDb, ses, secrets);
    }

    public Wiring wiring() {
        return new Wiring(new Settings(environment), clock, new SecureRandom(), pause, dynamoDb, ses)
                .readingSecrets(this::secret);
    }

    private String secret(String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new IllegalStateException("there is no secret " + name + " here"));
    }
}
