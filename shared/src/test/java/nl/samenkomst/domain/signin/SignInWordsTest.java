package nl.samenkomst.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.domain.access.BrowserWords;
import nl.samenkomst.domain.access.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what people type, and how networks and browsers are told apart. */
class SignInWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2B4D-6F8H", "2b4d6f8h", " 2B4D 6F8H\n", "2B4D\u20136F8H", "2 B 4 D 6 F 8 H"})
    void aCodeIsTakenInAnySpelling(String typed) {
        assertThat(MailCode.parse(typed)).contains(new MailCode("2B4D6F8H"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2B4D-6F8", "2B4D-6F8HH", "2B4D-6F8A", "2B4D-6F80", "2B4D-6F81", "2B4D-6F8L"})
    void anythingElseIsNoCode(String typed) {
        assertThat(MailCode.parse(typed)).isEmpty();
    }

    @Test
    void everyLetterOfACodeOccurs() {
        Random random = new Random(1);
        String many = IntStream.range(0, 200)
                .mapToObj(i -> MailCode.generate(random).value())
                .collect(Collectors.joining());

        assertThat(many.chars().distinct().count()).isEqualTo(28);
        assertThat(MailCode.ALPHABET).doesNotContain("A", "E", "I", "O", "U", "L", "0", "1");
    }

    @Test
    void aCodesHashDependsOnItsSalt() {
        MailCode code = new MailCode("2B4D6F8H");

        assertThat(CodeHash.of(code, "salt")).isEqualTo(CodeHash.of(code, "salt"));
        assertThat(CodeHash.of(code, "other")).isNotEqualTo(CodeHash.of(code, "salt"));
        assertThat(code.toString()).doesNotContain("2B4D");
    }

    @Test
    void aNetworkIsWhatOneHouseholdHas() {
        assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("192.0.2.254")).isNotEqualTo(Network.of("192.0.3.1"));
        assertThat(Network.of("2001:db8:1:2::1"))
                .isEqualTo(Network.of("2001:db8:1:2:ffff::"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("")).isEqualTo(Network.of("nonsense"));
        assertThat(Network.of("192.0.2.1").toString()).doesNotContain("c0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Safari, macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1 | Safari, iPhone",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | Chrome, Android",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | Edge, Windows",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 | Chrome, ChromeOS",
                "curl/8.5.0 | ''",
                "'' | ''"
            })
    void aBrowserIsNamedCoarsely(String userAgent, String words) {
        assertThat(BrowserWords.of(userAgent)).isEqualTo(words);
    }
}
