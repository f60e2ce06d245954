package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a participant's whole journey in a real browser; skipped without one, but failing in CI. */
class BrowserTest {

    private static Desk desk;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE));
        address = desk.address();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nl | nl-NL,nl | Vul je naam in.      | Bedankt, je aanmelding is binnen    | Je hebt een plek. | Je bent afgemeld.
            en | en-GB,en | Fill in your name.   | Thank you, we have your registration | You have a place. | You have cancelled.
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
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            browser.go(address + "/sessions");
            int all = browser.texts(".agenda h3").size();
            browser.choose("#topic", "Participatie");
            browser.press(".filters button");
            assertThat(browser.texts(".agenda h3")).hasSize(1);
            assertThat(browser.value("#topic")).isEqualTo("Participatie");
            assertThat(browser.text(".agenda h3")).isEqualTo("Versnellingskamer Participatie");

            browser.follow("English");
            assertThat(browser.value("#topic")).isEqualTo("Participatie");
            browser.follow("What has been");
            assertThat(browser.texts(".agenda h3")).isEmpty();
            browser.follow("What is coming");
            browser.follow("Remove: Topic: Participatie");
            assertThat(browser.texts(".agenda h3")).hasSize(all);
            assertThat(browser.requests()).isNotEmpty().allSatisfy(BrowserTest::assertRequestToDesk);
        }
    }

    @Test
    void changingTheLanguageKeepsWhatWasTyped() throws Exception {
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            browser.go(address + "/sessions/versnellingskamer-participatie");
            browser.press("header .link");
            assertThat(browser.address()).as("nothing typed").endsWith("/versnellingskamer-participatie?lang=en");

            browser.type("#name", "Fleur & \"Zn\"");
            browser.tick("input[name=theme][value=digitaal]");
            browser.press("header .link");
            assertThat(browser.language()).isEqualTo("nl");
            assertThat(browser.value("#name")).isEqualTo("Fleur & \"Zn\"");
            assertThat(browser.isTicked("input[name=theme][value=digitaal]")).isTrue();
            assertThat(browser.texts(".summary, .problem")).isEmpty();

            browser.type("#email", "fleur");
            browser.press("main form button");
            assertThat(browser.language()).as("after sending").isEqualTo("nl");
            assertThat(browser.texts(".summary li")).hasSize(2);
            browser.press("header .link");
            assertThat(browser.language()).isEqualTo("en");
            assertThat(browser.value("#email")).isEqualTo("fleur");
        }
    }

    @Test
    void theOwnPageKeepsWhatWasTypedInTheOtherLanguage() throws Exception {
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            browser.go(new MailboxReader(address).newest("waiting", "").ownLink());
            browser.type("#organisation", "Gemeente Elders");
            browser.press("header .link");
            assertThat(browser.language()).isEqualTo("en");
            assertThat(browser.value("#organisation")).isEqualTo("Gemeente Elders");
        }
    }

    /**
     * A data block is not a script (HTML Standard, "prepare the script element"), so the content security policy does
     * not apply.
     */
    @Test
    void structuredDataBreaksNoContentSecurityPolicy() throws Exception {
        try (Browser browser = Browser.open("nl-NL,nl")) {
            browser.go("data:text/html,<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
                    + "<link rel=icon href=data:,><script>1</script>");
            assertThat(browser.consoleMessages())
                    .as("a script where none may run")
                    .isNotEmpty();
            browser.requests();

            browser.go(address + "/sessions/lokale-aanpak-eenzaamheid");
            assertThat(browser.consoleMessages()).isEmpty();
            assertThat(browser.requests()).isNotEmpty().allSatisfy(BrowserTest::assertRequestToDesk);
        }
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
        try (Browser browser = Browser.open("nl-NL,nl")) {
            browser.resize(320, 640);
            for (String page : pages) {
                browser.go(page);
                assertThat(browser.contentWidth())
                        .as(page.replaceFirst("^data:.*", "the letter"))
                        .isLessThanOrEqualTo(320);
            }
            browser.go(session);
            browser.type("#email", "a".repeat(300));
            browser.press("main form button");
            assertThat(browser.texts(".summary li")).hasSize(3);
            assertThat(browser.contentWidth()).as("the form with problems").isLessThanOrEqualTo(320);
        }
    }

    private static void assertRequestToDesk(String request) {
        assertThat(request).matches("(%s/.*|about:srcdoc|data:.*)".formatted(address));
    }
}
