package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void readsWhatABrowserSends() {
        assertThat(Form.parse("name=N%C3%B6or+Bakker&email=noor%2Bles%40example.org&organisation=&lang"))
                .contains(
                        Map.of("name", "Nöor Bakker", "email", "noor+les@example.org", "organisation", "", "lang", ""));
    }

    @Test
    void joinsValuesOfOneNameByLineFeeds() {
        assertThat(Form.parse("a=1&a=2&&b=3")).contains(Map.of("a", "1\n2", "b", "3"));
    }

    /** The largest number that fits in a body. */
    @Test
    void joinsThousandsOfValues() {
        assertThat(Form.parse("a=1" + "&a=1".repeat(20_000)).orElseThrow().get("a"))
                .isEqualTo("1" + "\n1".repeat(20_000));
    }

    @Test
    void keepsPercentSignWithoutHexDigits() {
        assertThat(Form.parse("a=100%&b=%zz&c=%4")).contains(Map.of("a", "100%", "b", "%zz", "c", "%4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%C3", "a=%FF", "%80=a", "a=%ED%A0%80"})
    void isEmptyIfNotUtf8(String form) {
        assertThat(Form.parse(form)).isEmpty();
    }
}
