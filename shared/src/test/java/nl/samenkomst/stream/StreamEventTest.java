package nl.samenkomst.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamEventTest {

    @Test
    void readsKeysAndTimesInOrder() {
        StreamEvent event = StreamEvent.parse("""
                        {"Records": [
                          {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "ApproximateCreationDateTime": 1793610000,
                            "Keys": {"PK": {"S": "S#a"}, "SK": {"S": "PLACES"}}}},
                          {"eventName": "REMOVE", "dynamodb": {"SequenceNumber": "2",
                            "Keys": {"PK": {"S": "S#a"}, "SK": {"S": "R#b"}}}}]}
                        """).orElseThrow();

        assertThat(event.changes())
                .containsExactly(
                        new StreamEvent.Change(
                                "1",
                                Optional.of(Instant.parse("2026-11-02T09:00:00Z")),
                                Map.of("PK", "S#a", "SK", "PLACES")),
                        new StreamEvent.Change("2", Optional.empty(), Map.of("PK", "S#a", "SK", "R#b")));
    }

    @Test
    void omitsOtherRecords() {
        assertThat(StreamEvent.parse("{\"Records\": [7, {}, {\"dynamodb\": {\"SequenceNumber\": 5}}]}")
                        .orElseThrow()
                        .changes())
                .isEmpty();
    }

    @Test
    void isEmptyForScheduleEvent() {
        assertThat(StreamEvent.parse("{\"source\": \"aws.scheduler\"}")).isEmpty();
        assertThat(StreamEvent.parse("")).isEmpty();
    }

    @Test
    void reportsFailedRecords() {
        assertThat(StreamEvent.retryFrom(List.of("5", "9")))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"5\"},{\"itemIdentifier\":\"9\"}]}");
        assertThat(StreamEvent.retryFrom(List.of())).isEqualTo("{\"batchItemFailures\":[]}");
    }
}
