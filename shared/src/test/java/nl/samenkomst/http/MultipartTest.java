package nl.samenkomst.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW";

    /** As Chromium writes it. */
    @Test
    void readsWhatABrowserSends() {
        assertThat(parse(TYPE, UTF_8, part("name", "Nöor Bakker"), part("email", ""), part("a", "een\r\ntwee")))
                .contains(Map.of("name", "Nöor Bakker", "email", "", "a", "een\r\ntwee"));
    }

    @Test
    void joinsValuesOfOneNameByLineFeeds() {
        assertThat(parse(TYPE, UTF_8, part("a", "1"), part("b", "3"), part("a", "2")))
                .contains(Map.of("a", "1\n2", "b", "3"));
    }

    @Test
    void readsWindows1252IfNotUtf8() {
        assertThat(parse(TYPE, ISO_8859_1, part("a", "Zo\u00EB \u0080"))).contains(Map.of("a", "Zoë €"));
        assertThat(parse(TYPE, ISO_8859_1, part("_charset_", "iso-8859-15"), part("a", "\u00A4")))
                .contains(Map.of("_charset_", "iso-8859-15", "a", "€"));
    }

    /** A picture's bytes must not change the encoding of what was typed. */
    @Test
    void leavesFilesOut() {
        String file = "Content-Disposition: form-data; name=\"photo\"; filename=\"me.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n\u0089PNG\u00FF";

        assertThat(parse(TYPE, ISO_8859_1, file, part("a", new String("Zoë".getBytes(UTF_8), ISO_8859_1))))
                .contains(Map.of("a", "Zoë"));
    }

    @Test
    void readsEncodedAndOddlyWrittenParts() {
        assertThat(
                        parse(
                                "Multipart/Form-Data; charset=utf-8; Boundary=\"----WebKitFormBoundary7MA4YWxkTrZu0gW\"",
                                UTF_8,
                                "content-disposition: form-data;\r\n name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nWm/Dqw==",
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx"))
                .contains(Map.of("a", "Zoë", "b", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"})
    void hasNoFieldsWithoutItsBoundary(String type) {
        assertThat(parse(type, UTF_8, part("a", "1"))).contains(Map.of());
    }

    @Test
    void skipsPartsWithoutAName() {
        assertThat(parse(TYPE, UTF_8, "\r\nx", "Content-Disposition: form-data\r\n\r\nx", part("a", "1")))
                .contains(Map.of("a", "1"));
    }

    @Test
    void isEmptyIfThePartsCannotBeRead() {
        String headers = "A: b\r\n".repeat(100);

        assertThat(parse(TYPE, UTF_8, headers + part("a", "1"))).isEmpty();
        assertThat(parse(TYPE, UTF_8, part("a".repeat(2_000), "1"))).isEmpty();
    }

    private static String part(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    private static Optional<Map<String, String>> parse(String type, Charset charset, String... parts) {
        String boundary = "------WebKitFormBoundary7MA4YWxkTrZu0gW";
        String body = boundary + "\r\n" + String.join("\r\n" + boundary + "\r\n", parts) + "\r\n" + boundary + "--\r\n";
        return Multipart.parse(Content.of(body.getBytes(charset)), type, Optional.empty());
    }
}
