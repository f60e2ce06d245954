package nl.samenkomst.letters;

import java.nio.charset.StandardCharsets;
import nl.samenkomst.domain.EmailAddress;

/** An address as a link (RFC 6068): what means something in a link is escaped, {@code %} and {@code ?} among them. */
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
