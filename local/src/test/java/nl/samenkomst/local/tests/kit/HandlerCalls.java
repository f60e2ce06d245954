package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import nl.samenkomst.local.desk.Invocation;

/** Calls handlers with the events that an HTTP API and the schedule send, without a server in between. */
public final class HandlerCalls {

    private final Map<String, RequestStreamHandler> functions;

    /** Takes the handlers by the name of their function. */
    public HandlerCalls(Map<String, RequestStreamHandler> functions) {
        this.functions = Map.copyOf(functions);
    }

    /** A handler's response, its body decoded as a browser would. */
    public record Answer(int status, String body) {}

    public Answer get(String function, String route, Map<String, String> path) throws IOException {
        return call(function, route, path, "text/plain", "");
    }

    public Answer get(String function, String route, Map<String, String> path, String query) throws IOException {
        Map<String, Object> event = event(route, path, "text/plain", "");
        event.put("rawQueryString", query);
        return answer(function, event);
    }

    public Answer form(String function, String route, Map<String, String> path, String form) throws IOException {
        return call(function, route, path, "application/x-www-form-urlencoded", form);
    }

    public Answer json(String function, String route, Map<String, String> path, String json) throws IOException {
        return call(function, route, path, "application/json", json);
    }

    /**
     * Returns the status of a request that the gateway reports as signed by {@code arn}, or unsigned if {@code arn} is
     * empty.
     */
    public int statusSignedBy(String arn, String function, String route, Map<String, String> path) throws IOException {
        Map<String, Object> event = event(route, path, "application/json", "{}");
        if (!arn.isEmpty()) {
            event.put("requestContext", Map.of("authorizer", Map.of("iam", Map.of("userArn", arn))));
        }
        return answer(function, event).status();
    }

    /** Invokes a function as the schedule does every five minutes. */
    public void schedule(String function) throws IOException {
        invoke(function, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private Answer call(String function, String route, Map<String, String> path, String type, String body)
            throws IOException {
        return answer(function, event(route, path, type, body));
    }

    private static Map<String, Object> event(String route, Map<String, String> path, String type, String body) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route);
        event.put("rawQueryString", "lang=nl");
        event.put("headers", Map.of("content-type", type));
        event.put("pathParameters", path);
        event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);
        return event;
    }

    private Answer answer(String function, Map<String, Object> event) throws IOException {
        Map<String, Object> answer = JSON.std.mapFrom(invoke(function, JSON.std.asBytes(event)));
        return new Answer((Integer) Objects.requireNonNull(answer.get("statusCode")), body(answer));
    }

    private static String body(Map<String, Object> answer) throws IOException {
        String body = String.valueOf(answer.get("body"));
        boolean isGzip =
                answer.get("headers") instanceof Map<?, ?> headers && "gzip".equals(headers.get("content-encoding"));
        if (!isGzip) {
            return body;
        }
        byte[] bytes = Base64.getDecoder().decode(body);
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] invoke(String function, byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Objects.requireNonNull(functions.get(function))
                .handleRequest(
                        new ByteArrayInputStream(event),
                        answer,
                        Invocation.of(function, Duration.ofMinutes(2), line -> {}));
        return answer.toByteArray();
    }
}
