package nl.samenkomst.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The names and values of a form as bytes, in the order in which they were sent. */
final class EncodedFields {

    /** The name of the field in which browsers tell the encoding (WHATWG HTML Standard §4.10.22.4). */
    private static final byte[] CHARSET = "_charset_".getBytes(StandardCharsets.US_ASCII);

    /** Single-byte encodings that contain ASCII, except Latin-1, which the WHATWG reads as windows-1252. */
    private static final Pattern READABLE =
            Pattern.compile("windows-125\\d|iso-8859-(?!1$)\\d{1,2}", Pattern.CASE_INSENSITIVE);

    /** The characters of the bytes 80 to 9F in windows-1252 (WHATWG Encoding Standard); all others are as in Latin-1. */
    private static final String WINDOWS_1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021"
            + "\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
            + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
            + "\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private final List<byte[]> names = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();

    void add(byte[] name, byte[] value) {
        names.add(name);
        values.add(value);
    }

    /**
     * Returns the value of each name; several values are joined by line feeds, so that ticked checkboxes arrive as one
     * answer. Decodes all of them as UTF-8 if they are valid UTF-8, else in the form's own encoding: that of its field
     * {@code _charset_}, else the declared one, else windows-1252, the default of browsers for Dutch pages.
     *
     * @param declared the {@code charset} of the content type
     */
    Map<String, String> decoded(Optional<String> declared) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        try {
            Map<String, StringJoiner> decoded = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                add(
                        decoded,
                        utf8.decode(ByteBuffer.wrap(names.get(i))).toString(),
                        utf8.decode(ByteBuffer.wrap(values.get(i))).toString());
            }
            return joined(decoded);
        } catch (CharacterCodingException notUtf8) {
            return decoded(other(ofField().or(() -> declared)));
        }
    }

    private Map<String, String> decoded(Function<byte[], String> text) {
        Map<String, StringJoiner> decoded = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            add(decoded, text.apply(names.get(i)), text.apply(values.get(i)));
        }
        return joined(decoded);
    }

    private static void add(Map<String, StringJoiner> decoded, String name, String value) {
        decoded.computeIfAbsent(name, first -> new StringJoiner("\n")).add(value);
    }

    private static Map<String, String> joined(Map<String, StringJoiner> decoded) {
        Map<String, String> joined = new LinkedHashMap<>();
        decoded.forEach((name, all) -> joined.put(name, all.toString()));
        return joined;
    }

    private Optional<String> ofField() {
        for (int i = 0; i < names.size(); i++) {
            if (Arrays.equals(names.get(i), CHARSET)) {
                return Optional.of(new String(values.get(i), StandardCharsets.US_ASCII));
            }
        }
        return Optional.empty();
    }

    private static Function<byte[], String> other(Optional<String> label) {
        return label.map(String::strip)
                .filter(name -> READABLE.matcher(name).matches() && Charset.isSupported(name))
                .map(Charset::forName)
                .<Function<byte[], String>>map(charset -> bytes -> new String(bytes, charset))
                .orElse(EncodedFields::windows1252);
    }

    private static String windows1252(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            int c = Byte.toUnsignedInt(one);
            text.append(c >= 0x80 && c <= 0x9F ? WINDOWS_1252.charAt(c - 0x80) : (char) c);
        }
        return text.toString();
    }
}
