package nl.samenkomst.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a handler sees it.
 *
 * @param route the route that the gateway matched, such as {@code GET /sessions/{id}}, also for a HEAD;
 *     {@link #NO_ROUTE} if none matched
 * @param method as sent, so HEAD stays HEAD
 * @param address the route's path; without a route, the requested path, decoded
 * @param path the route's parameters, decoded
 * @param query decoded; several values of one name are joined by line feeds
 * @param rawQuery as sent, without the question mark; the empty string if there is none
 * @param headers by lower-case name
 * @param body cut off, and perhaps still in base64, if it is too large for every handler; empty if it is not base64
 * @param actor the signer's ARN, as the gateway's IAM authorizer found it; empty if the route does not use that
 * @param cookies values by name, both as sent
 * @param sourceIp the client's address, as the gateway saw it; the empty string if the event does not tell it
 */
public record Request(
        String route,
        String method,
        String address,
        Map<String, String> path,
        Map<String, String> query,
        String rawQuery,
        Map<String, String> headers,
        Optional<Content> body,
        Optional<String> actor,
        Map<String, String> cookies,
        String sourceIp) {

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    /** An HTTP API's name for the route of all requests that match no other. */
    public static final String NO_ROUTE = "$default";

    /** Creates a request without cookies, from an unknown address. */
    public Request(
            String route,
            String method,
            String address,
            Map<String, String> path,
            Map<String, String> query,
            String rawQuery,
            Map<String, String> headers,
            Optional<Content> body,
            Optional<String> actor) {
        this(route, method, address, path, query, rawQuery, headers, body, actor, Map.of(), "");
    }

    /** Returns a parameter of the route, which the gateway always sends; the empty string if the route has none. */
    public String path(String name) {
        return path.getOrDefault(name, "");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** Returns the value of the cookie with exactly this name; of several, the first. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Returns how the browser describes itself; the empty string if it does not. */
    public String userAgent() {
        return header("user-agent").orElse("");
    }

    /** Returns the requested path, decoded. */
    public String requestedPath() {
        String requested = address;
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            requested = requested.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return requested;
    }

    /** Returns whether the response is for a program. */
    public boolean isApi() {
        return address.startsWith("/api/");
    }

    /** Returns whether the request is for the organiser's API. */
    public boolean isOrganisers() {
        return address.startsWith("/api/v1/organiser/");
    }

    /** Returns whether the method is safe (RFC 9110 §9.2.1): GET or HEAD. */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Returns whether the body's content type is this one, ignoring its parameters and case. */
    public boolean isOfType(String type) {
        String sent = contentType();
        int end = sent.indexOf(';');
        return (end < 0 ? sent : sent.substring(0, end)).strip().equalsIgnoreCase(type);
    }

    /** Returns the body's content type with its parameters; the empty string if the request does not tell it. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    /** Returns the {@code charset} of the content type. */
    public Optional<String> charset() {
        Matcher charset = CHARSET.matcher(contentType());
        return charset.find() ? Optional.of(charset.group(1)) : Optional.empty();
    }

    /** Omits all that was sent, so that no cookie, link or address of a person reaches a log by accident. */
    @Override
    public String toString() {
        return "Request[" + route + "]";
    }
}
