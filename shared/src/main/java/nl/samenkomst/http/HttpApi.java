package nl.samenkomst.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event of an HTTP API and writes its response (payload format 2.0); answers any other event with 400 and a
 * sentence, so that no handler sees it.
 */
public final class HttpApi {

    /** The version of the API, as in its description; the first number is in the address as well. */
    public static final String API_VERSION = "1.0.0";

    private static final Response NOT_A_REQUEST =
            Response.text(400, "text/plain; charset=utf-8", "This is not a request.");

    /** In characters; several times the size of the largest form. */
    private static final int MAX_BODY = 256 * 1024;

    private HttpApi() {}

    /**
     * Writes a handler's response. This is the only place that catches unexpected exceptions, so that a person never
     * gets the gateway's {@code Internal Server Error}; an {@link Error} propagates and ends the instance.
     *
     * @param unexpected returns the response to an unexpected exception; exceptions that it throws propagate
     * @throws IOException if the event cannot be read or the response cannot be written
     */
    public static void answer(
            InputStream in,
            OutputStream out,
            Function<Request, Response> handler,
            BiFunction<Request, RuntimeException, Response> unexpected)
            throws IOException {
        Optional<Request> request = Json.parse(in).flatMap(HttpApi::request);
        Map<String, Object> answer = request.isPresent()
                ? tree(request.get(), answered(request.get(), handler, unexpected))
                : tree(SecurityHeaders.with(NOT_A_REQUEST.personal()));
        Json.write(answer, out);
    }

    private static Response answered(
            Request request,
            Function<Request, Response> handler,
            BiFunction<Request, RuntimeException, Response> unexpected) {
        try {
            return handler.apply(request);
        } catch (RuntimeException trouble) {
            return unexpected.apply(request, trouble);
        }
    }

    private static Map<String, Object> tree(Request request, Response answer) {
        boolean isPersonal =
                !request.isSafe() || answer.status() >= 400 || !answer.cookies().isEmpty();
        Response versioned = request.isApi() ? answer.with("api-version", API_VERSION) : answer;
        Response leaving = SecurityHeaders.with(isPersonal ? versioned.personal() : versioned);
        boolean isGzip = Gzip.shouldCompress(request, answer);
        Map<String, Object> tree = tree(isGzip ? leaving.with("content-encoding", "gzip") : leaving);
        if (request.method().equals("HEAD")) {
            // All of the response to a GET except its content (RFC 9110 §9.3.2).
            tree.put("body", "");
            tree.put("isBase64Encoded", false);
        } else if (isGzip) {
            tree.put("body", Base64.getEncoder().encodeToString(Gzip.of(answer.body())));
            tree.put("isBase64Encoded", true);
        }
        return tree;
    }

    private static Map<String, Object> tree(Response leaving) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("statusCode", leaving.status());
        tree.put("headers", leaving.headers());
        if (!leaving.cookies().isEmpty()) {
            tree.put(
                    "cookies", leaving.cookies().stream().map(SetCookie::header).toList());
        }
        tree.put("body", leaving.body());
        tree.put("isBase64Encoded", leaving.isBase64());
        return tree;
    }

    /**
     * Answers these events in turn, so many times each, and discards the responses; for priming.
     *
     * @param events are reset before each use; exceptions propagate
     */
    public static void prime(Function<Request, Response> handler, int times, InputStream... events) throws IOException {
        for (int time = 0; time < times; time++) {
            for (InputStream event : events) {
                event.reset();
                answer(event, OutputStream.nullOutputStream(), handler, (request, trouble) -> {
                    throw trouble;
                });
            }
        }
    }

    private static Optional<Request> request(Map<String, Object> event) {
        if (!(event.get("routeKey") instanceof String route)) {
            return Optional.empty();
        }
        boolean isKnown = !route.equals(Request.NO_ROUTE);
        String[] methodAndPath = route.split(" ", 2);
        // The raw query, since the gateway's own map joins repeated names with commas.
        String query = text(event.get("rawQueryString"));
        return Optional.of(new Request(
                route.replaceFirst("^HEAD ", "GET "),
                isKnown ? methodAndPath[0] : text(contextValue(event, "http", "method")),
                isKnown ? methodAndPath[methodAndPath.length - 1] : text(event.get("rawPath")),
                texts(event.get("pathParameters")),
                Form.parse(query),
                query,
                headers(event.get("headers")),
                body(event),
                actor(event),
                cookies(event.get("cookies")),
                text(contextValue(event, "http", "sourceIp"))));
    }

    /** Returns the signer's ARN from {@code requestContext.authorizer.iam.userArn}; empty if the route needs none. */
    private static Optional<String> actor(Map<String, Object> event) {
        return Optional.of(text(contextValue(event, "authorizer", "iam", "userArn")))
                .filter(arn -> !arn.isEmpty());
    }

    /** The gateway takes cookies out of the headers, into a list of their own. */
    private static Map<String, String> cookies(@Nullable Object cookies) {
        return cookies instanceof List<?> pairs ? Cookies.parse(pairs) : Map.of();
    }

    private static @Nullable Object contextValue(Map<String, Object> event, String... names) {
        Object here = event.get("requestContext");
        for (String name : names) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }

    /**
     * Decodes base64, in which forms and bodies without a content type arrive; empty if it is not base64. Cuts off a
     * body that is too large for every handler, since decoding would cost more than the whole refusal.
     */
    private static Optional<Content> body(Map<String, Object> event) {
        String body = text(event.get("body"));
        if (body.length() > MAX_BODY) {
            return Optional.of(Content.of(body.substring(0, MAX_BODY)));
        }
        if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
            return Optional.of(Content.of(body));
        }
        try {
            return Optional.of(Content.of(Base64.getDecoder().decode(body)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(@Nullable Object headers) {
        Map<String, String> byName = new HashMap<>();
        texts(headers).forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
        return byName;
    }

    private static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new HashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> texts.put(String.valueOf(name), text(value)));
        }
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
