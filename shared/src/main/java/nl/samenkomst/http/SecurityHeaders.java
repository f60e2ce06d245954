package nl.samenkomst.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adds security headers to every response in one place, so that no handler can forget them. They are those of the Dutch
 * API Design Rules (module Transport Security) and OWASP (Secure Headers, REST Security Cheat Sheet), except headers
 * without effect for responses that load nothing and, since no cache stores personal ones, clear-site-data.
 */
final class SecurityHeaders {

    private static final Map<String, String> EVERY_RESPONSE = Map.of(
            // HTTPS only, from the first visit on; no includeSubDomains, since the domain may be a whole city's.
            "strict-transport-security",
            "max-age=31536000",
            // Browsers must not treat a calendar or a list with markup in it as a page.
            "x-content-type-options",
            "nosniff",
            // A page's URL may be a personal link, so no site that the page links to may learn it. Pages with forms
            // that
            // SameOrigin checks have same-origin instead.
            "referrer-policy",
            "no-referrer",
            // No response needs any of these, and nothing injected into one may use them.
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            // Prevents clickjacking in browsers that do not support frame-ancestors.
            "x-frame-options",
            "DENY",
            // A site that opens a page of ours in a window gets no reference to that window.
            "cross-origin-opener-policy",
            "same-origin",
            // No site can load a response into its own process as an image or a script; CORS requests need
            // access-control-allow-origin instead.
            "cross-origin-resource-policy",
            "same-origin",
            // A response that is not a page loads nothing, however a browser treats it; pages have their own policy.
            "content-security-policy",
            "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** Returns the response with all of them; its own headers, such as a page's content policy, override ours. */
    static Response with(Response answer) {
        Map<String, String> headers = new LinkedHashMap<>(EVERY_RESPONSE);
        headers.putAll(answer.headers());
        return answer.with(headers);
    }
}
