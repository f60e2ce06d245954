package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.letters.EveryLetter;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Axe;
import nl.samenkomst.local.tests.kit.Axe.Rules;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.local.tests.kit.Findings;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.kit.PagesOnLoopback;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.pages.EveryPage;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that axe finds nothing on any page in any state, language, house style and color scheme, nor in any letter.
 */
class AxeTest {

    private static final List<String> STYLES = List.of(HouseStyle.DEFAULT, "gemeente", "avond");

    private static final String MAIL_PROGRAM = "default-src 'none'; style-src 'unsafe-inline'";

    private static Browser browser;
    private static Axe axe;
    private static PagesOnLoopback server;

    private final Findings findings = new Findings();

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("nl-NL,nl");
        axe = new Axe(browser);
        server = new PagesOnLoopback();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    static Stream<Arguments> stylesAndLanguages() {
        return STYLES.stream()
                .flatMap(style -> Stream.of(Language.values()).map(language -> Arguments.of(style, language)));
    }

    /**
     * Checks every page in our own style. In the dark scheme and in other styles, checks one of the pages that differ
     * only in wording.
     */
    private static void look(
            String style, Language language, Map<String, String> pages, String policy, Rules rules, Findings findings) {
        boolean isOurs = style.equals(HouseStyle.DEFAULT);
        boolean hasDark = HouseStyle.named(style).hasDark();
        Map<String, String> distinct = DistinctPages.distinct(pages);
        (isOurs ? pages : distinct).forEach((name, html) -> {
            String page = "%s/%s/%s".formatted(style, language, name);
            browser.go(server.serve(name, html, policy));
            axe.lookInTheLight(isOurs ? rules : Rules.LOOKS, page, findings);
            if (hasDark && distinct.containsKey(name)) {
                axe.lookInTheDark(page, findings);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("stylesAndLanguages")
    void findsNothingOnAnyPage(String style, Language language) {
        HouseStyle house = HouseStyle.named(style);
        String policy = EveryPage.desk(house).contentSecurityPolicy();
        look(style, language, EveryPage.in(house, language), policy, Rules.ALL, findings);
        assertThat(findings.lines()).isEmpty();
    }

    /** Of the letters with the same elements in the same order, checks one. */
    @ParameterizedTest
    @MethodSource("stylesAndLanguages")
    void findsNothingInAnyLetter(String style, Language language) {
        Map<String, String> letters = DistinctPages.distinct(EveryLetter.in(HouseStyle.named(style), language));
        look(style, language, letters, MAIL_PROGRAM, Rules.LETTER, findings);
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void findsNothingOnTheDesksOwnPages() throws Exception {
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE))) {
            String letter =
                    new MailboxReader(desk.address()).newest("waiting", "").id();
            for (String path :
                    List.of("/local", "/local/mailbox", "/local/mailbox/" + letter, "/local/clock", "/local/nowhere")) {
                browser.go(desk.address() + path);
                axe.lookInBothSchemes(Rules.ALL, path, findings);
            }
        }
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void findsPlantedMistakes() {
        Map<String, String> invalid = new LinkedHashMap<>();
        invalid.put("label", "<input>");
        invalid.put("color-contrast", "<p style='color: #888; background: #fff'>Te licht</p>");
        invalid.put(
                "target-size",
                "<button>a</button><style>button { width: 9px; height: 9px; padding: 0 }</style>".repeat(2));
        invalid.put("region", "</main><p>Buiten het midden</p><main hidden>");
        invalid.put("valid-lang", "<p lang='nederlands'>Wat een taal</p>");
        invalid.forEach((rule, html) -> {
            browser.go(server.serve(
                    "wrong",
                    "<!DOCTYPE html><html lang=nl><title>Fout</title><main><h1>Fout</h1>%s</main>".formatted(html),
                    MAIL_PROGRAM));
            Findings found = new Findings();
            axe.look(Rules.ALL, rule, found);
            assertThat(found.lines()).singleElement().asString().startsWith(rule + ":");
        });
        browser.prefer(Map.of("prefers-color-scheme", "dark"));
        browser.go(server.serve(
                "wrong",
                "<!DOCTYPE html><html lang=nl><title>Fout</title><style>p { color: #333; background: #fff }"
                        + "@media (prefers-color-scheme: dark) { p { background: #222 } }</style><p>Donker op donker</p>",
                MAIL_PROGRAM));
        axe.look(Rules.LOOKS, "dark", findings);
        assertThat(findings.lines()).singleElement().asString().startsWith("color-contrast:");
    }
}
