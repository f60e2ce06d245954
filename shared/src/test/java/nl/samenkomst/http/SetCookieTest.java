package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SetCookieTest {

    private static final CookieName SESSION =
            CookieName.of("samenkomst", URI.create("https://aanmelden.example.org/desk"));
    private static final CookieName LOCAL = CookieName.of("samenkomst", URI.create("http://localhost:8080"));

    @Test
    void isBoundToTheHostAndSecureOnHttps() {
        assertThat(new SetCookie(SESSION, "noor.aGVs-bG8_", Duration.ofHours(10)).header())
                .isEqualTo("__Host-samenkomst=noor.aGVs-bG8_; Path=/; Max-Age=36000; HttpOnly; SameSite=Lax; Secure");
        assertThat(CookieName.of("samenkomst", URI.create("HTTPS://example.org")))
                .isEqualTo(SESSION);
    }

    /** Safari drops secure cookies there. */
    @Test
    void isNeitherOnHttp() {
        assertThat(new SetCookie(LOCAL, "x", Duration.ofMinutes(10)).header())
                .isEqualTo("samenkomst=x; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
    }

    @Test
    void anExpiredCookieIsEmptyAndHasTheSameAttributes() {
        assertThat(SetCookie.expired(SESSION).header())
                .isEqualTo("__Host-samenkomst=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "a,b", "\"a\"", "a\\b", "a\r\nset-cookie: b=1", "é", "a\u0000"})
    void refusesAValueThatIsNotOne(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetCookie(SESSION, value, Duration.ofHours(1)))
                .withMessage("not a value for the cookie __Host-samenkomst");
    }

    @Test
    void refusesAValueThatRequestsWouldLeaveOut() {
        assertThat(new SetCookie(SESSION, "x".repeat(4_096), Duration.ZERO).value())
                .hasSize(4_096);
        assertThatIllegalArgumentException().isThrownBy(() -> new SetCookie(SESSION, "x".repeat(4_097), Duration.ZERO));
    }

    @Test
    void refusesANegativeAge() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SetCookie(SESSION, "x", Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "é", "a\n"})
    void refusesANameThatIsNotOne(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CookieName(name));
    }

    @Test
    void doesNotTellItsValueToALog() {
        assertThat(new SetCookie(SESSION, "secret", Duration.ofHours(1)))
                .asString()
                .isEqualTo("SetCookie[__Host-samenkomst]");
    }
}
