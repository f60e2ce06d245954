package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.PagesOnLoopback;
import nl.samenkomst.pages.EveryPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests where things stand on a page in a browser, on a wide screen, a narrow one and paper. */
class LayoutTest {

    private static final Map<String, String> PAGES = EveryPage.in(Language.NL);

    private static Browser browser;
    private static PagesOnLoopback server;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("nl-NL,nl");
        server = new PagesOnLoopback();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void showOnAWideScreen() {
        browser.prefer(Map.of());
        browser.resize(1280, 800);
    }

    @Test
    void theFiltersButtonStandsInLineWithTheFields() {
        open("agenda");

        assertThat(List.of(side("#topic", "bottom"), side("#series", "bottom"), side(".filters button", "bottom")))
                .allSatisfy(bottom -> assertThat(bottom).isEqualTo(side("#region", "bottom")));
    }

    @Test
    void theFormStandsBesideTheSessionOnAWideScreenAndBelowItOnANarrowOne() {
        open("session-open");
        assertThat(side("#form", "top"))
                .as("the form begins on the first screen")
                .isLessThan(400);
        assertThat(side("#form", "left")).isGreaterThan(side("dl.facts", "right"));
        assertThat(side(".facts > div:nth-child(2)", "top"))
                .as("facts in columns")
                .isEqualTo(side(".facts > div:nth-child(1)", "top"));
        assertThat(side("details", "right"))
                .as("other ways in are below the session")
                .isLessThan(side("#form", "left"));

        browser.resize(320, 640);
        assertThat(side("#form", "top")).isGreaterThan(side(".about", "bottom"));
        assertThat(side("details", "top")).isGreaterThan(side("#form", "bottom"));
    }

    @Test
    void aProgrammeWithoutTimesHasNoEmptyColumn() {
        open("session-untimed");

        assertThat(side(".programme span", "left")).isEqualTo(side(".programme", "left"));
        open("session-open");
        assertThat(side(".programme li:last-child span", "left"))
                .as("a part without a time beside others")
                .isGreaterThan(side(".programme", "left") + 100);
    }

    @Test
    void thePatternLeavesTheFirstScreenToTheSession() {
        open("session-open");

        assertThat(side("h1", "top")).isLessThan(200);
        assertThat(side(".picture", "bottom") - side(".picture", "top")).isEqualTo(64);
    }

    @Test
    void longWordsInTitlesHyphenateAtEveryWidth() {
        for (int width : List.of(320, 1280)) {
            browser.resize(width, 800);
            open("agenda");
            assertThat(style("h1", "hyphens")).isEqualTo("auto");
            assertThat(style(".card h3", "hyphens")).isEqualTo("auto");
        }
    }

    @Test
    void paperHasNoDeadLinks() {
        browser.showOnPaper();
        open("agenda");
        assertThat(visibleText()).contains("Eenzaamheid onder jongeren").doesNotContain("Volg deze agenda", "Filter");
        assertThat(style(".card a", "textDecorationLine")).isEqualTo("none");

        open("session-open");
        assertThat(visibleText())
                .contains("bijeenkomsten@example.org", "https://aanmelden.example.org/sessions/")
                .doesNotContain("Zet in je agenda", "Meld me aan", "Al aangemeld");
    }

    private static void open(String page) {
        browser.go(server.serve(
                page, Objects.requireNonNull(PAGES.get(page), page), EveryPage.PAGES.contentSecurityPolicy()));
    }

    /** Returns a side of the first such element, in CSS pixels from the upper left corner of the screen. */
    private static double side(String selector, String side) {
        return ((Number) browser.ask(
                        "return document.querySelector(arguments[0]).getBoundingClientRect()[arguments[1]]",
                        selector,
                        side))
                .doubleValue();
    }

    private static String style(String selector, String property) {
        return String.valueOf(browser.ask(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, property));
    }

    private static String visibleText() {
        return String.valueOf(browser.ask("return document.body.innerText"));
    }
}
