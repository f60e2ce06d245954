package nl.samenkomst.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as a handler sees it.
 *
 * @param route the route that the gateway chose, such as {@code GET /sessions/{id}}, also for a HEAD; {@link #NO_ROUTE}
 *     where none of ours takes the request
 * @param method as it was sent
 * @param address the path of the route; where there is none, the path that was asked for, decoded
 * @param path the route's parameters, decoded
 * @param query decoded; several values of one name with line feeds between them
 * @param headers by lower-case name
 * @param body as text, without base64 but where it is too large for every handler; nothing where it is neither
 * @param actor the ARN of who signed the request, as the gateway's IAM authorizer found it; nothing where it asked nobody
 */
public record Request(
        String route,
        String method,
        String address,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<String> body,
        Optional<String> actor) {

    /** What an HTTP API calls the route that takes whatever no other takes. */
    public static final String NO_ROUTE = "$default";

    /** A parameter of the route; the gateway always sends those that the route names. */
    public String path(String name) {
        return path.getOrDefault(name, "");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** Whether the answer is for a program. */
    public boolean isApi() {
        return address.startsWith("/api/");
    }

    /** Whether it asks for what is there and nothing more (RFC 9110 §9.2.1). */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether the body says it is of this type, whatever parameters follow. */
    public boolean isOfType(String type) {
        String sent = header("content-type").orElse("");
        int end = sent.indexOf(';');
        return (end < 0 ? sent : sent.substring(0, end)).strip().equalsIgnoreCase(type);
    }
}
