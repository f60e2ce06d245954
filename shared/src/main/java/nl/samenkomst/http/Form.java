package nl.samenkomst.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** Parses the names and values of a form (application/x-www-form-urlencoded, WHATWG URL Standard §5.1). */
public final class Form {

    private Form() {}

    /**
     * Returns the value of each name; several values are joined by line feeds, so that ticked checkboxes arrive as one
     * answer. Empty if a name or a value is not UTF-8 once decoded.
     */
    public static Optional<Map<String, String>> parse(String form) {
        Map<String, StringJoiner> values = new LinkedHashMap<>();
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        StringTokenizer pairs = new StringTokenizer(form, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals), utf8);
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1), utf8);
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(name.get(), first -> new StringJoiner("\n")).add(value.get());
        }
        Map<String, String> joined = new LinkedHashMap<>();
        values.forEach((name, all) -> joined.put(name, all.toString()));
        return Optional.of(joined);
    }

    private static Optional<String> decode(String encoded, CharsetDecoder utf8) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int escaped = raw[i] == '%' && i + 2 < raw.length ? hex(raw[i + 1]) * 16 + hex(raw[i + 2]) : -1;
            if (escaped >= 0) {
                bytes.put((byte) escaped);
                i += 2;
            } else {
                bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
            }
        }
        try {
            return Optional.of(utf8.decode(bytes.flip()).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** Returns a hex digit's value; for anything else a number so far below zero that the pair is negative too. */
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
