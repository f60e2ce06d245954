package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.LetterPage;
import nl.samenkomst.local.desk.LocalHtml;
import nl.samenkomst.local.desk.MailboxFilter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/** Checks that a letter whose every field an attacker wrote is shown literally, as text only. */
final class HostileLetterTest {

    private final LocalHtml html = LocalHtml.of(Map.of("HOUSE_STYLE", "samenkomst"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</pre></div></section><h1>Anders</h1>",
                "</title><style>*{display:none}</style>",
                "${7*7} @if(true)x@endif !{var a = 1;}",
                "https://example.org/\"onclick=\"alert(1)",
                "https://example.org/'><script>alert(1)</script>",
                "javascript:alert(1)",
                "<!--",
                "\u202Eomgekeerd\u0000\u0007",
                "BEGIN:VCALENDAR\nMETHOD:REQUEST\nSUMMARY:<script>alert(1)</script>\nUID:\"><b>"
            })
    void isShownAsTextOnly(String hostile) {
        List<String> harmless = pages("tame");
        List<String> pages = pages(hostile);
        for (int i = 0; i < pages.size(); i++) {
            Document page = Jsoup.parse(pages.get(i));
            assertThat(shape(page)).isEqualTo(shape(Jsoup.parse(harmless.get(i))));
            assertThat(page.select("script, style, img, b")).isEmpty();
            assertThat(page.getAllElements())
                    .flatExtracting(element -> element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"))
                    .noneMatch(attribute -> attribute.getKey().equals("href")
                            && attribute.getValue().startsWith("javascript:"));
        }
    }

    private List<String> pages(String text) {
        Letter letter = new Letter(
                "000001",
                text,
                text,
                text,
                text,
                Instant.EPOCH,
                text,
                text,
                text,
                List.of(text),
                List.of("Subject: " + text, "Content-Language: " + text),
                SdkBytes.fromByteArray(text.getBytes(StandardCharsets.UTF_8)));
        return List.of(
                html.letter(LetterPage.of(letter, List.of(letter))),
                html.mailbox(MailboxFilter.of(List.of(letter), Map.of("kind", text))),
                html.problem(text));
    }

    /** Returns every element, except those that text produces: links in it, and the details of a calendar entry. */
    private static List<String> shape(Document page) {
        page.select(".text a, section[aria-labelledby=calendar] dl").remove();
        return page.getAllElements().stream()
                .map(element -> element.tagName() + element.className())
                .toList();
    }
}
