package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.letters.EveryLetter;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.kit.OrganiserSignIn;
import nl.samenkomst.local.tests.kit.PagesOnLoopback;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.pages.EveryPage;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes pictures of every page and letter in every state, and those of the README: {@code mvn verify -pl local -am
 * -Dtest=Screenshots} puts them into {@code local/target/screenshots} and {@code docs/pictures}; with {@code
 * -Dstyle=gemeente} in that house style. Not a test, so its name does not end in one.
 */
class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Path README_FOLDER = Path.of("..", "docs", "pictures");
    private static final HouseStyle STYLE = HouseStyle.named(System.getProperty("style", HouseStyle.DEFAULT));
    private static final List<Integer> WIDTHS = List.of(320, 1280);

    /** Of pages that differ only in wording, and of letters with the same elements, takes one. */
    @ParameterizedTest
    @EnumSource
    void everyPageAndLetter(Language language) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(DistinctPages.distinct(EveryPage.in(STYLE, language)));
        all.putAll(DistinctPages.distinct(EveryLetter.in(STYLE, language)));
        try (PagesOnLoopback server = new PagesOnLoopback();
                Browser browser = Browser.open(language.tag())) {
            for (Map.Entry<String, String> page : all.entrySet()) {
                for (String scheme : List.of("light", "dark")) {
                    browser.prefer(Map.of("prefers-color-scheme", scheme));
                    browser.go(
                            server.serve(page.getKey(), page.getValue(), "default-src 'self' data: 'unsafe-inline'"));
                    for (int width : WIDTHS) {
                        String name = "%s-%s-%s-%d.png".formatted(page.getKey(), language.tag(), scheme, width);
                        browser.picture(width, FOLDER.resolve(name));
                    }
                }
            }
        }
        assertThat(FOLDER).isNotEmptyDirectory();
    }

    @Test
    void theDesksOwnPagesAndThoseOfTheReadme() throws Exception {
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE));
                Browser browser = Browser.open("nl")) {
            MailboxReader letters = new MailboxReader(desk.address());
            MailboxReader.Received letter = letters.newest("confirmed", "");
            for (String page : List.of("local", "local/mailbox", "local/mailbox/" + letter.id())) {
                browser.go(desk.address() + "/" + page);
                for (int width : WIDTHS) {
                    browser.picture(width, FOLDER.resolve(page.replace('/', '-') + "-" + width + ".png"));
                }
            }
            browser.go(desk.address() + "/sessions?lang=nl");
            browser.picture(1280, 1000, README_FOLDER.resolve("agenda.webp"));
            browser.go(desk.address() + "/sessions/versnellingskamer-participatie?lang=nl");
            browser.picture(400, 860, README_FOLDER.resolve("session.webp"));
            browser.go(letter.ownLink());
            browser.picture(400, 860, README_FOLDER.resolve("own-page.webp"));
            browser.go(letter.address());
            browser.picture(400, 860, README_FOLDER.resolve("letter.webp"));
            OrganiserSignIn.at(desk, browser);
            String session = desk.address() + "/organise/sessions/versnellingskamer-participatie";
            browser.go(desk.address() + "/organise?lang=en");
            browser.picture(1280, 1000, README_FOLDER.resolve("organise-overview.webp"));
            browser.go(session + "?lang=en");
            browser.picture(1280, 1200, README_FOLDER.resolve("organise-session.webp"));
            browser.go(desk.address() + "/organise/colleagues?lang=en");
            browser.picture(1280, 700, README_FOLDER.resolve("organise-colleagues.webp"));
            browser.go(session + "/door?lang=en");
            browser.picture(400, 860, README_FOLDER.resolve("organise-door.webp"));
        }
    }
}
