package nl.samenkomst.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.samenkomst.SampledHandler;
import nl.samenkomst.SampledHandler.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers sign-ups as far as that takes no table. */
class RegisterHandlerTest {

    private static final String SESSION = "\"id\": \"versnellingskamer-participatie\"";

    private final SampledHandler handler = new SampledHandler("register", RegisterHandler::new);

    @ParameterizedTest
    @CsvSource({"form-of-another-type, 415", "form-in-broken-base64, 400"})
    void refusesAFormThatItCannotReadWithAPage(String event, int status) throws IOException {
        Answer answer = handler.answer(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void refusesBrokenJsonWithProblemDetails() throws IOException {
        Answer answer = handler.answer("call-with-broken-json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
    }

    @Test
    void namesTheFieldThatItDoesNotKnow() throws IOException {
        Answer answer = handler.answer("call-with-an-unknown-field");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("colour");
    }

    @Test
    void refusesAnAddressThatIsNone() throws IOException {
        Answer answer = handler.answer("own-link-as-json", "@example.org", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "call", "own-link", "own-link-as-json"})
    void treatsAMalformedSessionIdAsUnknown(String event) throws IOException {
        assertThat(handler.answer(event, SESSION, "\"id\": \"Geen naam\"").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"call, 65536", "own-link-as-json, 2048"})
    void refusesABodyOverItsLimit(String event, int limit) throws IOException {
        String large = "\"body\": \"" + "x".repeat(limit + 1);

        assertThat(handler.answer(event, "\"body\": \"", large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "no JSON", "{\"routeKey\": 1}"})
    void answersAnEventThatIsNoRequestWithASentence(String event) throws IOException {
        Answer answer = handler.answerTo(event);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("This is not a request.");
    }

    @Test
    void logsARouteThatIsNotItsOwnAndGivesNoDetails() throws IOException {
        Answer answer = handler.answer("form", "POST /sessions/{id}/registrations", "DELETE /sessions/{id}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("DELETE");
        assertThat(handler.log()).singleElement().asString().contains("no such route here: DELETE /sessions/{id}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "call", "form-with-mistakes", "own-link"})
    void readsTheTableForAnythingElse(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }
}
