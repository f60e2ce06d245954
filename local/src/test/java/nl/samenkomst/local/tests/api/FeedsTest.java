package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Checks that the same query finds the same sessions as a page, as JSON and as an Atom feed, and that the calendar feed
 * has all of them.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class FeedsTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final Pattern UID = Pattern.compile("\r\nUID:([a-z0-9-]+)@");

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    private final Visitor visitor = Visitor.at(desk);
    private final Organiser organiser = new Organiser(desk);
    private final DeskClock clock = new DeskClock(desk);
    private final Inbox inbox = new Inbox(desk);

    FeedsTest() throws IOException, InterruptedException {}

    @BeforeAll
    void publish() throws Exception {
        for (int i = 10; i < 35; i++) {
            organiser.publish(
                    "sessie-" + i,
                    Organiser.session(
                            "Sessie " + i,
                            clock.inDays(i),
                            Map.of("places", 20, "topics", List.of(i % 2 == 0 ? "Even & zo" : "Oneven"))));
        }
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?topic=Even+%26+zo", "?topic=nergens", "?when=past", "?page=2", "?lang=en&region="})
    void everyFormatListsTheSameSessionsInOrder(String query) throws Exception {
        List<String> data = ids(visitor.open("/api/v1/sessions" + query).body());
        List<String> page = Jsoup.parse(visitor.open("/sessions" + query).body())
                .select(".agenda h3 a")
                .eachAttr("href");

        assertThat(entries(visitor.open("/sessions.atom" + query).body())).isEqualTo(data);
        if (!query.startsWith("?page")) {
            assertThat(page.stream().map(link -> link.replaceAll("/sessions/|[?].*", "")))
                    .isEqualTo(data.stream().limit(20).toList());
        }
    }

    /** A calendar reads one address, and drops what is not there. */
    @ParameterizedTest
    @CsvSource({"'', 25", "?topic=Even+%26+zo, 13", "?topic=nergens, 0", "?topic=Oneven&page=2&when=past, 12"})
    void theCalendarHasEveryUpcomingSessionThatMatches(String query, int sessions) throws Exception {
        String filter = query.replaceFirst("&page.*", "");
        List<String> data = ids(visitor.open("/api/v1/sessions" + filter).body());
        String calendar = visitor.open("/sessions.ics" + query).body();

        assertThat(UID.matcher(calendar).results().map(uid -> uid.group(1)))
                .hasSizeGreaterThanOrEqualTo(sessions)
                .isEqualTo(data);
        assertThat(calendar).contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "\r\nX-PUBLISHED-TTL:PT1H\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions.ics", "/sessions.atom", "/api/v1/sessions"})
    void answersConditionalRequestsWith304(String path) throws Exception {
        HttpResponse<String> first = visitor.open(path);
        HttpResponse<String> byTag = visitor.send(
                visitor.to(path).header("If-None-Match", header(first, "etag")).GET());
        HttpResponse<String> byDate = visitor.send(visitor.to(path)
                .header("If-Modified-Since", header(first, "last-modified"))
                .GET());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "cache-control")).isIn("no-cache", "public, max-age=300");
        for (HttpResponse<String> again : List.of(byTag, byDate)) {
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "etag")).isEqualTo(header(first, "etag"));
        }
        assertThat(visitor.send(visitor.to(path + "?topic=Oneven")
                                .header("If-None-Match", header(first, "etag"))
                                .GET())
                        .statusCode())
                .as("another query")
                .isEqualTo(200);
    }

    @Test
    void aTakenPlaceChangesTheJsonButNotTheFeeds() throws Exception {
        String data = header(visitor.open("/api/v1/sessions"), "etag");
        String feed = header(visitor.open("/sessions.atom"), "etag");
        visitor.call("/api/v1/sessions/sessie-20/registrations", Map.of("name", "Noor", "email", "noor@example.org"));
        inbox.hasExactly("noor confirmed");

        assertThat(header(visitor.open("/api/v1/sessions"), "etag")).isNotEqualTo(data);
        assertThat(header(visitor.open("/sessions.atom"), "etag")).isEqualTo(feed);
    }

    @Test
    void aSessionThatLeavesAFilterChangesThatFeed() throws Exception {
        organiser.publish("anders", Organiser.session("Anders", clock.inDays(40), Map.of("topics", List.of("Breien"))));
        String path = "/sessions.atom?topic=Breien";
        HttpResponse<String> before = visitor.open(path);
        clock.advance("PT1M");
        organiser.put("anders", Organiser.session("Anders", clock.inDays(40), Map.of()), Optional.empty());
        HttpResponse<String> after = visitor.send(visitor.to(path)
                .header("If-Modified-Since", header(before, "last-modified"))
                .GET());

        assertThat(entries(before.body())).containsExactly("anders");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(entries(after.body())).isEmpty();
    }

    @Test
    void declaresContentTypeAndLanguage() throws Exception {
        assertThat(header(visitor.open("/sessions.ics"), "content-type"))
                .isEqualTo("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(header(visitor.open("/sessions.atom"), "content-type"))
                .isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(header(visitor.open("/sessions.atom"), "vary")).isEqualTo("accept-language");
        assertThat(visitor.preferring("en").open("/sessions.atom?when=past").body())
                .contains("<title>Samenkomst: Past sessions</title>");
    }

    @Test
    void linksASessionToItsSeries() throws Exception {
        for (int i = 0; i < 3; i++) {
            organiser.publish(
                    "reeks-" + i, Organiser.session("Deel " + i, clock.inDays(53 - i), Map.of("series", "In delen")));
        }
        Document page = Jsoup.parse(visitor.open("/sessions/reeks-1?lang=nl").body());
        Document agenda = Jsoup.parse(
                visitor.open(page.expectFirst("a:contains(De hele reeks)").attr("href"))
                        .body());

        assertThat(page.select(".series a").eachText()).containsExactly("Deel 2", "Deel 0");
        assertThat(agenda.select(".agenda h3").eachText()).containsExactly("Deel 2", "Deel 1", "Deel 0");
    }

    @Test
    void neverShowsTheMeetingLink() throws Exception {
        for (String path : List.of("/sessions", "/sessions.ics", "/sessions.atom", "/api/v1/sessions")) {
            assertThat(visitor.open(path).body()).as(path).doesNotContain(Organiser.MEETING_LINK);
        }
    }

    @Test
    void filtersAndPagesWithoutScripts() throws Exception {
        Document page = Jsoup.parse(visitor.open("/sessions").body());
        Document second = Jsoup.parse(
                visitor.open(page.expectFirst("main a[rel=next]").attr("href")).body());
        Document filtered =
                Jsoup.parse(visitor.open("/sessions?lang=nl&topic=" + "Even+%26+zo" + "&audience=&region=&series=")
                        .body());

        assertThat(page.select(".agenda > li")).hasSize(20);
        assertThat(second.select(".agenda > li")).hasSizeBetween(5, 9);
        assertThat(filtered.select(".agenda > li")).hasSize(13);
        assertThat(filtered.select("option[selected]").attr("value")).isEqualTo("Even & zo");
    }

    private static List<String> ids(String json) throws IOException {
        JsonNode sessions = JACKSON.readTree(json).path("sessions");
        return sessions.findValuesAsText("id");
    }

    private static List<String> entries(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList ids = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("id");
        return IntStream.range(1, ids.getLength())
                .mapToObj(i -> ids.item(i).getTextContent().replaceFirst(".*/", ""))
                .toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
