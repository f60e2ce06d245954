package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Axe.Rules;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.local.tests.kit.Findings;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.organiserpages.EveryOrganiserPage;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.pages.EveryPage;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;

/** Checks that axe finds nothing on any page in any state and language, light and dark, in our own house style. */
class AxeTest extends AxeTestCase {

    /** Of the pages that differ only in wording, checks one. */
    @Test
    void findsNothingOnAnyPage() {
        Map<String, String> pages =
                inEveryLanguage(language -> DistinctPages.differingInMoreThanWords(EveryPage.in(language)));
        look(
                HouseStyle.defaultStyle(),
                pages,
                EveryPage.PAGES.contentSecurityPolicy(),
                Rules.ALL,
                Rules.ALL_BUT_CONTRAST);
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void findsNothingOnAnyOrganisersPage() {
        HouseStyle style = HouseStyle.defaultStyle();
        look(
                style,
                inEveryLanguage(language -> DistinctPages.differingInMoreThanWords(EveryOrganiserPage.in(language))),
                new OrganiserPages(style).contentSecurityPolicy(),
                Rules.ALL,
                Rules.ALL_BUT_CONTRAST);
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
    void looksAtPagesThatDifferInMoreThanWords() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first", "<main><h1 id=a>Kop</h1><a href=/x>Verder</a></main>");
        pages.put("other-words", "<main><h1 id=a>Zin</h1><a href=/y>Terug</a></main>");
        pages.put("empty-heading", "<main><h1 id=a> </h1><a href=/x>Verder</a></main>");
        pages.put("link-within", "<main><h1 id=a>Kop</h1><a href=#b>Verder</a></main>");
        pages.put("other-id", "<main><h1 id=b>Kop</h1><a href=/x>Verder</a></main>");
        pages.put("name", "<main><h1 id=a>Kop</h1><a href=/x aria-label=Verder>Verder</a></main>");
        pages.put("other-name", "<main><h1 id=a>Kop</h1><a href=/x aria-label=Verder>Terug</a></main>");
        pages.put("language", "<main lang=en><h1 id=a>Kop</h1><a href=/x>Verder</a></main>");
        pages.put("in-sentence", "<main><h1 id=a>Kop</h1>Lees meer, of ga <a href=/x>Verder</a></main>");
        pages.put("character", "<main><h1 id=a>1</h1><a href=/x>Verder</a></main>");
        assertThat(DistinctPages.differingInMoreThanWords(pages).keySet())
                .containsExactlyElementsOf(pages.keySet().stream()
                        .filter(name -> !name.equals("other-words"))
                        .toList());
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
