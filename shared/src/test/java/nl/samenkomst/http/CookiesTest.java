package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CookiesTest {

    @Test
    void readsNamesAndValues() {
        assertThat(Cookies.parse(List.of("a=1", "b=", "c=x=y"))).isEqualTo(Map.of("a", "1", "b", "", "c", "x=y"));
    }

    @Test
    void theFirstOfANameCounts() {
        assertThat(Cookies.parse(List.of("a=1", "b=2", "a=3"))).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void takesNamesAndValuesLiterally() {
        assertThat(Cookies.parse(List.of("a=\"1\"", "b=%41", "c= 1 ", "A=2", "$Version=1")))
                .isEqualTo(Map.of("a", "\"1\"", "b", "%41", "c", " 1 ", "A", "2", "$Version", "1"));
    }

    /** Browsers let any subdomain set these. */
    @Test
    void noOtherNamePassesForOneWithThePrefix() {
        assertThat(Cookies.parse(List.of(" __Host-a=1", "\u2000__Host-a=2", "\u00a0__Host-a=3", "=__Host-a=4")))
                .doesNotContainKey("__Host-a")
                .hasSize(3);
    }

    @Test
    void leavesOutWhatIsNoNameAndValue() {
        assertThat(Cookies.parse(Arrays.asList("", "=", "=1", "a", null, 7, List.of("b=1"), "c=1")))
                .isEqualTo(Map.of("c", "1"));
    }

    @Test
    void leavesOutLongValuesAndCookiesBeyondTheHundredth() {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> i + "=x").toList();

        assertThat(Cookies.parse(List.of("a=" + "x".repeat(4_096), "b=" + "x".repeat(4_097))))
                .containsOnlyKeys("a");
        assertThat(Cookies.parse(many)).hasSize(100).containsKey("99");
    }
}
