package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private static final Response JSON =
            Response.json(200, Json.parse("{\"a\": null}").orElseThrow());
    private static final String LONG = "<p>Lokale aanpak eenzaamheid, ook voor jongeren.</p>\n".repeat(200);
    private static final Response PAGE = Response.page(200, LONG, "style-src 'self'", "nl");

    private final List<Request> seen = new ArrayList<>();

    @Test
    void decodesBase64BodyAndLowercasesHeaderNames() throws IOException {
        // The body is "name=Noor" in base64; absent maps are null.
        answer("""
                {"version": "2.0", "routeKey": "POST /a/{id}", "rawQueryString": "x=1%2C2&x=3&lang=en",
                 "headers": {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"},
                 "pathParameters": null, "body": "bmFtZT1Ob29y", "isBase64Encoded": true}
                """);

        Request request = seen.getFirst();
        assertThat(request.body().flatMap(Content::text)).contains("name=Noor");
        assertThat(request.charset()).contains("UTF-8");
        assertThat(request.query()).isEqualTo(Map.of("x", "1,2\n3", "lang", "en"));
        assertThat(request.isOfType("application/x-www-form-urlencoded")).isTrue();
        assertThat(request.path("id")).isEmpty();
        assertThat(request.isApi()).isFalse();
    }

    /** Every handler refuses it by its size, so it need not be decoded. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutsOffAVeryLargeBody(boolean isBase64) throws IOException {
        String large = "YWFh".repeat(100_000);

        answer("{\"routeKey\": \"POST /\", \"isBase64Encoded\": " + isBase64 + ", \"body\": \"" + large + "\"}");

        assertThat(seen.getFirst().body().map(Content::size)).contains(262_144);
    }

    @Test
    void readsTextWithoutItsByteOrderMark() throws IOException {
        answer("{\"routeKey\": \"POST /\", \"body\": \"\\ufeff{}\", \"isBase64Encoded\": false}");

        assertThat(seen.getFirst().body().flatMap(Content::text)).contains("{}");
    }

    @Test
    void readsSignerFromAuthorizer() throws IOException {
        answer("""
                {"routeKey": "GET /", "requestContext": {"authorizer": {"iam": {"userArn": "arn:aws:iam::1:user/noor"}}}}
                """);
        answer("{\"routeKey\": \"GET /\", \"requestContext\": {\"authorizer\": \"iam\"}}");

        assertThat(seen.getFirst().actor()).contains("arn:aws:iam::1:user/noor");
        assertThat(seen.getLast().actor()).isEmpty();
    }

    @Test
    void readsCookiesAndTheClient() throws IOException {
        answer("""
                {"routeKey": "GET /", "headers": {"User-Agent": "tests"}, "cookies": ["a=1", "b=2=3", "a=4", "c"],
                 "requestContext": {"http": {"sourceIp": "192.0.2.7"}}}
                """);

        Request request = seen.getFirst();
        assertThat(request.cookie("a")).contains("1");
        assertThat(request.cookie("b")).contains("2=3");
        assertThat(request.cookie("c")).isEmpty();
        assertThat(request.sourceIp()).isEqualTo("192.0.2.7");
        assertThat(request.userAgent()).isEqualTo("tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"a=1\"", "{\"a\": \"1\"}", "[null, 7, {}, [\"a=1\"]]"})
    void anythingElseThanCookiesIsNone(String cookies) throws IOException {
        answer("{\"routeKey\": \"GET /\", \"headers\": {\"cookie\": \"a=1\"}, \"cookies\": " + cookies + "}");

        assertThat(seen.getFirst().cookies()).isEmpty();
        assertThat(seen.getFirst().sourceIp()).isEmpty();
        assertThat(seen.getFirst().userAgent()).isEmpty();
    }

    @Test
    void setsCookiesInTheirOwnListInOrder() throws IOException {
        Response cookies = JSON.with(cookie("b", "1")).with(cookie("a", "2")).with("x-one", "1");

        Map<String, Object> sent = tree("{\"routeKey\": \"GET /\"}", request -> cookies);

        assertThat(sent)
                .containsEntry(
                        "cookies",
                        List.of(
                                "b=1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
                                "a=2; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"));
        assertThat(headers(sent)).containsEntry("x-one", "1").doesNotContainKeys("cookies", "set-cookie");
        assertThat(tree("{\"routeKey\": \"GET /\"}", request -> JSON)).doesNotContainKey("cookies");
    }

    @Test
    void setsOneCookieOfEachName() {
        assertThat(JSON.with(cookie("a", "1"))
                        .with(cookie("b", "2"))
                        .with(cookie("a", "3"))
                        .cookies())
                .containsExactly(cookie("b", "2"), cookie("a", "3"));
    }

    @Test
    void aResponseThatSetsACookieIsStoredByNoCache() throws IOException {
        Response cached = JSON.with(cookie("a", "1")).with("cache-control", "max-age=60");

        assertThat(headers("{\"routeKey\": \"GET /\"}", cached))
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-robots-tag", "noindex");
    }

    @Test
    void aRequestDoesNotTellALogWhatWasSent() throws IOException {
        answer("""
                {"routeKey": "GET /own/{link}", "pathParameters": {"link": "secret"}, "cookies": ["a=secret"],
                 "rawQueryString": "q=secret", "requestContext": {"http": {"sourceIp": "192.0.2.7"}}}
                """);

        assertThat(seen.getFirst()).asString().isEqualTo("Request[GET /own/{link}]");
    }

    @Test
    void readsMethodAndPathWithoutRoute() throws IOException {
        answer("""
                {"routeKey": "$default", "rawPath": "/api/v2", "requestContext": {"http": {"method": "OPTIONS"}}}
                """);
        answer("{\"routeKey\": \"$default\", \"rawPath\": \"/apis/\"}");

        assertThat(seen.getFirst().route()).isEqualTo(Request.NO_ROUTE);
        assertThat(seen.getFirst().method()).isEqualTo("OPTIONS");
        assertThat(seen.getFirst().isApi()).isTrue();
        assertThat(seen.getLast().isApi()).isFalse();
    }

    @Test
    void writesPayloadFormat2() throws IOException {
        assertThat(answer("{\"routeKey\": \"GET /api/v1/x\"}"))
                .contains("\"statusCode\":200")
                .contains("\"body\":\"{\\\"a\\\":null}\"")
                .contains("\"isBase64Encoded\":false")
                .contains("\"content-type\":\"application/json\"");
    }

    @Test
    void addsSecurityHeadersToEveryResponse() throws IOException {
        assertThat(headers("{\"routeKey\": \"GET /\"}", JSON))
                .isEqualTo(withAll("content-type", "application/json", "cache-control", "no-cache"));
        assertThat(headers("{\"routeKey\": \"GET /\"}", Response.seeOther("/sessions")))
                .isEqualTo(withAll("location", "/sessions", "cache-control", "no-cache"));
        assertThat(headers("{\"routeKey\": \"GET /\"}", PAGE))
                .isEqualTo(withAll(
                        "content-type", "text/html; charset=utf-8",
                        "cache-control", "no-cache",
                        "content-language", "nl",
                        "vary", "accept-language, accept-encoding",
                        "content-security-policy", "style-src 'self'"));
    }

    /** With no-referrer, browsers send {@code Origin: null} with a form. */
    @Test
    void aPageMayTellItsOwnSiteWhereARequestIsFrom() throws IOException {
        assertThat(headers("{\"routeKey\": \"GET /\"}", PAGE.with("referrer-policy", "same-origin")))
                .isEqualTo(withAll(
                        "content-type", "text/html; charset=utf-8",
                        "cache-control", "no-cache",
                        "content-language", "nl",
                        "vary", "accept-language, accept-encoding",
                        "content-security-policy", "style-src 'self'",
                        "referrer-policy", "same-origin"));
    }

    @Test
    void addsTheVersionToEveryResponseOfTheApi() throws IOException {
        assertThat(headers("{\"routeKey\": \"GET /api/v1/sessions\"}", JSON)).containsEntry("api-version", "1.0.0");
        assertThat(headers("{\"routeKey\": \"$default\", \"rawPath\": \"/api/v2\"}", PAGE))
                .containsEntry("api-version", "1.0.0");
        assertThat(headers("{\"routeKey\": \"GET /sessions\"}", JSON)).doesNotContainKey("api-version");
    }

    @Test
    void errorsAndUnsafeMethodsAreNotCachedOrIndexed() throws IOException {
        Map<String, String> personal =
                withAll("content-type", "application/json", "cache-control", "no-store", "x-robots-tag", "noindex");

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(headers("{\"routeKey\": \"" + method + " /\"}", JSON))
                    .as(method)
                    .isEqualTo(personal);
        }
        assertThat(headers("{\"routeKey\": \"GET /\"}", new Response(400, JSON.headers(), "")))
                .isEqualTo(personal);
        assertThat(headers("{}", JSON))
                .isEqualTo(withAll(
                        "content-type",
                        "text/plain; charset=utf-8",
                        "cache-control",
                        "no-store",
                        "x-robots-tag",
                        "noindex"));
    }

    @Test
    void answersAHeadAsAGetWithoutItsContent() throws IOException {
        String asking = "\"headers\": {\"accept-encoding\": \"gzip\"}";

        Map<String, Object> head = tree("{\"routeKey\": \"HEAD /sessions\", " + asking + "}", request -> PAGE);

        assertThat(seen.getFirst().route()).isEqualTo("GET /sessions");
        assertThat(head).containsEntry("statusCode", 200).containsEntry("body", "");
        assertThat(headers(head))
                .isEqualTo(headers(tree("{\"routeKey\": \"GET /sessions\", " + asking + "}", request -> PAGE)));
        assertThat(tree(
                        "{\"routeKey\": \"$default\", \"requestContext\": {\"http\": {\"method\": \"HEAD\"}}}",
                        request -> PAGE))
                .containsEntry("body", "");
    }

    @Test
    void gzipsPagesForClientsThatAcceptIt() throws IOException {
        Map<String, Object> sent = tree(asking("br, gzip"), request -> PAGE);

        assertThat(sent).containsEntry("isBase64Encoded", true);
        assertThat(headers(sent))
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "accept-language, accept-encoding");
        byte[] bytes = Base64.getDecoder().decode(String.valueOf(sent.get("body")));
        assertThat(bytes.length).isLessThan(LONG.length() / 10);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
        }
    }

    @Test
    void skipsGzipForShortOrOtherOrUnacceptedContent() throws IOException {
        assertThat(tree(asking("br, gzip;q=0"), request -> PAGE))
                .containsEntry("body", LONG)
                .containsEntry("isBase64Encoded", false);
        assertThat(tree("{\"routeKey\": \"GET /\"}", request -> PAGE)).containsEntry("body", LONG);
        for (Response answer : List.of(
                Response.page(200, "<p>Kort</p>", "style-src 'self'", "nl"),
                Response.text(200, "application/atom+xml", LONG))) {
            assertThat(tree(asking("gzip"), request -> answer)).containsEntry("body", answer.body());
            assertThat(headers(asking("gzip"), answer)).doesNotContainKey("content-encoding");
        }
    }

    /** A page that repeats what was searched for would tell by its size whether that is on the page (BREACH). */
    @ParameterizedTest
    @ValueSource(strings = {"q=noor", "q=", "q", "a=1&q=noor", "%71=noor"})
    void skipsGzipForAPageThatRepeatsASearch(String query) throws IOException {
        String search = asking("gzip").replaceFirst("\\{", "{\"rawQueryString\": \"" + query + "\", ");

        assertThat(tree(search, request -> PAGE)).containsEntry("body", LONG);
        assertThat(headers(search, PAGE)).doesNotContainKey("content-encoding");
        for (String other : List.of("cross-site", "same-site", "none", "")) {
            assertThat(headers(from(other, search), PAGE)).as(other).doesNotContainKey("content-encoding");
        }
    }

    /** Only a person who types or chooses something makes a page of ours ask for another. */
    @Test
    void gzipsASearchOfThisSitesOwnPages() throws IOException {
        String search = asking("gzip").replaceFirst("\\{", "{\"rawQueryString\": \"q=noor\", ");

        assertThat(headers(from("same-origin", search), PAGE)).containsEntry("content-encoding", "gzip");
    }

    private static String from(String site, String event) {
        return event.replace("\"headers\": {", "\"headers\": {\"sec-fetch-site\": \"" + site + "\", ");
    }

    @Test
    void gzipsAPageWithAnotherQuery() throws IOException {
        String filtered = asking("gzip").replaceFirst("\\{", "{\"rawQueryString\": \"Q=1&query=q&lang=nl\", ");

        assertThat(headers(filtered, PAGE)).containsEntry("content-encoding", "gzip");
    }

    @Test
    void sendsBytesInBase64AndNoneToAHead() throws IOException {
        Response bytes = Response.base64(200, "application/zip", "UEsFBg==");

        assertThat(tree(asking("gzip"), request -> bytes.personal()))
                .containsEntry("body", "UEsFBg==")
                .containsEntry("isBase64Encoded", true);
        assertThat(headers(asking("gzip"), bytes))
                .isEqualTo(withAll("content-type", "application/zip", "cache-control", "no-cache"));
        assertThat(tree("{\"routeKey\": \"HEAD /sessions\"}", request -> bytes))
                .containsEntry("body", "")
                .containsEntry("isBase64Encoded", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"routeKey\": 7}", "{\"routeKey\": "})
    void answers400ToOtherEventsWithoutHandler(String event) throws IOException {
        assertThat(answer(event)).contains("\"statusCode\":400").doesNotContain("Exception");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "HEAD", "HEAD ", " ", "$default"})
    void takesAnyTextForARoute(String route) throws IOException {
        assertThat(answer("{\"routeKey\": \"" + route + "\"}")).contains("\"statusCode\":200");
    }

    @Test
    void undecodableBodyIsEmpty() throws IOException {
        answer("{\"routeKey\": \"POST /\", \"body\": \"%%%\", \"isBase64Encoded\": true}");
        answer("{\"routeKey\": \"POST /\", \"body\": \"/w==\", \"isBase64Encoded\": true}");

        assertThat(seen.getFirst().body()).isEmpty();
        assertThat(seen.getLast().body().flatMap(Content::text)).as("no UTF-8").isEmpty();
    }

    @Test
    void answersUnexpectedExceptions() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<RuntimeException> caught = new ArrayList<>();
        IllegalStateException thrown = new IllegalStateException("nobody foresaw this");

        HttpApi.answer(
                event("{\"routeKey\": \"GET /\"}"),
                out,
                request -> {
                    throw thrown;
                },
                (request, trouble) -> {
                    caught.add(trouble);
                    return Response.text(500, "text/plain", request.route());
                });

        assertThat(caught).containsExactly(thrown);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"statusCode\":500")
                .contains("\"body\":\"GET /\"")
                .contains("\"cache-control\":\"no-store\"")
                .doesNotContain("nobody foresaw");
    }

    @Test
    void propagatesErrors() {
        StackOverflowError death = new StackOverflowError();

        assertThatThrownBy(() -> tree("{\"routeKey\": \"GET /\"}", request -> {
                    throw death;
                }))
                .isSameAs(death);
    }

    @Test
    void propagatesFailureDuringPriming() {
        IllegalStateException thrown = new IllegalStateException("no such table");

        assertThatThrownBy(() -> HttpApi.prime(
                        request -> {
                            throw thrown;
                        },
                        1,
                        event("{\"routeKey\": \"GET /\"}")))
                .isSameAs(thrown);
    }

    private String answer(String event) throws IOException {
        return written(event, request -> JSON);
    }

    private Map<String, String> headers(String event, Response answer) throws IOException {
        return headers(tree(event, request -> answer));
    }

    private Map<String, Object> tree(String event, Function<Request, Response> handler) throws IOException {
        return Json.parse(written(event, handler)).orElseThrow();
    }

    private String written(String event, Function<Request, Response> handler) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HttpApi.answer(
                event(event),
                out,
                request -> {
                    seen.add(request);
                    return handler.apply(request);
                },
                (request, trouble) -> {
                    throw trouble;
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Map<String, Object> answer) {
        Map<String, String> headers = new TreeMap<>();
        if (answer.get("headers") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return headers;
    }

    private static Map<String, String> withAll(String... namesAndValues) {
        Map<String, String> headers = new TreeMap<>(ExpectedHeaders.EVERY_RESPONSE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    private static SetCookie cookie(String name, String value) {
        return new SetCookie(new CookieName(name), value, Duration.ofMinutes(1));
    }

    private static String asking(String acceptEncoding) {
        return "{\"routeKey\": \"GET /\", \"headers\": {\"accept-encoding\": \"" + acceptEncoding + "\"}}";
    }

    private static ByteArrayInputStream event(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
