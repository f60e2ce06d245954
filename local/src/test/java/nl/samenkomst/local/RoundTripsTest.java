package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.SignUp;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How often the table is asked; every call is one wait on the network. */
class RoundTripsTest {

    private final AskedTable asked = new AskedTable();
    private final List<String> calls = asked.calls();
    private final DynamoDbClient counting = asked.client();
    private final Gathering gathering = new Gathering("places", 1);
    private final Wiring wiring = gathering.wiring(counting, () -> {
        throw new IllegalStateException("no letters here");
    });

    @Test
    void signingUpTakesTwo() {
        signUp("noor");
        assertThat(calls).as("a place").containsExactly("BatchGetItem", "TransactWriteItems");

        calls.clear();
        signUp("piet");
        assertThat(calls).as("the queue").containsExactly("BatchGetItem", "TransactWriteItems");

        calls.clear();
        signUp("piet");
        assertThat(calls).as("again").containsExactly("BatchGetItem");
    }

    @Test
    void theAgendaTakesTwo() {
        wiring.agenda().upcoming(Optional.empty(), Instant.parse("2026-11-02T09:00:00Z"));

        assertThat(calls).containsExactly("Query", "BatchGetItem");
    }

    @Test
    void aSessionTakesOne() {
        wiring.sessions().find(Gathering.ID);

        assertThat(calls).containsExactly("BatchGetItem");
    }

    private void signUp(String name) {
        wiring.register()
                .register(
                        Gathering.ID,
                        new SignUp(
                                new Person(name, new EmailAddress(name + "@example.org"), Optional.empty()),
                                Optional.empty()));
    }
}
