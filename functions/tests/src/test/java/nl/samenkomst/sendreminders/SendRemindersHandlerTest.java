package nl.samenkomst.sendreminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.samenkomst.SampledHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers the stream and the schedule as far as that takes no table. */
class SendRemindersHandlerTest {

    private static final Map<String, Object> NO_FAILURES = Map.of("batchItemFailures", List.of());

    private final SampledHandler handler = new SampledHandler("send-reminders", SendRemindersHandler::new);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\": []}",
                "{\"Records\": [1, null, {}]}",
                "{\"Records\": [{\"eventSource\": \"aws:sqs\", \"body\": \"{}\"}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {}, \"SequenceNumber\": \"1\"}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"id\": {\"N\": \"1\"}}, \"SequenceNumber\": \"1\"}}]}"
            })
    void skipsRecordsThatAreNotOfOurTable(String event) throws IOException {
        assertThat(handler.answerTo(event).tree()).isEqualTo(NO_FAILURES);
        assertThat(handler.log()).isEmpty();
    }

    /** The sample's keys are those of places, a registration and a session; here, all are of places. */
    @Test
    void skipsWritesThatOweNoLetter() throws IOException {
        String onlyPlaces = handler.event("stream")
                .replace("R#VmVyc25lbGxpbmdza2FtZQ", "PLACES")
                .replace("\"SESSION\"", "\"PLACES\"");

        assertThat(handler.answerTo(onlyPlaces).tree()).isEqualTo(NO_FAILURES);
        assertThat(handler.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "schedule"})
    void readsTheTableForAnythingElse(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }
}
