package nl.samenkomst.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void readsWhatABrowserSends() {
        assertThat(Form.parse("name=N%C3%B6or+Bakker&email=noor%2Bles%40example.org&organisation=&lang"))
                .isEqualTo(
                        Map.of("name", "Nöor Bakker", "email", "noor+les@example.org", "organisation", "", "lang", ""));
    }

    @Test
    void joinsValuesOfOneNameByLineFeeds() {
        assertThat(Form.parse("a=1&a=2&&b=3")).isEqualTo(Map.of("a", "1\n2", "b", "3"));
    }

    /** The largest number that fits in a body. */
    @Test
    void joinsThousandsOfValues() {
        assertThat(Form.parse("a=1" + "&a=1".repeat(20_000)).get("a")).isEqualTo("1" + "\n1".repeat(20_000));
    }

    @Test
    void keepsPercentSignWithoutHexDigits() {
        assertThat(Form.parse("a=100%&b=%zz&c=%4")).isEqualTo(Map.of("a", "100%", "b", "%zz", "c", "%4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&&", "&"})
    void isEmptyWithoutFields(String form) {
        assertThat(Form.parse(form)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=&"})
    void readsAFieldWithoutAName(String form) {
        assertThat(Form.parse(form)).isEqualTo(Map.of("", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "a=Zo%EB+van+%93Dijk%94+%80+5, Zoë van “Dijk” € 5",
        "a=%FF, ÿ",
        "a=%C3, Ã",
        "a=%C3%28, Ã(",
        "a=%ED%A0%80, í\u00a0€",
        "a=%81, \u0081"
    })
    void readsWindows1252IfNotUtf8(String form, String value) {
        assertThat(Form.parse(form)).isEqualTo(Map.of("a", value));
    }

    /** Whoever decodes field by field mixes two encodings in one form. */
    @Test
    void readsTheWholeFormInOneEncoding() {
        assertThat(Form.parse("a=%C3%AB&%EB=%EB")).isEqualTo(Map.of("a", "Ã«", "ë", "ë"));
    }

    @Test
    void readsBytesThatAreNotEscaped() {
        assertThat(Form.parse(Content.of("a=Zo\u00EB".getBytes(ISO_8859_1)), Optional.empty()))
                .isEqualTo(Map.of("a", "Zoë"));
        assertThat(Form.parse(Content.of("a=Zoë"), Optional.empty())).isEqualTo(Map.of("a", "Zoë"));
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-15, €",
        "ISO-8859-2, ¤",
        "windows-1250, ¤",
        "iso-8859-1, ¤",
        "us-ascii, ¤",
        "utf-8, ¤",
        "x-nonsense, ¤",
        "utf-16, ¤",
        "'', ¤"
    })
    void readsTheEncodingThatItIsToldIfNotUtf8(String charset, String value) {
        assertThat(Form.parse(Content.of("a=%A4"), Optional.of(charset))).isEqualTo(Map.of("a", value));
        assertThat(Form.parse("_charset_=" + charset + "&a=%A4")).containsEntry("a", value);
        assertThat(Form.parse(Content.of("_charset_=" + charset + "&a=%A4"), Optional.of("windows-1252")))
                .containsEntry("a", value);
        assertThat(Form.parse(Content.of("a=%E2%82%AC"), Optional.of(charset))).isEqualTo(Map.of("a", "€"));
    }
}
