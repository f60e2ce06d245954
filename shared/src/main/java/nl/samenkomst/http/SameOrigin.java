package nl.samenkomst.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks that a request comes from a page of ours and was sent to our own host, for pages behind a cookie, which
 * browsers also send with what other pages make them request (CSRF).
 */
public final class SameOrigin {

    private SameOrigin() {}

    /**
     * Returns whether to let the request pass: any safe one, and an unsafe one if the browser says that a page of the
     * base URL's origin sent it. {@code Sec-Fetch-Site} decides, and only without that header {@code Origin} does;
     * another subdomain ({@code same-site}) is another origin. The pages need {@code referrer-policy: same-origin}:
     * under {@code no-referrer} browsers send {@code Origin: null} with their forms.
     */
    public static boolean allows(Request request, URI baseUrl) {
        return request.isSafe() || isOfOwnPage(request).orElseGet(() -> isOrigin(baseUrl, request.header("origin")));
    }

    /** Returns whether the browser says that a page of the same origin made the request; empty if it says nothing. */
    static Optional<Boolean> isOfOwnPage(Request request) {
        return request.header("sec-fetch-site").map("same-origin"::equals);
    }

    /**
     * Returns whether the request was sent to the base URL's host and port, and not to a name that the gateway has
     * besides: there the pages that need a cookie do not exist.
     */
    public static boolean isToOwnHost(Request request, URI baseUrl) {
        return isOrigin(baseUrl, request.header("host").map(host -> baseUrl.getScheme() + "://" + host));
    }

    private static boolean isOrigin(URI baseUrl, Optional<String> written) {
        String own = origin(baseUrl).orElseThrow(() -> new IllegalArgumentException("no host in " + baseUrl));
        return written.flatMap(SameOrigin::origin).filter(own::equals).isPresent();
    }

    /** Returns the origin that a header says; empty for {@code null} and whatever has more than an origin. */
    private static Optional<String> origin(String written) {
        try {
            URI uri = new URI(written);
            boolean hasMore = uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null
                    || (uri.getRawPath() != null && !uri.getRawPath().isEmpty());
            return hasMore ? Optional.empty() : origin(uri);
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }

    /** Returns scheme, host and port (RFC 6454 §4), in lower case and with the scheme's default port written out. */
    private static Optional<String> origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
