package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private final List<Request> seen = new ArrayList<>();

    @Test
    void readsABodyInBase64AsTextAndHeadersByLowerCaseName() throws IOException {
        // "name=Noor" in base64; absent maps are null.
        answer("""
                {"version": "2.0", "routeKey": "POST /a/{id}", "rawQueryString": "x=1%2C2&x=3&lang=en",
                 "headers": {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"},
                 "pathParameters": null, "body": "bmFtZT1Ob29y", "isBase64Encoded": true}
                """);

        Request request = seen.getFirst();
        assertThat(request.body()).contains("name=Noor");
        assertThat(request.query()).isEqualTo(Map.of("x", "1,2\n3", "lang", "en"));
        assertThat(request.isOfType("application/x-www-form-urlencoded")).isTrue();
        assertThat(request.path("id")).isEmpty();
        assertThat(request.isApi()).isFalse();
    }

    @Test
    void knowsWhoSignedARequestWhereTheGatewayAsked() throws IOException {
        answer("""
                {"routeKey": "GET /", "requestContext": {"authorizer": {"iam": {"userArn": "arn:aws:iam::1:user/noor"}}}}
                """);
        answer("{\"routeKey\": \"GET /\", \"requestContext\": {\"authorizer\": \"iam\"}}");

        assertThat(seen.getFirst().signer()).contains("arn:aws:iam::1:user/noor");
        assertThat(seen.getLast().signer()).isEmpty();
    }

    @Test
    void writesTheAnswerAsTheGatewayTakesIt() throws IOException {
        assertThat(answer("{\"routeKey\": \"GET /api/v1/x\"}"))
                .contains("\"statusCode\":200")
                .contains("\"body\":\"{\\\"a\\\":null}\"")
                .contains("\"isBase64Encoded\":false")
                .contains("\"content-type\":\"application/json\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"routeKey\": 7}", "{\"routeKey\": "})
    void answersWhatIsNoRequestWithoutTroublingTheHandler(String event) throws IOException {
        assertThat(answer(event)).contains("\"statusCode\":400").doesNotContain("Exception");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "/w=="})
    void leavesABodyThatIsNoTextForTheHandlerToRefuse(String body) throws IOException {
        answer("{\"routeKey\": \"POST /\", \"body\": \"" + body + "\", \"isBase64Encoded\": true}");

        assertThat(seen.getFirst().body()).isEmpty();
    }

    private String answer(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exchange.answer(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, request -> {
            seen.add(request);
            return Response.json(200, Json.parse("{\"a\": null}").orElseThrow());
        });
        return out.toString(StandardCharsets.UTF_8);
    }
}
