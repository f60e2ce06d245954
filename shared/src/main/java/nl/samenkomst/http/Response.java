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
        return new Response(303, Map.of("location", location, "cache-control", "no-store"), "");
    }

    /** A page, in the language with this tag. */
    public static Response page(int status, String html, String contentSecurityPolicy, String language) {
        return text(status, "text/html; charset=utf-8", html)
                .with("content-language", language)
                .with("content-security-policy", contentSecurityPolicy)
                .with("referrer-policy", "no-referrer")
                .with("vary", "accept-language");
    }

    /** The same answer for one person's eyes: kept by nobody, found by no search engine. */
    public Response personal() {
        return with("cache-control", "no-store").with("x-robots-tag", "noindex");
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(
                status,
                Map.of("content-type", contentType, "cache-control", "no-cache", "x-content-type-options", "nosniff"),
                body);
    }

    public static Response json(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/json", Json.write(tree));
    }

    /** Problem details (RFC 9457). */
    public static Response problem(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/problem+json", Json.write(tree)).with("cache-control", "no-store");
    }
}
