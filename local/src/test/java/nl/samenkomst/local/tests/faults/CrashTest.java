package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that the sender may die at any call: no letter is lost, and none is sent twice except one that had left but
 * could not be recorded.
 */
class CrashTest {

    private static final int LETTERS = 500;

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLosesNoLetter(boolean afterwards) throws Exception {
        Gathering gathering = new Gathering("places", 2);
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            gathering.clock.set(Gathering.NOW);
            Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
            CrashPoint life = new CrashPoint(call, afterwards);

            died = CrashingRun.diesAndIsFollowed(gathering, mailbox, life);

            Map<String, Long> letters = perPerson(mailbox);
            assertThat(letters).as("dead at call %d", call).hasSize(3);
            assertThat(letters.values().stream().mapToLong(Long::longValue).sum())
                    .as("dead at call %d", call)
                    .isEqualTo(life.crashedAfterALetter() ? 4 : 3);
        }
        assertThat(call).isGreaterThan(10);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLosesNoPlaceThatLapses(boolean afterwards) throws Exception {
        Gathering gathering = new Gathering("places", 1);
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        CrashingRun.dies(gathering, new Mailbox(gathering.clock, Optional.empty()), new CrashPoint(0, false));
        Instant lapses = Gathering.NOW.plus(Duration.ofDays(1));
        gathering.awaitProof("anna", lapses);
        gathering.awaitProof("piet", lapses);
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            gathering.clock.set(lapses);
            Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
            CrashPoint life = new CrashPoint(call, afterwards);

            died = CrashingRun.diesAndIsFollowed(gathering, mailbox, life);

            assertThat(states(gathering)).as("dead at call %d", call).isEqualTo("Lapsed, Confirmed, Lapsed");
            assertThat(gathering.places()).as("dead at call %d", call).isEqualTo("1 taken, 0 waiting, 2 cancelled");
            assertThat(mailbox.letters())
                    .as("dead at call %d", call)
                    .allMatch(letter -> letter.to().startsWith("noor@"));
            assertThat(mailbox.letters()).as("dead at call %d", call).hasSize(life.crashedAfterALetter() ? 2 : 1);
        }
        assertThat(call).isGreaterThan(10);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aCrashAtAnyCallLosesNoMessage(boolean afterwards) throws Exception {
        Gathering gathering = new Gathering();
        gathering.signUp("anna");
        gathering.signUp("noor");
        CrashingRun.dies(gathering, new Mailbox(gathering.clock, Optional.empty()), new CrashPoint(0, false));
        MessageId id = gathering.write("Dag {naam}");
        CrashingRun.dies(gathering, new Mailbox(gathering.clock, Optional.empty()), new CrashPoint(0, false));
        Instant leaves = gathering.session().message(id).orElseThrow().from();
        List<Map<String, AttributeValue>> items = gathering.items();
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            gathering.restore(items);
            gathering.clock.set(leaves);
            Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
            CrashPoint life = new CrashPoint(call, afterwards);

            died = CrashingRun.diesAndIsFollowed(gathering, mailbox, life);

            Map<String, Long> letters = perPerson(mailbox);
            assertThat(letters).as("dead at call %d", call).hasSize(2);
            assertThat(mailbox.letters())
                    .as("dead at call %d", call)
                    .allMatch(letter -> letter.kind().equals("message"))
                    .hasSize(life.crashedAfterALetter() ? 3 : 2);
        }
        assertThat(call).isGreaterThan(10);
    }

    private static String states(Gathering gathering) {
        return Stream.of("anna", "noor", "piet")
                .map(name -> gathering.find(name).state().getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    @Test
    void sendsFiveHundredLettersDespiteRepeatedCrashes() throws Exception {
        Gathering gathering = new Gathering();
        for (int i = 0; i < LETTERS; i++) {
            gathering.signUpUnconfirmed("persoon" + i);
        }
        Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
        Random random = new Random(7);
        int doubles = 0;
        boolean died = true;
        while (died) {
            CrashPoint life = new CrashPoint(1 + random.nextInt(400), random.nextBoolean());
            died = CrashingRun.dies(gathering, mailbox, life);
            doubles += life.crashedAfterALetter() ? 1 : 0;
            gathering.clock.advance(SendReminders.CLAIM_DURATION);
        }

        assertThat(perPerson(mailbox)).hasSize(LETTERS);
        assertThat(mailbox.letters()).hasSize(LETTERS + doubles);
    }

    private static Map<String, Long> perPerson(Mailbox mailbox) {
        return mailbox.letters().stream()
                .map(Letter::to)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
