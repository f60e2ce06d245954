package nl.samenkomst.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponsesTest {

    private final Responses answers = new Responses(() -> new Pages(HouseStyle.defaultStyle()));

    @Test
    void showsGenericErrorAndLogsCause() {
        List<String> log = new ArrayList<>();
        IllegalStateException trouble =
                new IllegalStateException("the page", new IllegalArgumentException("no such thing"));

        Response answer = answers.unexpected(log::add).apply(request("/sessions/een", "en"), trouble);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).containsEntry("content-language", "en");
        assertThat(answer.body())
                .contains("<html lang=\"en\"", "Something went wrong on our side.")
                .doesNotContain("Exception", "the page", "nl.samenkomst");
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("java.lang.IllegalStateException: the page")
                .contains(
                        "\tat nl.samenkomst.responses", "Caused by: java.lang.IllegalArgumentException: no such thing");
    }

    @Test
    void answersUnexpectedErrorAsProblemDetails() {
        Response answer = answers.unexpected(line -> {})
                .apply(request("/api/v1/sessions", "nl"), new IllegalStateException("the table"));

        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":500", "\"code\":\"unexpected\"", "Er ging iets mis bij ons.")
                .doesNotContain("the table");
    }

    @Test
    void answersRefusalAsPageOrProblemDetails() {
        assertThat(answers.refused(request("/nergens", "nl"), Refusal.PAGE_UNKNOWN))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.body()).contains("<h1>", "Deze pagina is er niet"));
        assertThat(answers.refused(request("/api/nergens", "nl"), Refusal.REGISTRATION_GONE))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(410))
                .satisfies(answer -> assertThat(answer.body()).startsWith("{").contains("registration.gone"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /sessions/een., lang=nl&x=%20, /sessions/een?lang=nl&x=%20",
        "HEAD, /Sessions/, '', /sessions",
        "GET, /api/v1/sessions/, topic=caf\u00e9, /api/v1/sessions?topic=caf%C3%A9"
    })
    void redirectsToTheAddressThatWasMeant(String method, String address, String query, String meant) {
        Response answer = answers.refused(request(method, address, "nl", query), Refusal.PAGE_UNKNOWN);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.headers())
                .containsEntry("location", meant)
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-robots-tag", "noindex");
    }

    @Test
    void keepsLineEndsOutOfTheHeader() {
        assertThat(answers.refused(request("GET", "/sessions/", "nl", "a=b\r\nx: y"), Refusal.PAGE_UNKNOWN)
                        .headers())
                .containsEntry("location", "/sessions?a=b%0D%0Ax:+y");
    }

    /** A redirect keeps the method and the body, so it would repeat what was sent elsewhere. */
    @Test
    void redirectsNoRequestThatCouldChangeSomething() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(answers.refused(request(method, "/sessions/een/registrations/", "nl", ""), Refusal.PAGE_UNKNOWN)
                            .status())
                    .as(method)
                    .isEqualTo(404);
        }
        assertThat(answers.refused(request("GET", "/sessions/een/", "nl", ""), Refusal.SESSION_CLOSED)
                        .status())
                .isEqualTo(409);
    }

    private static Request request(String address, String language) {
        return request("GET", address, language, "lang=" + language);
    }

    private static Request request(String method, String address, String language, String query) {
        return new Request(
                Request.NO_ROUTE,
                method,
                address,
                Map.of(),
                Map.of("lang", language),
                query,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
