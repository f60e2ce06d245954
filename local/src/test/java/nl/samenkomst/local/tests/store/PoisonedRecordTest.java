package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.kit.RecordingFunction.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LambdaFunction;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.StreamPump;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that a registration that cannot be read delays nobody else's letters, and is not forgotten. */
class PoisonedRecordTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Gathering gathering = new Gathering();
    private final Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
    private final MailEndpoint mail = MailEndpoint.start(mailbox);
    private final SendRemindersHandler handler =
            new SendRemindersHandler(gathering.with(mail).wiring());
    private final Set<String> named = new TreeSet<>();
    private final Set<String> recordsOfNoor = new TreeSet<>();
    private final List<String> givenUp = new ArrayList<>();
    private int batchesWithNoor;

    PoisonedRecordTest() throws IOException {}

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void otherLettersLeaveAndTheStreamContinues() throws IOException {
        gathering.enableStream();
        gathering.signUp("anna");
        gathering.signUp("noor");
        gathering.signUp("piet");
        String noor = "R#" + gathering.find("noor").id().value();
        gathering.makeUnreadable("noor");

        try (StreamPump stream = gathering.stream(watchingFor(noor), givenUp::add)) {
            stream.awaitIdle();
            assertThat(confirmed()).containsExactlyInAnyOrder("anna@example.org", "piet@example.org");
            gathering.signUp("kees");
            stream.awaitIdle();
        }

        assertThat(confirmed()).containsExactlyInAnyOrder("anna@example.org", "piet@example.org", "kees@example.org");
        assertThat(named).as("the handler names the poisoned record only").containsExactlyElementsOf(recordsOfNoor);
        assertThat(batchesWithNoor).isEqualTo(6);
        assertThat(givenUp).hasSize(1);
        Map<String, Object> message = JSON.std.mapFrom(givenUp.getFirst());
        assertThat(at(message, "requestContext/approximateInvokeCount")).isEqualTo(6);
        assertThat(at(message, "DDBStreamBatchInfo/startSequenceNumber"))
                .isEqualTo(recordsOfNoor.iterator().next());
        assertThat(givenUp.getFirst()).doesNotContain("noor", noor);
    }

    @Test
    void everybodyElseIsToldThatTheSessionMoved() throws IOException {
        List<String> others = List.of("anna", "bo", "cas", "dirk", "esra", "finn");
        others.forEach(gathering::signUp);
        gathering.signUp("noor");
        invoke("{}".getBytes(StandardCharsets.UTF_8));
        gathering.clock.advance(Duration.ofHours(1));
        gathering.makeUnreadable("noor");
        gathering.publish("place", "Zaal 2");

        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(() -> invoke("{}".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SendReminders.PartialFailure.class);
        }

        assertThat(lettersOf("session-moved"))
                .containsExactlyInAnyOrderElementsOf(
                        others.stream().map(name -> name + "@example.org").toList());
    }

    @Test
    void reportsOnlyTheRecordWithAnUnreadableKey() throws IOException {
        gathering.signUp("anna");
        String anna = "R#" + gathering.find("anna").id().value();

        Map<String, Object> answer = JSON.std.mapFrom(invoke(JSON.std.asBytes(Map.of(
                "Records",
                List.of(
                        record("1", "S#no session's id", "SESSION"),
                        record("2", "S#" + Gathering.ID.value(), anna))))));

        assertThat(answer).isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "1"))));
        assertThat(confirmed()).containsExactly("anna@example.org");
    }

    private static Map<String, Object> record(String number, String partition, String sort) {
        return Map.of(
                "dynamodb",
                Map.of(
                        "SequenceNumber",
                        number,
                        "Keys",
                        Map.of("PK", Map.of("S", partition), "SK", Map.of("S", sort))));
    }

    /**
     * Returns the sender's function, recording what it receives about this item and which records it asks to have
     * again.
     */
    private LambdaFunction watchingFor(String sortKey) {
        return new LambdaFunction("SendRemindersFunction", TIMEOUT, () -> (in, out, context) -> {
            byte[] event = in.readAllBytes();
            List<String> ofThis = objects(event, "Records").stream()
                    .filter(record -> sortKey.equals(at(record, "dynamodb/Keys/SK/S")))
                    .map(record -> String.valueOf(at(record, "dynamodb/SequenceNumber")))
                    .toList();
            recordsOfNoor.addAll(ofThis);
            batchesWithNoor += ofThis.isEmpty() ? 0 : 1;
            byte[] answer = invoke(event);
            objects(answer, "batchItemFailures")
                    .forEach(failure -> named.add(String.valueOf(at(failure, "itemIdentifier"))));
            out.write(answer);
        });
    }

    @SuppressWarnings("unchecked") // it is JSON
    private static List<Map<String, Object>> objects(byte[] json, String name) throws IOException {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(JSON.std.mapFrom(json).get(name));
    }

    private byte[] invoke(byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event), answer, Invocation.of("send-reminders", TIMEOUT, line -> {}));
        return answer.toByteArray();
    }

    private List<String> confirmed() {
        return lettersOf("confirmed");
    }

    private List<String> lettersOf(String kind) {
        return mailbox.letters().stream()
                .filter(letter -> letter.kind().equals(kind))
                .map(Letter::to)
                .toList();
    }
}
