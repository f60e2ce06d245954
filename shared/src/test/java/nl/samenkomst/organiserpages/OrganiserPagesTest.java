package nl.samenkomst.organiserpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.message.Placeholder;
import nl.samenkomst.pages.PageStyles;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.OrganiserUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Checks what holds for every organiser's page, in every state and both languages. */
class OrganiserPagesTest {

    private static final int MAX_STYLE_SHEET_LENGTH = 18_000; // UTF-16 code units, without the house style's tokens

    /** Rendered once for all tests. */
    static final List<Arguments> EVERY_PAGE = Arrays.stream(Language.values())
            .flatMap(language -> EveryOrganiserPage.in(language).entrySet().stream()
                    .map(page -> Arguments.of(page.getKey(), language, page.getValue())))
            .toList();

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasOneLanguageOneHeadingOneMainAndATitle(String name, Language language, String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");

        assertThat(parser.getErrors()).as(name).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main, body > header, footer")).hasSize(3);
        assertThat(page.title()).endsWith(" – Samenkomst");
        assertThat(withoutPlaceholdersOfMessages(page.body().html())).doesNotContain("null", "Optional", "{");
    }

    /** Leaves out the words in braces that organisers may write, so that any other brace is a text not filled in. */
    private static String withoutPlaceholdersOfMessages(String html) {
        String rest = html;
        for (Language language : Language.values()) {
            for (String placeholder : Placeholder.all(language)) {
                rest = rest.replace(placeholder, "");
            }
        }
        return rest;
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void runsNoScriptAndAsksNothingOfAnybodyElse(String name, Language language, String html) {
        Document page = Jsoup.parse(html);

        assertThat(page.select("script, iframe, object, embed, video, audio, [style], [src]:not(img)"))
                .as(name)
                .isEmpty();
        assertThat(page.select("img").eachAttr("src")).allMatch(source -> source.startsWith("data:image/"));
        assertThat(page.select("link").eachAttr("rel")).allMatch("icon"::equals);
        assertThat(page.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.select("form").eachAttr("action"))
                .allMatch(action -> OrganiserUrls.isOrganisers(action.replaceFirst("[?].*", "")));
        assertThat(page.select("form").eachAttr("method")).allMatch(List.of("get", "post")::contains);
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasEveryIdOnceAndEveryReferenceLeadsToOne(String name, Language language, String html) {
        Document page = Jsoup.parse(html);
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).as(name).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href")).allMatch(target -> ids.contains(target.substring(1)));
        assertThat(page.select("label[for]").eachAttr("for")).allMatch(ids::contains);
        for (String attribute : List.of("aria-describedby", "aria-labelledby")) {
            assertThat(page.select("[" + attribute + "]").eachAttr(attribute))
                    .flatMap(references -> List.of(references.split(" ")))
                    .allMatch(ids::contains);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void staysInItsLanguage(String name, Language language, String html) {
        Document page = Jsoup.parse(html);

        assertThat(page.select("header nav [hreflang]").eachAttr("hreflang"))
                .as(name)
                .isEqualTo(Language.tags().stream()
                        .filter(tag -> !tag.equals(language.tag()))
                        .toList());
        assertThat(page.select("a[href^=/organise]:not([hreflang])").eachAttr("href"))
                .as(name)
                .allMatch(link -> link.contains("lang=" + language.tag()));
        assertThat(page.select("form[method=post]").eachAttr("action"))
                .as(name)
                .allMatch(action -> action.contains("lang=" + language.tag()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasNoButtonWithoutWordsOrOutsideAForm(String name, Language language, String html) {
        for (Element button : Jsoup.parse(html).select("button")) {
            assertThat(button.text()).as(name).isNotBlank();
            assertThat(button.closest("form")).as(name).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void allowsItsOwnStyleAndNoOther(String name, Language language, String html) throws Exception {
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(new OrganiserPages(HouseStyle.defaultStyle()).contentSecurityPolicy())
                .as(name)
                .startsWith("default-src 'none'; style-src 'sha256-%s';"
                        .formatted(Base64.getEncoder().encodeToString(hash)));
    }

    /** Somebody signed in sees the links to the other pages, which nobody else does. */
    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void everyPageOfSomebodySignedInHasTheWayOut(String name, Language language, String html) {
        Document page = Jsoup.parse(html);

        assertThat(page.select("header form[action^=/organise/sign-out] button"))
                .as(name)
                .hasSameSizeAs(page.select("header .rooms nav"));
    }

    @Test
    void theStyleSheetStaysSmall() {
        PageStyles styles = PageStyles.of(HouseStyle.defaultStyle(), "/pages.css", "/organiser.css");
        String tokens = HouseStyle.defaultStyle().tokensFor(styles.styleSheet());

        assertThat(styles.styleSheet().length() - tokens.length()).isLessThanOrEqualTo(MAX_STYLE_SHEET_LENGTH);
    }
}
