package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "noor@example.org, noor@example.org",
        "'  Noor.Bakker+les@Gemeente-Ede.NL ', noor.bakker+les@gemeente-ede.nl",
        "o'neil@example.org, o'neil@example.org",
        "noor@bücher.example, noor@xn--bcher-kva.example",
        "noor@bu\u0308cher.example, noor@xn--bcher-kva.example",
        "\ufeffnoor@example.org, noor@example.org",
        "\u200enoor@example.org\u200f, noor@example.org",
        "noor@\u200bexample.org\u00a0, noor@example.org",
        "no\u00ador@exam\u2060ple.org, noor@example.org",
        "\u202anoor\u202c@example.org, noor@example.org",
        "\u2068noor@example.org\u2069, noor@example.org",
        "noor@na\u200dme.example, noor@name.example",
        "noor@xn--bcher\u00ad-kva.example, noor@xn--bcher-kva.example"
    })
    void parsesTypedAddresses(String typed, String normalised) {
        assertThat(EmailAddress.parse(typed).orElseThrow().normalised()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noor",
                "@example.org",
                "noor@",
                "noor@localhost",
                "noor@example",
                "noor@@example.org",
                "noor.@example.org",
                "noor..b@example.org",
                "noor@example..org",
                "noor@-example.org",
                "noor b@example.org",
                "noor@example.org, piet@example.org",
                "noor@example.org\r\nBcc: x@example.org",
                "\u202enoor@example.org\u202c x",
                "no\u202eor@example.org",
                "<noor@example.org>",
                "\"noor\"@example.org",
                "noor@[127.0.0.1]",
                "nöor@example.org",
                "noor@example.org.",
                "noor@example.123"
            })
    void refusesUndeliverableAddresses(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesTooLongAddresses() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(125) + "org")).isEmpty();
    }

    /** Java's IDN maps these to another domain than IDNA 2008: ß to ss, and joiners, final sigma, Georgian capitals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fa\u00df.de",
                "\u03b2\u03cc\u03bb\u03bf\u03c2.com",
                "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3.com",
                "\u10a0\u10a1.example",
                "a\u04c0b.example",
                "a\u1806b.example",
                "a\ud87e\udc68.example",
                "FA\u1e9e.de"
            })
    void refusesDomainsThatIdnaVersionsMapDifferently(String domain) {
        assertThat(EmailAddress.parse("jan@" + domain)).isEmpty();
        assertThat(EmailAddress.parseDomain(domain)).isEmpty();
    }

    @Test
    void acceptsPunycodeDomains() {
        assertThat(EmailAddress.parse("jan@xn--fa-hia.de").orElseThrow().domain())
                .isEqualTo("xn--fa-hia.de");
    }

    @Test
    void toStringOmitsAddress() {
        assertThat(EmailAddress.parse("noor@example.org").orElseThrow().toString())
                .doesNotContain("noor");
    }

    @Test
    void readsAddressesStoredByEarlierReleases() {
        String stored = "n".repeat(70) + "@example.org";

        assertThat(EmailAddress.parse(stored)).isEmpty();
        assertThat(new EmailAddress(stored).value()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"noor@example.org\r\nBcc: x@example.org", "noor", "a@b@c.nl", "<noor@example.org>", "noor @b.nl"
            })
    void constructorRefusesHeaderBreakingValues(String value) {
        assertThatThrownBy(() -> new EmailAddress(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsItsMailbox() {
        assertThat(new EmailAddress("Noor+nieuws@Example.org").mailbox()).isEqualTo("noor@example.org");
        assertThat(new EmailAddress("noor@example.org").mailbox()).isEqualTo("noor@example.org");
        assertThat(new EmailAddress("+noor@example.org").mailbox()).isEqualTo("+noor@example.org");
    }
}
