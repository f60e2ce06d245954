package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a participant's whole journey in a real browser; skipped without one, but failing in CI. */
class BrowserTest {

    private static Browser withScripts;
    private static Browser withoutScripts;
    private static Desk desk;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        withScripts = Browser.open("nl-NL,nl");
        withoutScripts = Browser.withoutScripts("nl-NL,nl");
        desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE));
        address = desk.address();
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            withScripts.close();
            withoutScripts.close();
            desk.close();
        }
    }

    @BeforeEach
    void forgetOtherTests() throws IOException {
        for (Browser browser : List.of(withScripts, withoutScripts)) {
            browser.requests();
            browser.consoleMessages();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nl | nl-NL,nl | Vul je naam in.      | Er was plek, je aanmelding is binnen | Je hebt een plek. | Je bent afgemeld.
            en | en-GB,en | Enter your name.     | There was a place, and we have your registration | You have a place. | You have cancelled.
            """)
    void signsUpReadsTheLetterAndCancelsWithoutScripts(
            String language, String languages, String problem, String thanks, String place, String cancelled)
            throws Exception {
        String email = "fleur.%s@example.org".formatted(language);
        try (Browser browser = Browser.withoutScripts(languages)) {
            browser.go("data:text/html,<title>no</title><script>document.title='yes'</script>");
            assertThat(browser.title()).as("scripts run").isEqualTo("no");
            browser.requests();

            browser.go(address + "/");
            assertThat(browser.language()).isEqualTo(language);
            browser.follow("Lokale aanpak eenzaamheid");
            assertThat(browser.language()).isEqualTo(language);

            browser.type("#email", email);
            browser.type("#organisation", "Gemeente Waterhoven & \"Zn\"");
            browser.press("main form button");
            assertThat(browser.texts(".summary li")).containsExactly(problem);
            assertThat(browser.text("#name-problem")).isEqualTo(problem);
            assertThat(browser.value("#email")).isEqualTo(email);
            assertThat(browser.value("#organisation")).isEqualTo("Gemeente Waterhoven & \"Zn\"");
            assertThat(browser.language()).isEqualTo(language);

            browser.follow(problem);
            browser.type("#name", "Fleur Oudekerk");
            browser.press("main form button");
            assertThat(browser.text("h1")).isEqualTo(thanks);

            String letter =
                    new MailboxReader(address).newest("confirmed", email).id();
            browser.go(address + "/local/mailbox");
            browser.press("a[href='/local/mailbox/%s']".formatted(letter));
            browser.follow("/registrations/");
            assertThat(browser.language()).isEqualTo(language);
            assertThat(browser.text(".notice")).isEqualTo(place);
            assertThat(browser.text("main")).contains("Fleur Oudekerk", email);

            String own = browser.address();
            browser.press("form[action$='/confirmation'] button");
            assertThat(browser.text(".notice")).isEqualTo(place);
            browser.press("main form button");
            assertThat(browser.text(".notice")).isEqualTo(cancelled);
            assertThat(browser.language()).isEqualTo(language);
            browser.go(own);
            assertThat(browser.text(".notice")).isEqualTo(cancelled);

            assertThat(browser.requests()).isNotEmpty().allSatisfy(BrowserTest::assertRequestToDesk);
        }
    }

    @Test
    void findsASessionByFiltersWithoutScripts() throws Exception {
        withoutScripts.go(address + "/sessions");
        int all = withoutScripts.texts(".agenda h3").size();
        withoutScripts.choose("#topic", "Participatie");
        withoutScripts.press(".filters button");
        assertThat(withoutScripts.texts(".agenda h3")).hasSize(1);
        assertThat(withoutScripts.value("#topic")).isEqualTo("Participatie");
        assertThat(withoutScripts.text(".agenda h3")).isEqualTo("Versnellingskamer Participatie");

        withoutScripts.follow("English");
        assertThat(withoutScripts.value("#topic")).isEqualTo("Participatie");
        withoutScripts.follow("Past");
        assertThat(withoutScripts.texts(".agenda h3")).isEmpty();
        withoutScripts.follow("Upcoming");
        withoutScripts.follow("Remove: Topic: Participatie");
        assertThat(withoutScripts.texts(".agenda h3")).hasSize(all);
        assertThat(withoutScripts.requests()).isNotEmpty().allSatisfy(BrowserTest::assertRequestToDesk);
    }

    @Test
    void changingTheLanguageKeepsWhatWasTyped() throws Exception {
        withoutScripts.go(address + "/sessions/versnellingskamer-participatie");
        withoutScripts.press("header .link");
        assertThat(withoutScripts.address()).as("nothing typed").endsWith("/versnellingskamer-participatie?lang=en");

        withoutScripts.type("#name", "Fleur & \"Zn\"");
        withoutScripts.tick("input[name=theme][value=digitaal]");
        withoutScripts.press("header .link");
        assertThat(withoutScripts.language()).isEqualTo("nl");
        assertThat(withoutScripts.value("#name")).isEqualTo("Fleur & \"Zn\"");
        assertThat(withoutScripts.isTicked("input[name=theme][value=digitaal]")).isTrue();
        assertThat(withoutScripts.texts(".summary, .problem")).isEmpty();

        withoutScripts.type("#email", "fleur");
        withoutScripts.press("main form button");
        assertThat(withoutScripts.language()).as("after sending").isEqualTo("nl");
        assertThat(withoutScripts.texts(".summary li")).hasSize(2);
        withoutScripts.press("header .link");
        assertThat(withoutScripts.language()).isEqualTo("en");
        assertThat(withoutScripts.value("#email")).isEqualTo("fleur");
    }

    @Test
    void theOwnPageKeepsWhatWasTypedInTheOtherLanguage() throws Exception {
        withoutScripts.go(new MailboxReader(address).newest("waiting", "").ownLink());
        withoutScripts.type("#organisation", "Gemeente Elders");
        withoutScripts.press("header .link");
        assertThat(withoutScripts.language()).isEqualTo("en");
        assertThat(withoutScripts.value("#organisation")).isEqualTo("Gemeente Elders");
    }

    /**
     * A data block is not a script (HTML Standard, "prepare the script element"), so the content security policy does
     * not apply.
     */
    @Test
    void structuredDataBreaksNoContentSecurityPolicy() throws Exception {
        withScripts.go("data:text/html,<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
                + "<link rel=icon href=data:,><script>1</script>");
        assertThat(withScripts.consoleMessages())
                .as("a script where none may run")
                .isNotEmpty();
        withScripts.requests();

        withScripts.go(address + "/sessions/lokale-aanpak-eenzaamheid");
        assertThat(withScripts.consoleMessages()).isEmpty();
        assertThat(withScripts.requests()).isNotEmpty().allSatisfy(BrowserTest::assertRequestToDesk);
    }

    @Test
    void noPageScrollsSidewaysAt320Pixels() throws Exception {
        MailboxReader letters = new MailboxReader(address);
        String session = address + "/sessions/versnellingskamer-participatie";
        String letter =
                address + "/local/mailbox/" + letters.newest("waiting", "").id();
        List<String> pages = List.of(
                address + "/sessions",
                address + "/sessions?when=past&topic=" + "Langewoordenreeks".repeat(12),
                session,
                session + "/received?as=waiting-list",
                address + "/sessions/nowhere",
                letters.newest("confirmed", "").ownLink(),
                letters.newest("waiting", "").ownLink(),
                letters.newest("confirmed", "").address(),
                address + "/local",
                address + "/local/mailbox",
                letter);
        withScripts.resize(320, 640);
        for (String page : pages) {
            withScripts.go(page);
            assertThat(withScripts.contentWidth())
                    .as(page.replaceFirst("^data:.*", "the letter"))
                    .isLessThanOrEqualTo(320);
        }
        withScripts.go(session);
        withScripts.type("#email", "a".repeat(300));
        withScripts.press("main form button");
        assertThat(withScripts.texts(".summary li")).hasSize(3);
        assertThat(withScripts.contentWidth()).as("the form with problems").isLessThanOrEqualTo(320);
    }

    private static void assertRequestToDesk(String request) {
        assertThat(request).matches("(%s/.*|about:srcdoc|data:.*)".formatted(address));
    }
}
