package nl.samenkomst.notedelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import nl.samenkomst.SampledHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers what SES publishes as far as that takes no table. */
class NoteDeliveryHandlerTest {

    private static final String REGISTRATION = "\\\"registration\\\": [\\\"VmVyc25lbGxpbmdza2FtZQ\\\"]";
    private static final String TO_ORGANISER = "\\\"to\\\": [\\\"organiser\\\"]";

    private final SampledHandler handler = new SampledHandler("note-delivery", NoteDeliveryHandler::new);

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "delay", "bounce", "suppression", "complaint", "rejection"})
    void readsTheTableForALetterToSomebody(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }

    @Test
    void logsALetterToAnOrganiserThatCameBackWithoutItsAddress() throws IOException {
        assertThat(handler.answer("bounce", REGISTRATION, TO_ORGANISER).tree()).isEmpty();
        assertThat(handler.log())
                .containsExactly("{\"lost\":1,\"because\":\"bounced\",\"about\":\"S#versnellingskamer-participatie\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "delay", "complaint"})
    void logsNothingOfALetterToAnOrganiserThatArrives(String event) throws IOException {
        assertThat(handler.answer(event, REGISTRATION, TO_ORGANISER).tree()).isEmpty();
        assertThat(handler.log()).isEmpty();
    }

    @Test
    void logsHowManyMessagesAreNoneOfOurLetters() throws IOException {
        Map<String, Object> answer = handler.answer("bounce", "\\\"eventType\\\": \\\"Bounce\\\"", "\\\"other\\\": 1")
                .tree();

        assertThat(answer).isEqualTo(Map.of("unreadableMessages", 1));
        assertThat(handler.log()).containsExactly("{\"unreadableMessages\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "null", "{\"Records\": 1}"})
    void answersAnythingElse(String event) throws IOException {
        assertThat(handler.answerTo(event).tree()).isEmpty();
        assertThat(handler.log()).isEmpty();
    }
}
