package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of a function, read part by part along the links to the next. */
final class Parts {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final RequestStreamHandler handler;
    private final String route;
    private final String path;
    private final String session;

    /** Of the list at this route, in whose path {@code {id}} stands for the session, if for any. */
    Parts(RequestStreamHandler handler, String path, String session) {
        this.handler = handler;
        this.route = "GET " + path;
        this.path = path.replace("{id}", session);
        this.session = session;
    }

    /**
     * An answer as Lambda has it.
     *
     * @param bytes of all its JSON
     * @param next where the next part is
     */
    record Part(int status, String body, Map<?, ?> headers, int bytes, Optional<String> next) {

        /** The rows of a list in JSON. */
        List<Map<?, ?>> rows(String list) throws IOException {
            List<Map<?, ?>> rows = new ArrayList<>();
            if (JSON.std.mapFrom(body).get(list) instanceof List<?> found) {
                found.forEach(row -> rows.add((Map<?, ?>) row));
            }
            return rows;
        }
    }

    /** What is answered to this query. */
    Part get(String query) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routeKey", route);
        event.put("rawPath", path);
        event.put("rawQueryString", query);
        event.put("pathParameters", Map.of("id", session));
        event.put("headers", Map.of("accept-language", "nl"));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(JSON.std.asBytes(event)),
                answer,
                Invocation.of("parts", Duration.ofSeconds(30)));
        Map<String, Object> tree = JSON.std.mapFrom(answer.toByteArray());
        Map<?, ?> headers = tree.get("headers") instanceof Map<?, ?> found ? found : Map.of();
        Matcher next = NEXT.matcher(headers.get("link") instanceof String link ? link : "");
        return new Part(
                tree.get("statusCode") instanceof Integer status ? status : 0,
                String.valueOf(tree.get("body")),
                headers,
                answer.size(),
                next.matches() ? Optional.of(next.group(1)) : Optional.empty());
    }

    /** The part that another leads on to. */
    Part next(Part before) throws IOException {
        String address = before.next().orElseThrow();
        assertThat(address).startsWith(path + "?");
        Part part = get(address.substring(path.length() + 1));
        assertThat(part.status()).as(part.body()).isEqualTo(200);
        return part;
    }

    /** This part and all that follow it. */
    List<Part> from(Part first) throws IOException {
        List<Part> parts = new ArrayList<>(List.of(first));
        while (parts.getLast().next().isPresent()) {
            parts.add(next(parts.getLast()));
        }
        return parts;
    }
}
