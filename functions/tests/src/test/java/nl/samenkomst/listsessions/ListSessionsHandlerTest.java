package nl.samenkomst.listsessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.samenkomst.SampledHandler;
import nl.samenkomst.SampledHandler.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers visitors as far as that takes no table. */
class ListSessionsHandlerTest {

    private final SampledHandler handler = new SampledHandler("list-sessions", ListSessionsHandler::new);

    @Test
    void redirectsTheRootToTheAgenda() throws IOException {
        Answer answer = handler.answer("root");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).startsWith("/sessions");
    }

    @ParameterizedTest
    @CsvSource({
        "privacy, 200, text/html",
        "accessibility, 200, text/html",
        "description, 200, application/json",
        "unknown-page, 404, text/html",
        "unknown-page-as-json, 404, application/problem+json",
        "session-with-a-slash, 404, text/html"
    })
    void answersWithoutReading(String event, int status, String type) throws IOException {
        Answer answer = handler.answer(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "session-as-json", "received"})
    void treatsAMalformedSessionIdAsUnknown(String event) throws IOException {
        assertThat(handler.answer(event, "\"id\": \"versnellingskamer-participatie\"", "\"id\": \"Geen naam\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void leavesOutTheContentForHead() throws IOException {
        Answer answer = handler.answer("privacy", "GET /privacy", "HEAD /privacy");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersAnEventThatIsNoRequestWithASentence() throws IOException {
        Answer answer = handler.answerTo("{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("This is not a request.");
    }

    @Test
    void logsARouteThatIsNotItsOwnAndGivesNoDetails() throws IOException {
        Answer answer = handler.answer("agenda", "GET /sessions", "GET /nowhere");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("nowhere");
        assertThat(handler.log()).singleElement().asString().contains("no such route here: GET /nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agenda", "agenda-as-json", "agenda-as-feed", "agenda-as-calendar", "session", "received"})
    void readsTheTableForAnythingElse(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }
}
