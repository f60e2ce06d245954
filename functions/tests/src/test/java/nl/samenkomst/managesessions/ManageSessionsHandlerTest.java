package nl.samenkomst.managesessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.samenkomst.SampledHandler;
import nl.samenkomst.SampledHandler.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers organisers as far as that takes no table. */
class ManageSessionsHandlerTest {

    private static final String BODY = "\"body\": \"";

    private final SampledHandler handler =
            new SampledHandler("manage-sessions", wiring -> new ManageSessionsHandler(wiring.requireSignedRequests()));

    @ParameterizedTest
    @ValueSource(strings = {"publish", "list", "registrations", "invitations", "cancellation"})
    void refusesAnUnsignedRequest(String event) throws IOException {
        assertThat(handler.answer(event, "\"userArn\"", "\"nobody\"").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "publish-with-mistakes, colour",
        "registration-with-mistakes, email",
        "invitations-with-mistakes, /invitations/0/email",
        "cancellation-of-unconfirmed-with-mistakes, since"
    })
    void namesEveryProblemOfABody(String event, String named) throws IOException {
        Answer answer = handler.answer(event);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.body()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish",
                "registration-by-hand",
                "invitations",
                "decision",
                "presence-too-early",
                "cancellation-of-unconfirmed"
            })
    void refusesBrokenJson(String event) throws IOException {
        assertThat(handler.answer(event, BODY + "{", BODY).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "publish, 65536",
        "invitations, 65536",
        "decision, 4096",
        "cancellation, 4096",
        "cancellation-of-unconfirmed, 4096"
    })
    void refusesABodyOverItsLimit(String event, int limit) throws IOException {
        assertThat(handler.answer(event, BODY, BODY + "x".repeat(limit)).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=many", "after=nowhere"})
    void refusesParametersThatNameNoPart(String query) throws IOException {
        String parameters = "\"rawQueryString\": \"";

        assertThat(handler.answer("list", parameters + "\"", parameters + query + "\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAFilterThatIsNeitherTrueNorFalse() throws IOException {
        String parameters = "\"rawQueryString\": \"";

        assertThat(handler.answer("registrations", parameters + "\"", parameters + "addressConfirmed=maybe\"")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"since=yesterday", "until=2026-12-03", "since=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z"})
    void refusesAPeriodThatIsNone(String query) throws IOException {
        assertThat(handler.answer("count-of-unconfirmed", "since=2026-11-01T00:00:00Z", query)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesToTellForAnythingButTrueAndFalse() throws IOException {
        String parameters = "\"rawQueryString\": \"";

        assertThat(handler.answer("publish", parameters + "\"", parameters + "tell=maybe\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnEntityTagThatIsNoRevision() throws IOException {
        assertThat(handler.answer("change-of-an-old-revision", "\\\"99\\\"", "\\\"one\\\"")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "session", "changes", "registrations", "cancellation"})
    void treatsAMalformedSessionIdAsUnknown(String event) throws IOException {
        assertThat(handler.answer(event, "\"id\": \"versnellingskamer-participatie\"", "\"id\": \"Geen naam\"")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "cancellation-of-nobody", "priority-of-who-does-not-wait"})
    void treatsAMalformedRegistrationIdAsUnknown(String event) throws IOException {
        assertThat(handler.answer(event, "\"registration\": \"", "\"registration\": \"!")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersAnEventThatIsNoRequestWithASentence() throws IOException {
        Answer answer = handler.answerTo("{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("This is not a request.");
    }

    @Test
    void logsARouteThatIsNotItsOwnAndGivesNoDetails() throws IOException {
        Answer answer = handler.answer("list", "GET /api/v1/organiser/sessions", "GET /api/v1/organiser/nowhere");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("nowhere");
        assertThat(handler.log()).singleElement().asString().contains("no such route here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "list", "session", "changes", "registrations", "invitations", "decision"})
    void readsTheTableForAnythingElse(String event) {
        assertThatThrownBy(() -> handler.answer(event))
                .isInstanceOf(AssertionError.class)
                .hasMessage(SampledHandler.TABLE_CALLED);
    }
}
