package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.samenkomst.domain.Language;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Checks that axe finds nothing on any page in any state and language, light and dark, in our own house style. */
class AxeTest extends AxeTestCase {

    /** A mistake for each kind of rule, by what axe calls it. */
    private static final Map<String, Consumer<Document>> MISTAKES = new TreeMap<>(Map.ofEntries(
            Map.entry("label", page -> page.select("label[for=name]").attr("for", "nothing")),
            Map.entry(
                    "form-field-multiple-labels",
                    page -> page.select("label[for=name]").after("<label for=name>Wie</label>")),
            Map.entry("select-name", page -> page.select("#form").append("<select><option>Een</select>")),
            Map.entry("autocomplete-valid", page -> page.select("#name").attr("autocomplete", "naam")),
            Map.entry(
                    "duplicate-id-aria", page -> page.select("label[for=name]").attr("id", "email-hint")),
            Map.entry("aria-valid-attr-value", page -> page.select("#email").attr("aria-labelledby", "nothing")),
            Map.entry("aria-allowed-attr", page -> page.select("h1").attr("aria-checked", "true")),
            Map.entry("aria-hidden-focus", page -> page.select("#leave-empty").removeAttr("tabindex")),
            Map.entry("tabindex", page -> page.select("#name").attr("tabindex", "3")),
            Map.entry("skip-link", page -> page.select(".skip").attr("href", "#nothing")),
            Map.entry("link-name", page -> page.select("footer a").empty()),
            Map.entry("button-name", page -> page.select("#form button").empty()),
            Map.entry(
                    "label-content-name-mismatch",
                    page -> page.select("#form button").attr("aria-label", "Verder")),
            Map.entry("nested-interactive", page -> page.select("#form button").append("<a href=/x>Verder</a>")),
            Map.entry("image-alt", page -> page.select("h1").after("<img src=data:,>")),
            Map.entry("color-contrast", page -> page.select("h1").attr("style", "color: #bbb; background: #fff")),
            Map.entry(
                    "target-size",
                    page -> page.select("h1")
                            .after("<button style='width: 9px; height: 9px; min-height: 0; padding: 0'>a</button>"
                                    .repeat(2))),
            Map.entry("heading-order", page -> page.select(".share h2").tagName("h4")),
            Map.entry("empty-heading", page -> page.select(".share h2").empty()),
            Map.entry("page-has-heading-one", page -> page.select("h1").tagName("h2")),
            Map.entry("landmark-one-main", page -> page.select("main").tagName("div")),
            Map.entry("landmark-unique", page -> page.select("nav").attr("aria-label", "Taal")),
            Map.entry("region", page -> page.body().append("<p>Buiten het midden</p>")),
            Map.entry("list", page -> page.select("footer ul").append("<p>Geen onderdeel</p>")),
            Map.entry("definition-list", page -> page.select("dl").append("<p>Geen begrip</p>")),
            Map.entry("valid-lang", page -> page.select("h1").attr("lang", "nederlands")),
            Map.entry("html-has-lang", page -> page.select("html").removeAttr("lang")),
            Map.entry("document-title", page -> page.select("title").remove()),
            Map.entry("meta-viewport", page -> page.select("[name=viewport]").attr("content", "user-scalable=no"))));

    @Test
    void findsNothingOnAnyPage() {
        lookAtAll(HouseStyle.defaultStyle(), inEveryLanguage(EveryPage::in), EveryPage.PAGES.contentSecurityPolicy());
    }

    @Test
    void findsNothingOnAnyOrganisersPage() {
        HouseStyle style = HouseStyle.defaultStyle();
        lookAtAll(style, inEveryLanguage(EveryOrganiserPage::in), new OrganiserPages(style).contentSecurityPolicy());
    }

    private void lookAtAll(HouseStyle style, Map<String, String> pages, String policy) {
        look(style, DistinctPages.coveringAllThatIsJudged(pages), policy, Rules.ALL, Rules.ALL_BUT_CONTRAST);
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

    /** Plants every kind of mistake on a page of its own, of which all else is on other pages too. */
    @Test
    void findsAMistakeThatIsOnOneOfManyPages() {
        Map<String, String> pages = new LinkedHashMap<>(EveryPage.in(Language.NL));
        String usual = "session-open";
        assertThat(DistinctPages.coveringAllThatIsJudged(pages))
                .hasSizeLessThan(pages.size() / 2)
                .doesNotContainKey(usual);
        Map<String, String> withMistakes = new LinkedHashMap<>();
        MISTAKES.forEach((rule, mistake) -> {
            Document page = Jsoup.parse(Objects.requireNonNull(pages.get(usual)));
            page.outputSettings().prettyPrint(false);
            mistake.accept(page);
            withMistakes.put(rule, page.outerHtml());
        });
        pages.putAll(withMistakes);
        Map<String, String> covering = new LinkedHashMap<>(DistinctPages.coveringAllThatIsJudged(pages));
        assertThat(covering).containsAllEntriesOf(withMistakes).doesNotContainKey(usual);
        covering.keySet().retainAll(withMistakes.keySet());
        look(HouseStyle.defaultStyle(), covering, MAIL_PROGRAM, Rules.ALL, Rules.ALL_BUT_CONTRAST);
        MISTAKES.keySet()
                .forEach(rule -> assertThat(findings.lines())
                        .as(rule)
                        .anyMatch(line -> line.replaceFirst("^undecided ", "").startsWith(rule + ":")
                                && line.contains(" " + rule + " ")));
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
