package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.OwnProvider;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.kit.OrganiserSignIn;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.signin.oidc.SigningProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signs in with accounts of an organisation in a real browser, at a desk and an OpenID provider on two sites. */
class OidcJourneyTest {

    private static final String KARIM = "karim@example.org";
    private static final String START = "/organise/sign-in/oidc";

    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource time = () -> Instant.now().plus(ahead);
    private final SigningProvider provider =
            SigningProvider.start(time.withZone(ZoneOffset.UTC)).authenticatedAs("2");
    private final Desk desk;

    OidcJourneyTest() throws IOException, InterruptedException {
        OwnProvider own = new OwnProvider(provider.issuer(), SigningProvider.CLIENT_ID, SigningProvider.SECRET, "2");
        desk = Desk.start(
                new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE, Optional.empty(), Optional.of(own)));
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    @Test
    void leadsToTheProviderAndBackWithoutScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            browser.go(desk.address() + "/organise");
            askAndGiveCode(browser, OrganiserSignIn.ADDRESS);
            browser.press("main a[href^='" + START + "']");
            letIn(browser);
            assertThat(browser.title()).isEqualTo("Overzicht – Samenkomst");

            advance(Duration.ofMinutes(16));
            invite(browser);
            browser.press("form[action='/organise/sign-out'] button");

            provider.as("f:1:karim");
            browser.go(new MailboxReader(desk.address())
                    .newest("organiser-invited", KARIM)
                    .address());
            browser.press("a[href*='/organise/sign-in']");
            askAndGiveCode(browser, KARIM);
            assertThat(browser.text("h1")).isEqualTo("Koppel je account");
            browser.press("main a.button");
            letIn(browser);
            assertThat(browser.title()).isEqualTo("Overzicht – Samenkomst");

            browser.press("form[action='/organise/sign-out'] button");
            browser.go(desk.address() + "/organise/me");
            browser.press("main a.button");
            letIn(browser);
            assertThat(browser.address()).endsWith("/organise/me");
            assertThat(browser.text("main")).contains(KARIM);

            assertThat(browser.consoleMessages()).isEmpty();
            assertStaysBetweenTwo(browser.requests());
        }
    }

    /** Asks for a fresh proof, after which the way leads on to the form. */
    private void invite(Browser browser) {
        browser.go(desk.address() + "/organise/colleagues");
        browser.press("main a[href$='/colleagues/new']");
        assertThat(browser.address()).contains("/organise/sign-in/factor?next=");
        browser.press("main a.button");
        letIn(browser);
        browser.type("#name", "Karim");
        browser.type("#email", KARIM);
        browser.tick("#role-organiser");
        browser.tick("#scope-all");
        browser.press("main form[action='/organise/colleagues'] button");
        assertThat(browser.text(".notice.good")).isEqualTo("De uitnodiging is onderweg.");
    }

    @Test
    void refusesWhatBeganInAnotherBrowserAndWhoIsNotSignedInStronglyEnough() throws Exception {
        try (Browser browser = Browser.open("en-GB,en")) {
            browser.go(desk.address() + "/organise/sign-in");
            browser.press("main a.button");
            assertThat(browser.address()).startsWith(provider.host());
            browser.go(desk.address() + START + "/callback?" + lettingInElsewhere());
            assertThat(browser.text("h1")).isEqualTo("Signing in did not work");
            assertThat(browser.texts("main form")).isEmpty();

            provider.authenticatedAs("1");
            browser.press("main a.button");
            letIn(browser);
            assertThat(browser.text("h1")).isEqualTo("Sign in with a second step");

            provider.authenticatedAs("2");
            browser.press("main a.button");
            letIn(browser);
            assertThat(browser.text("h1")).isEqualTo("This account is not known here");

            assertThat(browser.consoleMessages())
                    .allSatisfy(message -> assertThat(message).contains("Failed to load resource"));
            assertStaysBetweenTwo(browser.requests());
        }
    }

    private void askAndGiveCode(Browser browser, String address) throws IOException, InterruptedException {
        browser.type("#email", address);
        browser.press("main form button");
        browser.type("#code", OrganiserSignIn.code(desk.address(), address));
        browser.press("main form button");
    }

    /** Signs in at the provider, and presses the desk's button on the way back. */
    private void letIn(Browser browser) {
        assertThat(browser.address()).startsWith(provider.host());
        browser.press("button");
        assertThat(browser.address()).startsWith(desk.address() + START + "/callback?");
        browser.press("main form button");
    }

    /** Returns the query with which the provider would send another browser back. */
    private String lettingInElsewhere() throws IOException, InterruptedException {
        try (HttpClient other = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(desk.address() + START)).build();
            return provider.letIn(other.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("location")
                    .orElseThrow());
        }
    }

    private void advance(Duration span) throws Exception {
        desk.time().advance(span);
        ahead = ahead.plus(span);
    }

    private void assertStaysBetweenTwo(Set<String> requests) {
        URI issuer = URI.create(provider.issuer());
        assertThat(requests)
                .anySatisfy(address -> assertThat(address).startsWith(issuer + "/authorize?"))
                .allSatisfy(address -> assertThat(address)
                        .containsPattern("^(data:|" + desk.address() + "/|" + provider.issuer() + "/|" + provider.host()
                                + "/)"));
    }
}
