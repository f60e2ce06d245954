package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Checks that people read the desk's pages in the language of their letters, whatever their browser prefers. */
final class LettersLanguageTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";

    LettersLanguageTest() throws IOException, InterruptedException {}

    @Test
    void anEnglishLetterOpensEnglishPages() throws Exception {
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", clock.inDays(30), Map.of()));
        visitor.signUp(SESSION, "john", Map.of("language", "en"));
        inbox.hasExactly("john confirmed");
        Inbox.Mail letter = inbox.lastTo("john");
        Visitor dutch = visitor.preferring("nl");

        assertThat(language(dutch.open(firstLinkIn(letter.text())))).isEqualTo("en");
        assertThat(language(dutch.open(letter.entry("URL")))).isEqualTo("en");
        assertThat(language(dutch.open(letter.ownPage())))
                .as("without a language")
                .isEqualTo("en");
        assertThat(language(dutch.open(letter.ownPage() + "?lang=nl"))).isEqualTo("nl");
        assertThat(language(dutch.open(letter.wayIn())))
                .as("before the link is visible")
                .isEqualTo("en");

        HttpResponse<String> cancelled = dutch.sendForm(letter.ownPage() + "/cancellation", Map.of());
        assertThat(language(dutch.follow(cancelled))).isEqualTo("en");
        inbox.hasExactly("john cancelled");
        assertThat(language(dutch.open(firstLinkIn(inbox.lastTo("john").text()))))
                .as("the page of the session")
                .isEqualTo("en");
    }

    private static String firstLinkIn(String text) {
        return Pattern.compile("http://\\S+")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static String language(HttpResponse<String> page) {
        String lang = Jsoup.parse(page.body()).expectFirst("html").attr("lang");
        assertThat(page.headers().firstValue("content-language")).hasValue(lang);
        return lang;
    }
}
