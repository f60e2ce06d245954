package nl.samenkomst.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the cookies of a request. Names and values are taken literally: trimming or decoding a name would let one that
 * browsers allow anybody to set pass for one with the prefix {@code __Host-}
 * (https://portswigger.net/research/cookie-chaos-how-to-bypass-host-and-secure-cookie-prefixes).
 */
final class Cookies {

    /** In characters; browsers keep no more than 4,096 bytes of a name and its value. */
    static final int MAX_VALUE = 4_096;

    private static final int MAX_COOKIES = 100;

    private Cookies() {}

    /**
     * Returns the values by name. Of several with one name the first counts, which has the longest path (RFC 6265 §5.4);
     * anything else than {@code name=value}, longer values and all cookies after the first hundred are left out.
     */
    static Map<String, String> parse(List<?> pairs) {
        Map<String, String> values = new HashMap<>();
        pairs.stream().limit(MAX_COOKIES).forEach(pair -> {
            if (pair instanceof String text) {
                int equals = text.indexOf('=');
                if (equals > 0 && text.length() - equals - 1 <= MAX_VALUE) {
                    values.putIfAbsent(text.substring(0, equals), text.substring(equals + 1));
                }
            }
        });
        return values;
    }
}
