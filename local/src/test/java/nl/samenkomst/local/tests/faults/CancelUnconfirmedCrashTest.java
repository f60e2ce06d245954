package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.bulk.CancelUnconfirmedOutcome;
import nl.samenkomst.domain.bulk.SignUpPeriod;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that cancelling everybody unconfirmed may die at any call: asked again, it goes on, and each is cancelled and
 * recorded once, with every freed place given to whoever waits.
 */
class CancelUnconfirmedCrashTest {

    private static final int MADE_UP = 24;

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLosesNoPlace(boolean afterwards) {
        Gathering gathering = new Gathering("places", 12);
        for (int i = 0; i < MADE_UP; i++) {
            gathering.signUpUnconfirmed("verzonnen" + i);
        }
        gathering.signUp("noor");
        gathering.signUp("piet");
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            died = !CrashingRun.survives(new CrashPoint(call, afterwards), client -> cancel(gathering, client));
            CancelUnconfirmedOutcome again = cancel(gathering, gathering.table());

            assertThat(again).as("dead at call %d", call).isInstanceOf(CancelUnconfirmedOutcome.Cancelled.class);
            Places places =
                    gathering.sessions().find(Gathering.ID).orElseThrow().places();
            assertThat(places.counts())
                    .as("dead at call %d", call)
                    .isEqualTo(Map.of(Count.TAKEN, 2, Count.CANCELLED, MADE_UP));
            assertThat(gathering.find("noor").state().word()).isEqualTo("confirmed");
            assertThat(gathering.find("piet").state().word()).isEqualTo("confirmed");
            assertThat(gathering.changes())
                    .as("dead at call %d", call)
                    .filteredOn(entry -> entry.what().equals("unconfirmed-cancelled"))
                    .extracting(entry -> entry.registration().orElseThrow())
                    .hasSize(MADE_UP)
                    .doesNotHaveDuplicates();
        }
        assertThat(call).isGreaterThan(10);
    }

    private static CancelUnconfirmedOutcome cancel(Gathering gathering, DynamoDbClient table) {
        return gathering
                .wiring(table)
                .organiser()
                .cancelUnconfirmed()
                .cancel(Gathering.ID, SignUpPeriod.ALL, "", Actor.LOCAL, Deadline.none());
    }
}
