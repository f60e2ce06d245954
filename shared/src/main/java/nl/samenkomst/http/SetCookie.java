package nl.samenkomst.http;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A cookie for a browser to keep, for all paths of this host and not for scripts.
 *
 * @param maxAge in whole seconds; zero removes the cookie
 */
public record SetCookie(CookieName name, String value, Duration maxAge) {

    /** RFC 6265 §4.1.1, without the quotation marks that it allows around a value. */
    private static final Pattern VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]{0," + Cookies.MAX_VALUE + "}");

    public SetCookie {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a value for the cookie " + name.value());
        }
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("a negative age for the cookie " + name.value());
        }
    }

    /** Returns a cookie that removes the one with this name. */
    public static SetCookie expired(CookieName name) {
        return new SetCookie(name, "", Duration.ZERO);
    }

    /**
     * Returns the value of the header {@code set-cookie}. {@code Lax} sends the cookie with links from other sites, such
     * as those in letters, but not with their forms; browsers send a {@code Strict} cookie with neither, nor after a
     * redirect from another site.
     */
    String header() {
        return name.value() + "=" + value + "; Path=/; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (name.isSecure() ? "; Secure" : "");
    }

    /** Omits the value, so that no session's token reaches a log by accident. */
    @Override
    public String toString() {
        return "SetCookie[" + name.value() + "]";
    }
}
