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

/** What a function finds around it on this machine, instead of AWS. */
record Surroundings(
        Map<String, String> environment, Clock clock, Supplier<DynamoDbClient> dynamoDb, Supplier<SesClient> ses) {

    Wiring wiring() {
        return new Wiring(new Settings(environment), clock, new SecureRandom(), Pause.real(), dynamoDb, ses);
    }
}
