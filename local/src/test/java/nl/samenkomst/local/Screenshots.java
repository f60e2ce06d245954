package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures of every page, to look at; {@code mvn verify -pl local -am -Dtest=Screenshots} puts them into
 * {@code local/target/screenshots}. Not a test, so its name does not end in one.
 */
class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String SESSION = "/sessions/lokale-aanpak-eenzaamheid";

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyPageInBothWidths(String language) throws Exception {
        Desk.Options options = new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE);
        try (Desk desk = Desk.start(options);
                Browser browser = Browser.open(language)) {
            LettersByApi letters = new LettersByApi(desk.address());
            String in = "?lang=" + language;

            take(browser, desk.address() + "/sessions" + in, "agenda", language);
            take(browser, desk.address() + "/sessions" + in + "&topic=Eenzaamheid", "agenda-filtered", language);
            take(browser, desk.address() + "/sessions" + in + "&when=past&region=Gelderland", "agenda-empty", language);
            take(browser, desk.address() + SESSION + in, "session", language);
            take(browser, desk.address() + "/sessions/eenzaamheid-onder-jongeren" + in, "session-full", language);
            take(
                    browser,
                    desk.address() + "/sessions/versnellingskamer-participatie" + in,
                    "session-last-place",
                    language);
            take(browser, desk.address() + "/sessions/nowhere" + in, "unknown-session", language);

            browser.go(desk.address() + SESSION + in);
            browser.type("#email", "fleur.oudekerk");
            browser.type("#organisation", "Gemeente Waterhoven");
            browser.press("main form button");
            take(browser, "form-with-problems", language);

            browser.type("#name", "Fleur Oudekerk");
            browser.type("#email", "fleur.oudekerk@example.org");
            browser.press("main form button");
            take(browser, "received", language);
            take(
                    browser,
                    desk.address() + SESSION + "/received" + in + "&as=waiting-list",
                    "received-waiting",
                    language);

            String confirmed = letters.newest("confirmed", "fleur").ownLink();
            take(browser, withLanguage(letters.newest("waiting", "").ownLink(), language), "own-waiting", language);
            take(browser, withLanguage(letters.newest("invited", "").ownLink(), language), "own-invited", language);
            take(browser, withLanguage(confirmed, language), "own-place", language);
            browser.press("main form button");
            take(browser, "own-cancelled", language);
            letters.newest("cancelled", "fleur");

            take(browser, desk.address() + "/local", "local", language);
            take(browser, desk.address() + "/local/mailbox", "mailbox", language);
            String letter = letters.newest("confirmed", "fleur").id();
            take(browser, desk.address() + "/local/mailbox/" + letter, "letter-in-mailbox", language);
            take(browser, letters.newest("confirmed", "fleur").address(), "letter", language);
        }
        assertThat(FOLDER).isNotEmptyDirectory();
    }

    private static String withLanguage(String link, String language) {
        return link.replaceFirst("[?].*", "") + "?lang=" + language;
    }

    private static void take(Browser browser, String address, String name, String language) throws Exception {
        browser.go(address);
        take(browser, name, language);
    }

    private static void take(Browser browser, String name, String language) throws Exception {
        for (int width : new int[] {320, 1280}) {
            browser.picture(width, FOLDER.resolve("%s-%s-%d.png".formatted(name, language, width)));
        }
    }
}
