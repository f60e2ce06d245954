package nl.samenkomst.local.desk;

import static nl.samenkomst.local.tests.kit.RecordingFunction.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.InProcessClient;
import nl.samenkomst.local.tests.kit.RecordingFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamPumpTest {

    private static final StreamSource SOURCE = new StreamSource("TRIM_HORIZON", 100, 3, true, true, List.of());
    private static final Map<String, Object> ALL_DONE = Map.of("batchItemFailures", List.of());

    private final LocalDynamoDb dynamoDb;
    private final List<String> handled = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private Clock clock = Clock.systemUTC();

    StreamPumpTest() throws IOException {
        dynamoDb = LocalDynamoDbTest.start(Optional.empty());
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void deliversWritesInOrderWithKeysOnly() {
        RecordingFunction function = new RecordingFunction(event -> {
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1", "S#2");

        try (StreamPump pump = pump(SOURCE, function)) {
            pump.awaitIdle();
            write("S#3");
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#2", "S#3");
        Map<String, Object> first = records(function.events().getFirst()).getFirst();
        assertThat(first)
                .containsEntry("eventSource", "aws:dynamodb")
                .containsEntry("eventName", "INSERT")
                .containsEntry("awsRegion", "eu-west-1")
                .containsEntry("eventSourceARN", dynamoDb.streamArn())
                .containsKey("eventID");
        assertThat(at(first, "dynamodb/Keys"))
                .isEqualTo(Map.of("PK", Map.of("S", "S#1"), "SK", Map.of("S", "SESSION")));
        assertThat(at(first, "dynamodb/StreamViewType")).isEqualTo("KEYS_ONLY");
        assertThat(at(first, "dynamodb/NewImage")).isNull();
    }

    @Test
    void pollsOnItsOwn() throws InterruptedException {
        RecordingFunction function = new RecordingFunction(event -> ALL_DONE);
        try (StreamPump pump = pump(SOURCE, function)) {
            pump.start();
            write("S#1");
            for (int i = 0; i < 600 && function.events().isEmpty(); i++) {
                Thread.sleep(50);
            }
        }

        assertThat(function.events()).hasSize(1);
    }

    @Test
    void retriesFromTheFirstFailedRecord() {
        RecordingFunction function = new RecordingFunction(event -> {
            List<String> keys = keys(event);
            boolean failsNow = keys.contains("S#2") && !handled.contains("S#1");
            handled.addAll(failsNow ? List.of("S#1") : keys);
            return failsNow ? failure(event, "S#2") : ALL_DONE;
        });
        write("S#1", "S#2", "S#3");

        try (StreamPump pump = pump(SOURCE, function)) {
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#2", "S#3");
        assertThat(function.events()).hasSize(2);
    }

    @Test
    void givesUpAndReportsARecordThatKeepsFailing() throws IOException {
        RecordingFunction function = new RecordingFunction(event -> {
            if (keys(event).contains("S#2")) {
                throw new IOException("cannot see to S#2");
            }
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1", "S#2", "S#3", "S#4");

        try (StreamPump pump = pump(SOURCE, function)) {
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#3", "S#4");
        Map<String, Object> event = function.events().stream()
                .filter(given -> keys(given).equals(List.of("S#2")))
                .findFirst()
                .orElseThrow();
        String number = String.valueOf(at(records(event).getFirst(), "dynamodb/SequenceNumber"));
        assertThat(givenUp).hasSize(1);
        Map<String, Object> message = JSON.std.mapFrom(givenUp.getFirst());
        assertThat(at(message, "requestContext/condition")).isEqualTo("RetryAttemptsExhausted");
        assertThat(at(message, "requestContext/functionArn")).asString().endsWith(":function:Recording");
        assertThat(at(message, "requestContext/approximateInvokeCount")).isEqualTo(4);
        assertThat(at(message, "DDBStreamBatchInfo/startSequenceNumber")).isEqualTo(number);
        assertThat(at(message, "DDBStreamBatchInfo/endSequenceNumber")).isEqualTo(number);
        assertThat(at(message, "DDBStreamBatchInfo/batchSize")).isEqualTo(1);
        assertThat(at(message, "DDBStreamBatchInfo/streamArn")).isEqualTo(dynamoDb.streamArn());
        assertThat(at(message, "DDBStreamBatchInfo/shardId")).asString().startsWith("shardId-");
    }

    @Test
    void goesOnInTheShardThatIsOpenedNext() {
        RecordingFunction function = new RecordingFunction(event -> {
            handled.addAll(keys(event));
            return ALL_DONE;
        });

        try (StreamPump pump = pump(SOURCE.latest(), function)) {
            pump.awaitIdle();
            write("S#1");
            InProcessClient.rollShardOver(dynamoDb, "samenkomst");
            write("S#2");
            pump.awaitIdle();
            InProcessClient.rollShardOver(dynamoDb, "samenkomst");
            write("S#3");
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#2", "S#3");
    }

    @Test
    void startsAtTheLatestRecord() {
        RecordingFunction function = new RecordingFunction(event -> {
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1");

        try (StreamPump pump = pump(SOURCE.latest(), function)) {
            pump.awaitIdle();
            write("S#2");
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#2");
    }

    /** The age of a change decides what is done about it, so it must be counted on the clock that the desk was moved to. */
    @Test
    void datesRecordsOnTheDesksClock() {
        RecordingFunction function = new RecordingFunction(event -> ALL_DONE);
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(7));
        Instant before = clock.instant();
        write("S#1");

        try (StreamPump pump = pump(SOURCE, function)) {
            pump.awaitIdle();
        }

        Map<String, Object> write = records(function.events().getFirst()).getFirst();
        assertThat(at(write, "dynamodb/ApproximateCreationDateTime"))
                .isInstanceOfSatisfying(
                        Number.class,
                        seconds -> assertThat(Instant.ofEpochSecond(seconds.longValue()))
                                .as("rounded down to the minute by DynamoDB Local")
                                .isBetween(before.minusSeconds(60), clock.instant()));
    }

    @Test
    void isIdleAfterHandlersOwnWritesAreDone() {
        RecordingFunction function = new RecordingFunction(event -> {
            if (keys(event).contains("S#1")) {
                write("S#2");
            }
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1");

        try (StreamPump pump = pump(SOURCE, function)) {
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#2");
    }

    @Test
    void skipsRecordsThatMatchNoFilter() {
        RecordingFunction function = new RecordingFunction(event -> {
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("M#1", "S#1", "K#1", "M#2", "DESK", "S#2");

        try (StreamPump pump = pump(filtered("K#", "S#"), function)) {
            assertThat(pump.awaitIdle()).as("delivered").isEqualTo(3);
            write("M#3");
            assertThat(pump.awaitIdle()).as("delivered").isZero();
            write("M#4", "S#3");
            assertThat(pump.awaitIdle()).as("delivered").isOne();
        }

        assertThat(handled).containsExactly("S#1", "K#1", "S#2", "S#3");
        assertThat(function.events()).as("invoked for no empty batch").hasSize(2);
    }

    @Test
    void retriesAndGivesUpTheSameRecordsWithAFilter() throws IOException {
        RecordingFunction function = new RecordingFunction(event -> {
            if (keys(event).contains("S#2")) {
                throw new IOException("cannot see to S#2");
            }
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1", "M#1", "S#2", "M#2", "S#3");

        try (StreamPump pump = pump(filtered("S#"), function)) {
            pump.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#3");
        assertThat(givenUp).hasSize(1);
        assertThat(at(JSON.std.mapFrom(givenUp.getFirst()), "DDBStreamBatchInfo/batchSize"))
                .isEqualTo(1);
    }

    @Test
    void eachFunctionOfTheStreamHasItsOwnFilterAndPosition() {
        List<String> mailboxes = new ArrayList<>();
        RecordingFunction ofSessions = new RecordingFunction(event -> {
            handled.addAll(keys(event));
            return ALL_DONE;
        });
        RecordingFunction ofMailboxes = new RecordingFunction(event -> {
            mailboxes.addAll(keys(event));
            return ALL_DONE;
        });
        write("S#1", "M#1");

        try (StreamPump one = pump(filtered("S#"), ofSessions);
                StreamPump other = pump(filtered("M#"), ofMailboxes)) {
            one.awaitIdle();
            write("M#2", "S#2");
            other.awaitIdle();
            one.awaitIdle();
        }

        assertThat(handled).containsExactly("S#1", "S#2");
        assertThat(mailboxes).containsExactly("M#1", "M#2");
    }

    private static StreamSource filtered(String... prefixes) {
        return new StreamSource(
                "TRIM_HORIZON",
                100,
                3,
                true,
                true,
                Stream.of(prefixes)
                        .map(prefix -> StreamFilter.parse(
                                "{\"dynamodb\":{\"Keys\":{\"PK\":{\"S\":[{\"prefix\":\"" + prefix + "\"}]}}}}"))
                        .toList());
    }

    private StreamPump pump(StreamSource source, RecordingFunction function) {
        return new StreamPump(
                dynamoDb.streams(), dynamoDb.streamArn(), source, function.function(), clock, givenUp::add);
    }

    private void write(String... keys) {
        for (String key : keys) {
            LocalDynamoDbTest.put(dynamoDb, key, "2026-12-01T10:00:00Z");
        }
    }

    private static Map<String, Object> failure(Map<String, Object> event, String key) {
        String number = records(event).stream()
                .filter(write -> key.equals(at(write, "dynamodb/Keys/PK/S")))
                .map(write -> String.valueOf(at(write, "dynamodb/SequenceNumber")))
                .findFirst()
                .orElseThrow();
        return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", number)));
    }

    private static List<String> keys(Map<String, Object> event) {
        return records(event).stream()
                .map(write -> String.valueOf(at(write, "dynamodb/Keys/PK/S")))
                .toList();
    }

    @SuppressWarnings("unchecked") // it is JSON
    private static List<Map<String, Object>> records(Map<String, Object> event) {
        return (List<Map<String, Object>>) Objects.requireNonNull(event.get("Records"));
    }
}
