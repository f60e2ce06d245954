package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes requests to functions and returns their responses, as an HTTP API does. Its own errors are JSON without our
 * headers, as in AWS: 404, 413 and 500 here, and once deployed also 403, 429 and 503.
 */
public final class Gateway implements HttpHandler {

    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final List<Map.Entry<Route, LambdaFunction>> routes;
    private final HttpEvents events;

    public Gateway(Map<Route, LambdaFunction> functions, HttpEvents events) {
        this.routes = functions.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().specificity()))
                .toList();
        this.events = events;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String rawPath = exchange.getRequestURI().getRawPath();
            for (Map.Entry<Route, LambdaFunction> entry : routes) {
                Route route = entry.getKey();
                Optional<Map<String, String>> parameters = route.match(exchange.getRequestMethod(), rawPath);
                if (parameters.isPresent()) {
                    answer(exchange, route, entry.getValue(), parameters.get());
                    return;
                }
            }
            message(exchange, 404, "Not Found");
        }
    }

    private void answer(HttpExchange exchange, Route route, LambdaFunction function, Map<String, String> parameters)
            throws IOException {
        InputStream sent = exchange.getRequestBody();
        byte[] body = sent.readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            // Closing a connection with unread data resets it, and the response may be lost (RFC 9112 §9.6).
            sent.transferTo(OutputStream.nullOutputStream());
            message(exchange, 413, "Request Entity Too Large");
            return;
        }
        Map<?, ?> answer;
        try {
            byte[] event = JSON.std.asBytes(events.event(exchange, route, parameters, body));
            answer = JSON.std.mapFrom(function.invoke(event));
            if (!(answer.get("statusCode") instanceof Integer)) {
                throw new IllegalStateException(route.key() + " answers without a status");
            }
        } catch (Exception thrownByTheFunction) {
            thrownByTheFunction.printStackTrace();
            message(exchange, 500, "Internal Server Error");
            return;
        }
        send(exchange, answer);
    }

    private static void send(HttpExchange exchange, Map<?, ?> answer) throws IOException {
        if (answer.get("headers") instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name.toString(), String.valueOf(value)));
        }
        if (answer.get("cookies") instanceof List<?> cookies) {
            cookies.forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie.toString()));
        }
        String body = answer.get("body") instanceof String text ? text : "";
        byte[] bytes = Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        send(exchange, answer.get("statusCode") instanceof Integer status ? status : 500, bytes);
    }

    private static void message(HttpExchange exchange, int status, String message) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        send(exchange, status, JSON.std.asBytes(Map.of("message", message)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
    }
}
