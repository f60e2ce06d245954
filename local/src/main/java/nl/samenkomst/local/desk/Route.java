package nl.samenkomst.local.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route of the gateway: a method, and a path whose segments may be parameters in braces. */
public record Route(String method, String path) {

    /** Matches every request that no other route matches. */
    public static final Route DEFAULT = new Route("ANY", "$default");

    /** Returns the route key as in events: {@code GET /sessions/{id}}, or {@code $default}. */
    public String key() {
        return equals(DEFAULT) ? path : method + " " + path;
    }

    /** Returns the decoded path parameters if this route matches; an empty segment never matches a parameter. */
    public Optional<Map<String, String>> match(String method, String rawPath) {
        if (equals(DEFAULT)) {
            return Optional.of(Map.of());
        }
        List<String> parts = parts(path);
        List<String> given = parts(rawPath);
        if (!this.method.equals(method) || parts.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isParameter(parts.get(i)) && !given.get(i).isEmpty()) {
                parameters.put(parts.get(i).substring(1, parts.get(i).length() - 1), decoded(given.get(i)));
            } else if (!parts.get(i).equals(decoded(given.get(i)))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /**
     * Returns a sort key, most specific route first: literals before parameters, from the left; the default route last.
     */
    public String specificity() {
        if (equals(DEFAULT)) {
            return "2";
        }
        StringBuilder order = new StringBuilder();
        for (String part : parts(path)) {
            order.append(isParameter(part) ? '1' : '0');
        }
        return order.toString();
    }

    static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }
}
