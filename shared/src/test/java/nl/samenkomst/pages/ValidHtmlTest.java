package nl.samenkomst.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.letters.EveryLetter;
import nl.samenkomst.organiserpages.EveryOrganiserPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages and letters pass the Nu HTML Checker without errors or warnings, in HTML and CSS. */
class ValidHtmlTest {

    private static final HtmlChecker CHECKER = new HtmlChecker();

    @ParameterizedTest
    @EnumSource
    void everyPageIsValid(Language language) {
        assertThat(CHECKER.apply(EveryPage.in(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyOrganisersPageIsValid(Language language) {
        assertThat(CHECKER.apply(EveryOrganiserPage.in(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterIsValid(Language language) {
        assertThat(CHECKER.apply(EveryLetter.in(language))).isEmpty();
    }

    @Test
    void theCheckerFindsBadHtmlAndBadCss() {
        String good = """
                <!DOCTYPE html>
                <html lang="nl"><head><title>Pagina</title><style>p { color: #123456 }</style></head>
                <body><p style="margin: 0">Een zin in het Nederlands.</p></body></html>
                """;
        Map<String, String> pages = Map.of(
                "good", good,
                "html", good.replace("<p ", "<p><div></p><p "),
                "sheet", good.replace("color:", "colour:"),
                "attribute", good.replace("margin: 0", "margin: 3"),
                "warning", good.replace("<body>", "<body><section></section>"));

        assertThat(CHECKER.apply(pages))
                .anyMatch(finding -> finding.matches("error: Unclosed element “div”.*\\[html]"))
                .anyMatch(
                        finding -> finding.matches("error: CSS: “colour”: Property “colour” doesn't exist.*\\[sheet]"))
                .anyMatch(finding -> finding.matches("error: CSS: “margin”: .*\\[attribute]"))
                .anyMatch(finding -> finding.matches("warning: Section lacks heading.*\\[warning]"))
                .noneMatch(finding -> finding.contains("good"));
    }
}
