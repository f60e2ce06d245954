package nl.samenkomst.http;

import java.util.Map;

/** The exact headers that every response must have, unless its own kind overrides them. */
public final class ExpectedHeaders {

    public static final Map<String, String> EVERY_RESPONSE = Map.of(
            "strict-transport-security", "max-age=31536000",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            "x-frame-options", "DENY",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'");

    private ExpectedHeaders() {}
}
