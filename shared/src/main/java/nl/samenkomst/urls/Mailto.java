package nl.samenkomst.urls;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import nl.samenkomst.domain.EmailAddress;

/**
 * Builds {@code mailto} URIs with only those characters escaped that RFC 6068 §2 reserves, such as {@code %} and
 * {@code ?}: calendars compare an attendee's URI with the reader's own address, not all after decoding it.
 */
public final class Mailto {

    private static final String UNESCAPED = "-._~+@!$'*";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Mailto() {}

    public static String of(EmailAddress address) {
        StringBuilder uri = new StringBuilder("mailto:");
        for (byte b : address.value().getBytes(StandardCharsets.US_ASCII)) {
            char c = (char) b;
            if (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.toHexDigits(b));
            }
        }
        return uri.toString();
    }
}
