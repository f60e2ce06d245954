package nl.samenkomst.local.tests.kit;

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
import nl.samenkomst.local.desk.Invocation;

/** Reads a list of a function part by part, by the links to the next part. */
public final class Parts {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final RequestStreamHandler handler;
    private final String route;
    private final String path;
    private final String session;

    /** Reads the list at this path, in which {@code session} replaces {@code {id}}, if any. */
    public Parts(RequestStreamHandler handler, String path, String session) {
        this.handler = handler;
        this.route = "GET " + path;
        this.path = path.replace("{id}", session);
        this.session = session;
    }

    /**
     * A response as Lambda receives it.
     *
     * @param bytes size of its whole JSON, in bytes
     * @param next path and query of the next part; empty in the last
     */
    public record Part(int status, String body, Map<?, ?> headers, int bytes, Optional<String> next) {

        /** Returns the rows of a list in the JSON body; an empty list if it has none of this name. */
        public List<Map<?, ?>> rows(String list) throws IOException {
            List<Map<?, ?>> rows = new ArrayList<>();
            if (JSON.std.mapFrom(body).get(list) instanceof List<?> found) {
                found.forEach(row -> rows.add((Map<?, ?>) row));
            }
            return rows;
        }
    }

    /** Returns the response to this query. */
    public Part get(String query) throws IOException {
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

    /** Returns the part after another, which must have one. */
    public Part next(Part before) throws IOException {
        String address = before.next().orElseThrow();
        assertThat(address).startsWith(path + "?");
        Part part = get(address.substring(path.length() + 1));
        assertThat(part.status()).as(part.body()).isEqualTo(200);
        return part;
    }

    /** Returns this part and all that follow it. */
    public List<Part> from(Part first) throws IOException {
        List<Part> parts = new ArrayList<>(List.of(first));
        while (parts.getLast().next().isPresent()) {
            parts.add(next(parts.getLast()));
        }
        return parts;
    }
}
