package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the page in docs/examples, served by a site of its own as an adopter's is, and pointing to a desk that runs.
 */
final class ExamplePageTest {

    private static final Path PAGE = Path.of("../docs/examples/gemeente-waterhoven.html");
    private static final String DESK_IN_THE_PAGE = "https://aanmelden.example.org";
    private static final String NEXT = "Lokale aanpak eenzaamheid: leersessie 1";

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE));
    private final HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final String address = "http://localhost:" + site.getAddress().getPort() + "/";

    ExamplePageTest() throws IOException, InterruptedException {
        String page =
                Files.readString(PAGE).replace(DESK_IN_THE_PAGE, desk.address().toString());
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        site.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
        desk.close();
    }

    @Test
    void listsUpcomingSessionsAndSignsUp() throws Exception {
        try (Browser browser = Browser.open("nl-NL,nl")) {
            browser.go(address);
            Instant retrier = Instant.now().plusSeconds(10);
            while (browser.texts("#sessions li").isEmpty() && Instant.now().isBefore(retrier)) {
                Thread.sleep(50);
            }
            assertThat(browser.consoleMessages()).isEmpty();
            assertThat(browser.texts("#sessions li a")).hasSize(4).contains(NEXT);
            assertThat(browser.text("#sessions")).contains("14:00\nNog 36 plekken", "12:00\nAanmelden kan");

            signUp(browser, "fleur@example.org");
        }
    }

    @Test
    void needsNoScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            browser.go(address);
            assertThat(browser.texts("#sessions li")).isEmpty();
            browser.follow("Bekijk de hele agenda");
            assertThat(browser.address()).startsWith(desk.address() + "/sessions");
            assertThat(browser.text("main")).contains(NEXT);

            browser.go(address);
            signUp(browser, "joost@example.org");
        }
    }

    /** Signs up, first without a name: the desk's own page says what is missing and keeps what was typed. */
    private void signUp(Browser browser, String email) throws IOException, InterruptedException {
        browser.type("#email", email);
        browser.press("form button");
        assertThat(browser.address()).startsWith(desk.address().toString());
        assertThat(browser.language()).isEqualTo("nl");
        assertThat(browser.value("#email")).isEqualTo(email);
        assertThat(browser.text("#name-problem")).isEqualTo("Vul je naam in.");

        browser.go(address);
        browser.type("#name", "Fleur Oudekerk");
        browser.type("#email", email);
        browser.press("form button");
        assertThat(browser.address()).startsWith(desk.address() + "/sessions/lokale-aanpak-eenzaamheid/received");
        assertThat(new MailboxReader(desk.address()).newest("confirmed", email).html())
                .contains("Je hebt een plek", "Bevestig je e-mailadres")
                .doesNotContain("Fleur Oudekerk");
    }
}
