package nl.samenkomst.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: a status, headers by lower-case name, and text. */
public record Response(int status, Map<String, String> headers, String body) {

    /** The same answer with one more header, or another value for one. */
    public Response with(String lowerCaseName, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(lowerCaseName, value);
        return new Response(status, more, body);
    }

    /** Sends the browser on with a GET. */
    public static Response seeOther(String location) {
        return new Response(303, Map.of("location", location, "cache-control", "no-cache"), "");
    }

    /** A page, in the language with this tag. */
    public static Response page(int status, String html, String contentSecurityPolicy, String language) {
        return text(status, "text/html; charset=utf-8", html)
                .with("content-language", language)
                .with("content-security-policy", contentSecurityPolicy)
                .with("vary", "accept-language, accept-encoding");
    }

    /**
     * The same answer for one person's eyes: kept by nobody, found by no search engine. Errors, and answers to what is
     * no GET, are so by themselves.
     */
    public Response personal() {
        return with("cache-control", "no-store").with("x-robots-tag", "noindex");
    }

    /**
     * The same answer for scripts of any website (WHATWG Fetch §3.3.3), so that an existing one can show sessions.
     * Nothing in it is anybody's own; without this, browsers give no script of another website an answer of ours.
     */
    public Response forEveryWebsite() {
        return with("access-control-allow-origin", "*");
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, Map.of("content-type", contentType, "cache-control", "no-cache"), body);
    }

    public static Response json(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/json", Json.write(tree));
    }

    /** Problem details (RFC 9457). */
    public static Response problem(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/problem+json", Json.write(tree));
    }
}
