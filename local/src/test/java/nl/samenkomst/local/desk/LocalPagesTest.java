package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what the desk's own pages show of letters sent and letters to come. */
final class LocalPagesTest extends DeskTestCase {

    private static final String INVITATION =
            "An invitation: the calendar adds the session, or corrects what it has under this UID.";

    private static final String SESSION = "buurtwerk";

    LocalPagesTest() throws IOException, InterruptedException {}

    @BeforeEach
    void threePeopleSignUp() throws Exception {
        organiser.publish(
                SESSION,
                Organiser.session(
                        "Buurtwerk & <b>zorg</b>",
                        clock.inDays(20),
                        Map.of("places", 3, "reminders", List.of("P8D", "P1D"))));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "wim");
        visitor.signUp(SESSION, "fenna");
        inbox.hasExactly("noor confirmed", "wim confirmed", "fenna confirmed");
    }

    @Test
    void showUpcomingLettersAndMoveTheClockThere() throws Exception {
        assertThat(upcoming()).containsExactly("reminder (P8D) to 3 people");
        assertThat(upcoming()).as("looked at once more").containsExactly("reminder (P8D) to 3 people");

        moveToNextLetter();
        inbox.hasExactly("noor reminder", "wim reminder", "fenna reminder");
        assertThat(clock.now()).isBefore(clock.inDays(0).plusMinutes(5).toInstant());
        assertThat(upcoming()).containsExactly("reminder (P1D) to 3 people");

        moveToNextLetter();
        inbox.hasExactly("noor reminder", "wim reminder", "fenna reminder");
        assertThat(upcoming()).isEmpty();
        assertThat(page("/local/clock").text()).contains("No letter is owed to anybody.");
    }

    @Test
    void listSessionsWithHowFullTheyAre() throws Exception {
        visitor.signUp(SESSION, "joost");
        inbox.hasExactly("joost waiting");
        organiser.publish("besloten", Organiser.session("Besloten", clock.inDays(30), Map.of("admission", "invited")));

        List<Element> lines = page("/local").select("section[aria-labelledby=sessions] li");

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().text())
                .startsWith("Buurtwerk & <b>zorg</b> waiting list")
                .endsWith("3 of 3 places taken, 1 waiting");
        assertThat(lines.getFirst().expectFirst("a").attr("href")).isEqualTo("/sessions/" + SESSION);
        assertThat(lines.getLast().text()).contains("by invitation", "The way in is in a letter");
        assertThat(lines.getLast().select("a[href^=/sessions]")).isEmpty();
    }

    @Test
    void explainTheCalendarMethod() throws Exception {
        assertThat(newestLetter().text()).contains(INVITATION);

        Map<String, Object> later = Organiser.session("Buurtwerk", clock.inDays(21), Map.of("places", 3));
        assertThat(organiser.putAndTell(SESSION, "true", later).statusCode()).isEqualTo(200);
        inbox.hasExactly("noor session-moved", "wim session-moved", "fenna session-moved");
        assertThat(newestLetter().text()).contains(INVITATION);

        organiser.cancel(SESSION, "Ziekte");
        clock.advance("PT2M");
        inbox.hasExactly("noor session-cancelled", "wim session-cancelled", "fenna session-cancelled");
        Document cancelled = newestLetter();
        assertThat(cancelled.text()).contains("A cancellation: the calendar takes out what it has under this UID.");
        assertThat(cancelled.select("section[aria-labelledby=calendar] dt").eachText())
                .contains("Method", "From", "Sequence", "UID", "Status");
    }

    @Test
    void filterLettersBySessionAndKind() throws Exception {
        assertThat(page("/local/mailbox").select(".rows li")).hasSize(3);
        assertThat(page("/local/mailbox?session=buurtwerk&kind=confirmed").select(".rows li"))
                .hasSize(3);
        assertThat(page("/local/mailbox?session=&kind=").select(".rows li")).hasSize(3);
        Document none = page("/local/mailbox?kind=reminder");
        assertThat(none.select(".rows li")).isEmpty();
        assertThat(none.text()).contains("No letter is like that.");
    }

    @Test
    void showWhatBecameOfALetter() throws Exception {
        assertThat(page("/local/mailbox").select(".rows .tag").eachText()).containsOnly("confirmed");
        assertThat(newestLetter().text()).contains("Took the letter at once.");

        visitor.call(
                "/api/v1/sessions/" + SESSION + "/registrations", Map.of("name", "Bo", "email", "bounce@example.org"));
        inbox.hasExactly("bounce waiting");

        assertThat(page("/local/mailbox").select(".rows li:first-child .tag").eachText())
                .containsExactly("waiting", "bounced");
        assertThat(newestLetter().text()).contains("Does not exist: the letter bounced.");
    }

    @Test
    void linkToTheNextLetter() throws Exception {
        Document newest = newestLetter();
        assertThat(newest.select("a[rel=prev]")).isEmpty();
        Document older = page(newest.expectFirst("a[rel=next]").attr("href"));
        Document oldest = page(older.expectFirst("a[rel=next]").attr("href"));

        assertThat(oldest.select("a[rel=next]")).isEmpty();
        assertThat(page(oldest.expectFirst("a[rel=prev]").attr("href")).title()).isEqualTo(older.title());
    }

    @Test
    void frameLettersWithoutScripts() throws Exception {
        Element frame = newestLetter().expectFirst("iframe");
        HttpResponse<String> framed = visitor.open(frame.attr("src"));

        assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(policyOf(framed))
                .contains("default-src 'none'", "sandbox allow-popups", "frame-ancestors 'self'")
                .doesNotContain("script");
        assertThat(Jsoup.parse(framed.body()).select("head > base").attr("target"))
                .isEqualTo("_blank");
        assertThat(visitor.open(frame.attr("src").replace(".html", ".txt")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void useAStyleSheetAndNoScripts() throws Exception {
        for (String path :
                List.of("/local", "/local/mailbox", "/local/clock", "/local/nowhere", "/local/mailbox/000001")) {
            HttpResponse<String> answer = visitor.open(path);
            assertThat(policyOf(answer)).as(path).contains("style-src 'self'").doesNotContain("unsafe");
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("style, script, [style], [onclick]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("h1")).as(path).hasSize(1);
        }
        HttpResponse<String> style = visitor.open("/local/style.css");
        assertThat(style.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
        assertThat(style.body()).startsWith(":root{").contains("--basis-focus-outline-color:");
    }

    private List<String> upcoming() throws IOException, InterruptedException {
        return page("/local").select(".coming li div p:nth-child(2)").eachText();
    }

    private void moveToNextLetter() throws IOException, InterruptedException {
        Element button = page("/local").expectFirst(".coming button");
        HttpResponse<String> answer =
                visitor.sendForm("/local/clock", Map.of(button.attr("name"), button.attr("value")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private Document newestLetter() throws IOException, InterruptedException {
        return page(page("/local/mailbox").expectFirst(".rows a").attr("href"));
    }

    private Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.open(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String policyOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-security-policy").orElseThrow();
    }
}
