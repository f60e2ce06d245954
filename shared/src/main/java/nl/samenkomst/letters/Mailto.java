package nl.samenkomst.letters;

import java.nio.charset.StandardCharsets;
import nl.samenkomst.domain.EmailAddress;

/** Builds {@code mailto:} URIs (RFC 6068) with reserved characters such as {@code %} and {@code ?} escaped. */
final class Mailto {

    private static final String UNESCAPED = "-._~!$'*+@";

    private Mailto() {}

    static String of(EmailAddress address) {
        StringBuilder link = new StringBuilder("mailto:");
        for (byte b : address.value().getBytes(StandardCharsets.US_ASCII)) {
            char c = (char) b;
            if (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0) {
                link.append(c);
            } else {
                link.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return link.toString();
    }
}
