package nl.samenkomst.http;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * The name of a cookie as it is sent. On https it has the prefix {@code __Host-}, so that neither plain http nor another
 * subdomain can set the cookie (RFC 6265bis §4.1.3.2).
 */
public record CookieName(String value) {

    private static final String HOST_PREFIX = "__Host-";

    /** A token (RFC 9110 §5.6.2), as RFC 6265 §4.1.1 requires. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public CookieName {
        if (!TOKEN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a cookie's name: " + value);
        }
    }

    /** Returns the name at this base URL: prefixed on https; plain on http, where Safari drops secure cookies. */
    public static CookieName of(String plain, URI baseUrl) {
        return new CookieName("https".equalsIgnoreCase(baseUrl.getScheme()) ? HOST_PREFIX + plain : plain);
    }

    /** Returns whether browsers must send the cookie over https only. */
    public boolean isSecure() {
        return value.startsWith(HOST_PREFIX);
    }
}
