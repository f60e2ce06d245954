package nl.samenkomst.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Parses the names and values of a form (application/x-www-form-urlencoded, WHATWG URL Standard §5.1) in the encoding
 * of its page, as {@link EncodedFields#decoded} does.
 */
public final class Form {

    private Form() {}

    /** Parses a query. */
    public static Map<String, String> parse(String query) {
        return parse(query.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /**
     * Parses the content of a request.
     *
     * @param charset the {@code charset} of its content type
     */
    public static Map<String, String> parse(Content content, Optional<String> charset) {
        return parse(content.bytes(), charset);
    }

    private static Map<String, String> parse(byte[] form, Optional<String> charset) {
        EncodedFields fields = new EncodedFields();
        int start = 0;
        while (start < form.length) {
            int end = indexOf('&', form, start, form.length);
            if (end > start) {
                int equals = indexOf('=', form, start, end);
                fields.add(decoded(form, start, equals), decoded(form, Math.min(equals + 1, end), end));
            }
            start = end + 1;
        }
        return fields.decoded(charset);
    }

    /** Returns the index of the first such byte from {@code start} on; {@code end} if there is none before it. */
    private static int indexOf(char c, byte[] form, int start, int end) {
        int at = start;
        while (at < end && form[at] != c) {
            at++;
        }
        return at;
    }

    private static byte[] decoded(byte[] form, int start, int end) {
        byte[] bytes = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            int escaped = form[i] == '%' && i + 2 < end ? hex(form[i + 1]) * 16 + hex(form[i + 2]) : -1;
            if (escaped >= 0) {
                bytes[length++] = (byte) escaped;
                i += 2;
            } else {
                bytes[length++] = form[i] == '+' ? (byte) ' ' : form[i];
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Returns a hex digit's value; for anything else a number so far below zero that the pair is negative too. */
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
