package nl.samenkomst.local.desk;

import static nl.samenkomst.local.tests.kit.RecordingFunction.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nl.samenkomst.local.tests.kit.RecordingFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks the gateway against
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html.
 */
class GatewayTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-03T12:00:00Z"), ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private Map<String, Object> answer = new LinkedHashMap<>(Map.of("statusCode", 200));
    private final RecordingFunction function = new RecordingFunction(event -> answer);
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        LambdaFunction lambda = function.function();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                new Gateway(
                        Map.of(
                                new Route("GET", "/sessions"), lambda,
                                new Route("GET", "/sessions/{id}"), lambda,
                                new Route("GET", "/sessions/new"), lambda,
                                new Route("GET", "/api/v1/organiser/sessions"), lambda,
                                new Route("POST", "/sessions/{id}/registrations"), lambda,
                                new Route("HEAD", "/sessions/{id}"), lambda),
                        new HttpEvents(NOON)));
        server.createContext(
                "/all",
                new Gateway(
                        Map.of(new Route("GET", "/all/sessions"), lambda, Route.DEFAULT, lambda),
                        new HttpEvents(NOON)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.close();
    }

    @Test
    void sendsARequestAsPayloadFormat2() throws Exception {
        send(request("/sessions/een%20twee?topic=a&topic=b%20c&lang=nl")
                .header("User-Agent", "tests")
                .header("Accept-Language", "nl")
                .header("Accept-Language", "en"));

        Map<String, Object> event = onlyEvent();
        assertThat(event)
                .containsEntry("version", "2.0")
                .containsEntry("routeKey", "GET /sessions/{id}")
                .containsEntry("rawPath", "/sessions/een twee")
                .containsEntry("rawQueryString", "topic=a&topic=b%20c&lang=nl")
                .containsEntry("queryStringParameters", Map.of("topic", "a,b c", "lang", "nl"))
                .containsEntry("pathParameters", Map.of("id", "een twee"))
                .containsEntry("isBase64Encoded", false);
        assertThat(at(event, "headers/accept-language")).isEqualTo("nl,en");
        assertThat(at(event, "headers/x-forwarded-proto")).isEqualTo("http");
        assertThat(at(event, "requestContext/http"))
                .isEqualTo(Map.of(
                        "method", "GET",
                        "path", "/sessions/een twee",
                        "protocol", "HTTP/1.1",
                        "sourceIp", "127.0.0.1",
                        "userAgent", "tests"));
        assertThat(at(event, "requestContext/stage")).isEqualTo("$default");
        assertThat(at(event, "requestContext/authorizer")).isNull();
        assertThat(at(event, "requestContext/routeKey")).isEqualTo("GET /sessions/{id}");
        assertThat(at(event, "requestContext/time")).isEqualTo("03/Dec/2026:12:00:00 +0000");
        assertThat(at(event, "requestContext/timeEpoch")).isEqualTo(1796299200000L);
        assertThat(at(event, "requestContext/requestId")).asString().isNotEmpty();
    }

    @Test
    void leavesOutWhatARequestLacks() throws Exception {
        send(request("/sessions"));

        assertThat(onlyEvent())
                .containsEntry("rawQueryString", "")
                .doesNotContainKeys("body", "cookies", "pathParameters", "queryStringParameters");
    }

    @Test
    void passesTheSignerOnSignedRoutes() throws Exception {
        send(request("/api/v1/organiser/sessions"));

        assertThat(at(onlyEvent(), "requestContext/authorizer")).isEqualTo(Map.of("iam", Map.of("userArn", "local")));
    }

    @Test
    void putsCookiesInTheirOwnField() throws Exception {
        send(request("/sessions").header("Cookie", "a=1; b=2"));

        assertThat(onlyEvent()).containsEntry("cookies", List.of("a=1", "b=2"));
        assertThat(at(onlyEvent(), "headers/cookie")).isNull();
    }

    /** Browsers send that with the longest path first (RFC 6265 §5.4), so functions take the first of a name. */
    @Test
    void keepsCookiesInOrderAndAsSent() throws Exception {
        send(request("/sessions")
                .header("Cookie", "b=2; a=1; a=3; c=\"x=y\"; d")
                .header("Cookie", "a=%41"));

        assertThat(onlyEvent()).containsEntry("cookies", List.of("b=2", "a=1", "a=3", "c=\"x=y\"", "d", "a=%41"));
    }

    @Test
    void sendsEachCookieOfAResponseInAHeaderOfItsOwn() throws Exception {
        List<String> cookies = List.of(
                "b=1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
                "a=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
                "__Host-c=3; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
        answer.put("headers", Map.of("x-one", "1"));
        answer.put("cookies", cookies);

        HttpResponse<String> response = send(request("/sessions"));

        assertThat(response.headers().allValues("set-cookie")).containsExactlyElementsOf(cookies);
        assertThat(send(request("/sessions/a").HEAD()).headers().allValues("set-cookie"))
                .containsExactlyElementsOf(cookies);
    }

    @Test
    void sendsAFormInBase64() throws Exception {
        send(post("name=Zo%C3%AB+B", "application/x-www-form-urlencoded"));

        assertThat(onlyEvent()).containsEntry("isBase64Encoded", true).containsEntry("body", "bmFtZT1abyVDMyVBQitC");
    }

    @Test
    void sendsABodyWithoutAContentTypeInBase64() throws Exception {
        send(request("/sessions/a/registrations").POST(BodyPublishers.ofString("x")));

        assertThat(onlyEvent()).containsEntry("isBase64Encoded", true).containsEntry("body", "eA==");
    }

    @Test
    void sendsJsonAndTextAsTheyAre() throws Exception {
        send(post("{\"name\":\"Zoë\"}", "application/json; charset=utf-8"));
        send(post("hallo", "text/plain"));

        assertThat(function.events()).extracting("body").containsExactly("{\"name\":\"Zoë\"}", "hallo");
        assertThat(function.events()).extracting("isBase64Encoded").containsOnly(false);
    }

    @Test
    void prefersTheMostSpecificRoute() throws Exception {
        send(request("/sessions/new"));

        assertThat(onlyEvent()).containsEntry("routeKey", "GET /sessions/new");
    }

    @Test
    void routesTheRestToTheDefaultRoute() throws Exception {
        send(request("/all/sessions"));
        send(request("/all/een%20twee?a=b"));
        send(request("/all/sessions").HEAD());

        assertThat(function.events())
                .extracting("routeKey")
                .containsExactly("GET /all/sessions", "$default", "$default");
        Map<String, Object> event = function.events().get(1);
        assertThat(event)
                .containsEntry("rawPath", "/all/een twee")
                .containsEntry("rawQueryString", "a=b")
                .doesNotContainKey("pathParameters");
        assertThat(at(event, "requestContext/routeKey")).isEqualTo("$default");
        assertThat(at(function.events().getLast(), "requestContext/http/method"))
                .isEqualTo("HEAD");
    }

    @Test
    void passesResponseHeadersUnchanged() throws Exception {
        answer.put("headers", Map.of("x-one", "1", "vary", "a, b"));
        answer.put("body", "<p>");

        HttpResponse<String> response = send(request("/sessions"));
        HttpResponse<String> head = send(request("/sessions/a").HEAD());

        assertThat(response.headers().map())
                .containsOnlyKeys("x-one", "vary", "content-length", "date")
                .containsEntry("vary", List.of("a, b"));
        assertThat(head.headers().map().keySet()).isSubsetOf("x-one", "vary", "content-length", "date");
        assertThat(head.headers().map()).containsKeys("x-one", "vary");
    }

    @Test
    void returnsTheFunctionsResponse() throws Exception {
        answer.put("statusCode", 303);
        answer.put("headers", Map.of("location", "/elsewhere"));
        answer.put("cookies", List.of("a=1", "b=2"));
        answer.put("body", "aMOp");
        answer.put("isBase64Encoded", true);

        HttpResponse<String> response = send(request("/sessions"));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("location")).hasValue("/elsewhere");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).isEqualTo("hé");
    }

    @Test
    void answers404WithoutARouteAlsoToHead() throws Exception {
        HttpResponse<String> nowhere = send(request("/nowhere"));

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(send(request("/sessions").HEAD()).statusCode()).isEqualTo(404);
        assertThat(function.events()).isEmpty();
    }

    @Test
    void answers413ToMoreThanTenMegabytes() throws Exception {
        HttpResponse<String> response = send(post("x".repeat(10 * 1024 * 1024 + 1), "text/plain"));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void answers500ToAnInvalidResponse() throws Exception {
        answer.clear();

        HttpResponse<String> response = send(request("/sessions"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private HttpRequest.Builder post(String body, String contentType) {
        return request("/sessions/a/registrations")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Map<String, Object> onlyEvent() {
        assertThat(function.events()).hasSize(1);
        return function.events().getFirst();
    }
}
