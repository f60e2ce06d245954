package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.local.tests.kit.Axe.Rules;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.organiserpages.EveryOrganiserPage;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.pages.EveryPage;
import nl.samenkomst.pages.PageStyles;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that axe finds nothing on any page in the other house styles, light and dark. */
class AxeStylesTest extends AxeTestCase {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    /** Another house style changes only colors, fonts and sizes, so checks only the rules about those. */
    @ParameterizedTest
    @ValueSource(strings = {"gemeente", "avond"})
    void findsNothingOnAnyPage(String name) {
        HouseStyle style = HouseStyle.named(name);
        Map<String, String> pages =
                DistinctPages.coveringEveryChain(inEveryLanguage(language -> EveryPage.in(style, language)));
        look(style, pages, EveryPage.desk(style).contentSecurityPolicy(), Rules.LOOKS, Rules.LOOKS);
        Map<String, String> organisers =
                DistinctPages.coveringEveryChain(inEveryLanguage(language -> EveryOrganiserPage.in(style, language)));
        look(style, organisers, new OrganiserPages(style).contentSecurityPolicy(), Rules.LOOKS, Rules.LOOKS);
        assertThat(findings.lines()).isEmpty();
    }

    /** Holds the style sheet to what {@link DistinctPages#coveringEveryChain} compares. */
    @ParameterizedTest
    @ValueSource(strings = {HouseStyle.DEFAULT, "gemeente", "avond"})
    void colorsDependOnlyOnAnElementAndItsAncestors(String name) {
        HouseStyle style = HouseStyle.named(name);
        String sheet = COMMENT.matcher(
                        PageStyles.of(style, "/pages.css", "/organiser.css").styleSheet())
                .replaceAll("");
        assertThat(RULE.matcher(sheet)
                        .results()
                        .filter(rule ->
                                rule.group(2).matches("(?s).*(color|background|opacity|font|fill|filter|blend).*"))
                        .map(rule -> rule.group(1).strip()))
                .hasSizeGreaterThan(20)
                .allSatisfy(selector -> assertThat(selector)
                        .doesNotContainPattern("[+~#]|:(?!root|hover|focus|focus-visible|not|is|target|before|:)[a-z]")
                        .doesNotContainPattern("\\[(?!type=|scope=|aria-pressed=|aria-current]|data-label])"));
    }

    /** Plants a color in a chain of ancestors whose every link another page has too. */
    @Test
    void findsAMistakeInASingleChainOfAncestors() {
        String html = "<!DOCTYPE html><html lang=nl><title>Fout</title>"
                + "<style>b { color: #333; background: #fff } .panel b { color: #ccc }</style><main>%s</main>";
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("one", html.formatted("<div class=panel><p>Goed</p></div><div><p><b>Goed</b></p></div>"));
        pages.put("two", html.formatted("<div class=panel><p><b>Te licht</b></p></div>"));
        pages.put("three", html.formatted("<div class=panel><p>Ook</p></div><div><p><b>Ook</b></p></div>"));
        assertThat(DistinctPages.coveringEveryElement(pages)).containsOnlyKeys("one");
        assertThat(DistinctPages.coveringEveryChain(pages)).containsOnlyKeys("one", "two");
        look(HouseStyle.defaultStyle(), pages, MAIL_PROGRAM, Rules.LOOKS, Rules.ALL_BUT_CONTRAST);
        assertThat(findings.lines()).anyMatch(line -> line.startsWith("color-contrast:"));
    }
}
