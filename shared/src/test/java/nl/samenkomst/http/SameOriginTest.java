package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SameOriginTest {

    private static final URI BASE = URI.create("https://aanmelden.example.org");
    private static final String OWN = "https://aanmelden.example.org";

    @Test
    void allowsAPostFromAPageOfOurs() {
        assertThat(isAllowed(Map.of("sec-fetch-site", "same-origin"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "same-site",
                "cross-site",
                "none",
                "",
                "Same-Origin",
                " same-origin",
                "same-origin,same-origin",
                "cross-site,same-origin",
                "null"
            })
    void refusesAPostFromAnywhereElseWhateverItsOrigin(String site) {
        assertThat(isAllowed(Map.of("sec-fetch-site", site))).isFalse();
        assertThat(isAllowed(Map.of("sec-fetch-site", site, "origin", OWN))).isFalse();
    }

    @Test
    void asksTheFirstHeaderOnly() {
        assertThat(isAllowed(Map.of("sec-fetch-site", "same-origin", "origin", "null")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://aanmelden.example.org, https://aanmelden.example.org",
        "https://aanmelden.example.org/desk, https://aanmelden.example.org",
        "https://aanmelden.example.org, https://aanmelden.example.org:443",
        "https://aanmelden.example.org:443, https://aanmelden.example.org",
        "https://aanmelden.example.org, HTTPS://Aanmelden.Example.Org",
        "https://aanmelden.example.org:8443, https://aanmelden.example.org:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://localhost, http://localhost:80",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void allowsOurOwnOriginWhereTheHeaderIsAbsent(URI base, String origin) {
        assertThat(SameOrigin.allows(request("POST", Map.of("origin", origin)), base))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://aanmelden.example.org",
                "http://aanmelden.example.org:443",
                "https://aanmelden.example.org:8443",
                "https://example.org",
                "https://organiser.example.org",
                "https://aanmelden.example.org.evil.example",
                "https://evil.example#https://aanmelden.example.org",
                "https://aanmelden.example.org@evil.example",
                "https://evil@aanmelden.example.org",
                "https://aanmelden.example.org/",
                "https://aanmelden.example.org/desk",
                "https://aanmelden.example.org?",
                "https://aanmelden.example.org#",
                "https://aanmelden.example.org,https://aanmelden.example.org",
                "https://aanmelden.example.org https://evil.example",
                " https://aanmelden.example.org",
                "//aanmelden.example.org",
                "aanmelden.example.org",
                "https:aanmelden.example.org",
                "https://",
                "https://[",
                "https://aanmelden.example.org:x"
            })
    void refusesAnyOtherOrigin(String origin) {
        assertThat(isAllowed(Map.of("origin", origin))).isFalse();
    }

    @Test
    void refusesAPostThatDoesNotSayWhereItIsFrom() {
        assertThat(isAllowed(Map.of())).isFalse();
        assertThat(isAllowed(Map.of("referer", OWN + "/organise", "host", "aanmelden.example.org")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", ""})
    void asksEveryUnsafeMethod(String method) {
        assertThat(SameOrigin.allows(request(method, Map.of("sec-fetch-site", "cross-site")), BASE))
                .isFalse();
    }

    /** Links in letters lead here. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void asksNothingOfASafeMethod(String method) {
        assertThat(SameOrigin.allows(request(method, Map.of("sec-fetch-site", "cross-site")), BASE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://aanmelden.example.org, aanmelden.example.org",
        "https://aanmelden.example.org, aanmelden.example.org:443",
        "https://aanmelden.example.org:443/desk, Aanmelden.Example.Org",
        "http://localhost:8080, localhost:8080",
        "http://localhost, localhost:80"
    })
    void knowsItsOwnHost(URI base, String host) {
        assertThat(SameOrigin.isToOwnHost(request("GET", Map.of("host", host)), base))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a1b2c3.execute-api.eu-west-1.amazonaws.com",
                "example.org",
                "aanmelden.example.org:80",
                "aanmelden.example.org:8443",
                "aanmelden.example.org.",
                "evil.example/aanmelden.example.org",
                "aanmelden.example.org/",
                "evil@aanmelden.example.org",
                "aanmelden.example.org#",
                "aanmelden.example.org,evil.example",
                "https://aanmelden.example.org"
            })
    void knowsAnyOtherHost(String host) {
        assertThat(SameOrigin.isToOwnHost(request("GET", Map.of("host", host)), BASE))
                .isFalse();
    }

    @Test
    void aRequestWithoutHostIsNotToOurs() {
        assertThat(SameOrigin.isToOwnHost(request("GET", Map.of("x-forwarded-host", "aanmelden.example.org")), BASE))
                .isFalse();
    }

    @Test
    void refusesABaseUrlWithoutHost() {
        Request fromNowhere = request("POST", Map.of());

        assertThatIllegalArgumentException().isThrownBy(() -> SameOrigin.allows(fromNowhere, URI.create("/desk")));
        assertThatIllegalArgumentException().isThrownBy(() -> SameOrigin.isToOwnHost(fromNowhere, URI.create("/desk")));
    }

    private static boolean isAllowed(Map<String, String> headers) {
        return SameOrigin.allows(request("POST", headers), BASE);
    }

    private static Request request(String method, Map<String, String> headers) {
        return new Request(
                "POST /organise/sessions",
                method,
                "/organise/sessions",
                Map.of(),
                Map.of(),
                "",
                headers,
                Optional.empty(),
                Optional.empty());
    }
}
