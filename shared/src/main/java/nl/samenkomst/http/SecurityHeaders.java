package nl.samenkomst.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells a browser, whatever it is and however it came about: it is added where answers leave, so no
 * handler forgets it. It is what the Dutch API Design Rules (module Transport Security) and OWASP (Secure Headers,
 * REST Security Cheat Sheet) ask for, but for what does nothing for answers that load nothing and set no cookie.
 */
final class SecurityHeaders {

    private static final Map<String, String> OF_EVERY_ANSWER = Map.of(
            // By https only, from the first visit on; not of other names under a domain that may be a whole city's.
            "strict-transport-security",
            "max-age=31536000",
            // A calendar or a list with markup in it is never taken for a page.
            "x-content-type-options",
            "nosniff",
            // The address of a page may be somebody's own link: no site that it leads to hears it.
            "referrer-policy",
            "no-referrer",
            // No answer needs any of these, nor does anything that gets into one.
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            // Nobody lays a page of ours under a page of theirs to have a button pressed; for browsers that do not know
            // frame-ancestors.
            "x-frame-options",
            "DENY",
            // A site that opened a page of ours in a window has no hold of that window.
            "cross-origin-opener-policy",
            "same-origin",
            // No site gets an answer into its own process by calling it an image or a script; who asks by CORS is asked
            // for more: access-control-allow-origin.
            "cross-origin-resource-policy",
            "same-origin",
            // What is no page loads nothing, whatever a browser takes it for; a page says what it loads itself.
            "content-security-policy",
            "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** The answer with all of them; its own policy for content goes before ours. */
    static Response with(Response answer) {
        Map<String, String> headers = new LinkedHashMap<>(OF_EVERY_ANSWER);
        headers.putAll(answer.headers());
        return new Response(answer.status(), headers, answer.body());
    }
}
