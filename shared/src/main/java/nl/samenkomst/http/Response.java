package nl.samenkomst.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response: a status, headers by lower-case name, a body, and cookies to set.
 *
 * @param isBase64 whether the body is bytes in base64, as Lambda carries them, rather than text
 */
public record Response(
        int status, Map<String, String> headers, String body, boolean isBase64, List<SetCookie> cookies) {

    public Response {
        cookies = List.copyOf(cookies);
    }

    /** Creates a response that sets no cookie. */
    public Response(int status, Map<String, String> headers, String body, boolean isBase64) {
        this(status, headers, body, isBase64, List.of());
    }

    /** Creates a response with text. */
    public Response(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false);
    }

    /** Returns a copy with this header added or replaced. */
    public Response with(String lowerCaseName, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(lowerCaseName, value);
        return with(more);
    }

    /** Returns a copy with these headers instead of its own. */
    Response with(Map<String, String> others) {
        return new Response(status, others, body, isBase64, cookies);
    }

    /** Returns a copy that also sets this cookie, instead of any of the same name (RFC 6265 §4.1.1). */
    public Response with(SetCookie cookie) {
        List<SetCookie> more = new ArrayList<>(cookies);
        more.removeIf(other -> other.name().equals(cookie.name()));
        more.add(cookie);
        return new Response(status, headers, body, isBase64, more);
    }

    /** Returns a 303 redirect, which a browser follows with a GET. */
    public static Response seeOther(String location) {
        return new Response(303, Map.of("location", location, "cache-control", "no-cache"), "");
    }

    /** Returns a 308 redirect, which keeps the method; no cache stores it. */
    public static Response moved(String location) {
        return new Response(308, Map.of("location", location), "").personal();
    }

    /** Returns a page in the language with this tag. */
    public static Response page(int status, String html, String contentSecurityPolicy, String language) {
        return text(status, "text/html; charset=utf-8", html)
                .with("content-language", language)
                .with("content-security-policy", contentSecurityPolicy)
                .with("vary", "accept-language, accept-encoding");
    }

    /**
     * Returns a copy for one person only, which no cache stores and no search engine indexes. {@link HttpApi} applies
     * this to errors, to responses to unsafe methods and to responses that set a cookie.
     */
    public Response personal() {
        return with("cache-control", "no-store").with("x-robots-tag", "noindex");
    }

    /**
     * Returns a copy that scripts of any website may read (WHATWG Fetch §3.3.3), so that an existing website can show
     * sessions. Only for responses without personal data; browsers hide all others from scripts of other websites.
     */
    public Response readableByAnyWebsite() {
        return with("access-control-allow-origin", "*");
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, Map.of("content-type", contentType, "cache-control", "no-cache"), body);
    }

    /** Returns bytes, such as a spreadsheet, from their base64. */
    public static Response base64(int status, String contentType, String base64) {
        return new Response(status, Map.of("content-type", contentType, "cache-control", "no-cache"), base64, true);
    }

    public static Response json(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/json", Json.write(tree));
    }

    /** Returns problem details (RFC 9457). */
    public static Response problem(int status, Map<String, ? extends @Nullable Object> tree) {
        return text(status, "application/problem+json", Json.write(tree));
    }
}
