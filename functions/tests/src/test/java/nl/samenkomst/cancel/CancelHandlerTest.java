package nl.samenkomst.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.regex.Matcher;
import nl.samenkomst.SampledHandler;
import nl.samenkomst.SampledHandler.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers requests by an own link as far as that takes no table. */
class CancelHandlerTest {

    private static final String TOKEN = "\"token\": \"VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E\"";
    private static final String BODY = "\"body\": \"";

    private final SampledHandler handler = new SampledHandler("cancel", CancelHandler::new);

    @Test
    void treatsABrokenLinkAsUnknown() throws IOException {
        Answer answer = handler.answer("own-page-of-a-broken-link");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own-as-json",
                "data",
                "changes-as-json",
                "answers-as-json",
                "cancellation-as-json",
                "erasure-as-json",
                "renewal-as-json",
                "own-link-as-json",
                "refusal-as-json"
            })
    void treatsABrokenLinkAsUnknownInTheApiToo(String event) throws IOException {
        Answer answer = handler.answer(event, TOKEN, "\"token\": \"afgebroken\"");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes-as-json", "acceptance-as-json", "answers-as-json"})
    void refusesBrokenJson(String event) throws IOException {
        assertThat(handler.answer(event, BODY + "{", BODY).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes-as-json", "acceptance-as-json", "answers-as-json"})
    void namesTheFieldThatItDoesNotKnow(String event) throws IOException {
        String body = Matcher.quoteReplacement(BODY + "{\\\"colour\\\": \\\"red\\\"}\",");
        Answer answer = handler.answerTo(handler.event(event).replaceFirst(BODY + ".*", body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("colour");
    }

    @ParameterizedTest
    @CsvSource({
        "cancellation, 2048",
        "erasure, 2048",
        "renewal, 2048",
        "own-link, 2048",
        "refusal, 2048",
        "refusal-as-json, 2048",
        "changes, 65536",
        "changes-as-json, 65536",
        "acceptance, 65536",
        "answers, 65536",
        "answers-as-json, 65536"
    })
    void refusesABodyOverItsLimit(String event, int limit) throws IOException {
        // In base64, four characters are three bytes.
        String large = BODY + "eHh4".repeat(limit);

        assertThat(handler.answer(event, BODY, large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "acceptance", "answers"})
    void refusesAFormOfAnotherType(String event) throws IOException {
        assertThat(handler.answer(event, "application/x-www-form-urlencoded", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void answersAnEventThatIsNoRequestWithASentence() throws IOException {
        Answer answer = handler.answerTo("{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("This is not a request.");
    }

    @ParameterizedTest
    @CsvSource({
        "own-page, GET /sessions/{id}/registrations/{token}, GET /sessions/{id}/nowhere/{token}",
        "own-as-json, GET /api/v1/sessions/{id}/registrations/{token}, GET /api/v1/sessions/{id}/nowhere/{token}"
    })
    void logsARouteThatIsNotItsOwnAndGivesNoDetails(String event, String route, String other) throws IOException {
        Answer answer = handler.answer(event, route, other);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("nowhere");
        assertThat(handler.log()).singleElement().asString().contains("no such route here: " + other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-page", "own-as-json", "cancellation", "changes", "changes-with-mistakes", "erasure"})
    void readsTheTableForAnythingElse(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }
}
