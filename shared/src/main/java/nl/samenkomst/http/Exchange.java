package nl.samenkomst.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as an HTTP API sends and takes them (payload format 2.0). What is no such event is
 * answered with 400 and a sentence; a handler never sees it.
 */
public final class Exchange {

    private Exchange() {}

    public static void answer(InputStream in, OutputStream out, Function<Request, Response> handler)
            throws IOException {
        Response response = Json.parse(in)
                .flatMap(Exchange::request)
                .map(handler)
                .orElseGet(() -> Response.text(400, "text/plain; charset=utf-8", "This is not a request."));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statusCode", response.status());
        answer.put("headers", response.headers());
        answer.put("body", response.body());
        answer.put("isBase64Encoded", false);
        Json.write(answer, out);
    }

    /** Answers these events, from their beginning, to nobody: each so many times, by turns. */
    public static void rehearse(Function<Request, Response> handler, int times, InputStream... events)
            throws IOException {
        for (int time = 0; time < times; time++) {
            for (InputStream event : events) {
                event.reset();
                answer(event, OutputStream.nullOutputStream(), handler);
            }
        }
    }

    private static Optional<Request> request(Map<String, Object> event) {
        if (!(event.get("routeKey") instanceof String route)) {
            return Optional.empty();
        }
        // The raw query: the gateway's own map joins repeated names with commas.
        Map<String, String> query =
                Form.parse(text(event.get("rawQueryString"))).orElse(Map.of());
        return Optional.of(new Request(
                route,
                texts(event.get("pathParameters")),
                query,
                headers(event.get("headers")),
                body(event),
                signer(event)));
    }

    /** Where the gateway tells who signed: {@code requestContext.authorizer.iam.userArn}. */
    private static Optional<String> signer(Map<String, Object> event) {
        Object here = event;
        for (String name : List.of("requestContext", "authorizer", "iam", "userArn")) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here instanceof String arn && !arn.isEmpty() ? Optional.of(arn) : Optional.empty();
    }

    /** Forms, and whatever has no content type, arrive in base64. */
    private static Optional<String> body(Map<String, Object> event) {
        String body = text(event.get("body"));
        if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
            return Optional.of(body);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(body);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException neitherBase64NorText) {
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
