package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.cancelled;
import static nl.samenkomst.domain.session.SampleSessions.eenzaamheidWith;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.DeskUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The metadata of a session's page, read as search engines and other sites read it. */
final class PublicSessionTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String ADDRESS = "https://aanmelden.example.org/sessions/eenzaamheid-onder-jongeren";

    @Test
    void tellsSchemaOrgOfTheEvent() throws IOException {
        JsonNode event = event(EENZAAMHEID_ONDER_JONGEREN, 12);

        assertThat(event.path("@context").asText()).isEqualTo("https://schema.org");
        assertThat(event.path("@type").asText()).isEqualTo("Event");
        assertThat(event.path("name").asText()).isEqualTo("Eenzaamheid onder jongeren");
        assertThat(event.path("url").asText()).isEqualTo(ADDRESS);
        assertThat(event.path("startDate").asText()).isEqualTo("2026-12-15T14:00:00+01:00");
        assertThat(event.path("endDate").asText()).isEqualTo("2026-12-15T16:30:00+01:00");
        assertThat(event.path("eventStatus").asText()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(event.path("eventAttendanceMode").asText())
                .isEqualTo("https://schema.org/OnlineEventAttendanceMode");
        assertThat(event.at("/location/@type").asText()).isEqualTo("VirtualLocation");
        assertThat(event.at("/location/url").asText()).isEqualTo(ADDRESS);
        assertThat(event.at("/organizer/0/name").asText()).isEqualTo("Kenniscentrum Samen");
        assertThat(event.at("/organizer/1/name").asText()).isEqualTo("Een tegen eenzaamheid");
        assertThat(event.path("isAccessibleForFree").isBoolean()).isTrue();
        assertThat(event.at("/offers/price").asText()).isEqualTo("0");
        assertThat(event.at("/offers/availability").asText()).isEqualTo("https://schema.org/InStock");
        assertThat(event.path("remainingAttendeeCapacity").asInt()).isEqualTo(18);
        assertThat(event.at("/superEvent/@type").asText()).isEqualTo("EventSeries");
        assertThat(event.toString()).doesNotContain(SampleSessions.MEETING_LINK);
    }

    @Test
    void tellsWhereASessionIsHeld() throws IOException {
        JsonNode event = event(LIBRARY_NETWORK, 0);

        assertThat(event.path("eventAttendanceMode").asText())
                .isEqualTo("https://schema.org/OfflineEventAttendanceMode");
        assertThat(event.at("/location/@type").asText()).isEqualTo("Place");
        assertThat(event.at("/location/address").asText()).isEqualTo("Library of Almelo");
        assertThat(event.path("inLanguage").asText()).isEqualTo("en");
        assertThat(event.has("maximumAttendeeCapacity")).isFalse();
        assertThat(event(HANDREIKING, 0).has("location")).isFalse();
    }

    @Test
    void tellsThatItIsFullCancelledOrMovedInTime() throws IOException {
        Session moved = EENZAAMHEID_ONDER_JONGEREN.changed(
                eenzaamheidWith(Map.of("start", "2026-12-15T13:00:00+01:00")).document(), NOW);
        Session elsewhere = EENZAAMHEID_ONDER_JONGEREN.changed(
                eenzaamheidWith(Map.of("place", "Teams")).document(), NOW);

        assertThat(event(EENZAAMHEID_ONDER_JONGEREN, 30)
                        .at("/offers/availability")
                        .asText())
                .isEqualTo("https://schema.org/SoldOut");
        assertThat(event(cancelled(moved, ""), 0).path("eventStatus").asText())
                .isEqualTo("https://schema.org/EventCancelled");
        assertThat(event(moved, 0).path("eventStatus").asText()).isEqualTo("https://schema.org/EventRescheduled");
        assertThat(event(moved, 0).path("previousStartDate").asText()).isEqualTo("2026-12-15T14:00:00+01:00");
        assertThat(event(elsewhere, 0).path("eventStatus").asText()).isEqualTo("https://schema.org/EventScheduled");
    }

    @Test
    void escapesHostileInput() throws IOException {
        String hostile = "</script><script>alert(1)</script><!-- \\\" \u2028 & ' ]]>";
        Session session = eenzaamheidWith(Map.of(
                "title", hostile.replace("\u2028", ""), "summary", hostile.replace("\u2028", "\n\t"), "place", "<b>"));
        String page = html(session, 0);

        assertThat(Jsoup.parse(page).select("script")).hasSize(1);
        assertThat(event(session, 0).path("name").asText()).isEqualTo(hostile.replace("\u2028", ""));
        assertThat(event(session, 0).path("description").asText()).isEqualTo(hostile.replace("\u2028", "\n\t"));
        assertThat(og(page(session), "title")).isEqualTo(hostile.replace("\u2028", ""));
    }

    @Test
    void tellsOtherSitesWhatToShow() {
        Document page = page(EENZAAMHEID_ONDER_JONGEREN);

        assertThat(og(page, "title")).isEqualTo("Eenzaamheid onder jongeren");
        assertThat(og(page, "type")).isEqualTo("website");
        assertThat(og(page, "url")).isEqualTo(ADDRESS);
        assertThat(og(page, "locale")).isEqualTo("nl_NL");
        assertThat(og(page, "description"))
                .startsWith("dinsdag 15 december 2026, 14.00-16.30 uur. Hoe herken je eenzaamheid");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(ADDRESS);
        assertThat(page.select("link[hreflang]").eachAttr("href"))
                .containsExactly(ADDRESS + "?lang=nl", ADDRESS + "?lang=en");
        assertThat(og(page, "image")).isEqualTo(ADDRESS + ".png");
        assertThat(og(page(eenzaamheidWith(Map.of("image", "https://example.org/a.png?b=c&d"))), "image"))
                .isEqualTo("https://example.org/a.png?b=c&d");
    }

    @Test
    void aLongSummaryIsCutBetweenWords() {
        Session session = eenzaamheidWith(Map.of("summary", "Veel woorden 😀 ".repeat(100)));
        String description = og(page(session), "description");

        assertThat(description.codePointCount(0, description.length())).isBetween(200, 302);
        assertThat(description).endsWith(" …").doesNotContain("\uFFFD");
    }

    @Test
    void isPassedOnByPlainLinks() {
        Document page = page(eenzaamheidWith(Map.of("title", "Zin & onzin? #1 + 100%")));
        List<Element> links = page.select("main a[href^=mailto:?], main a[rel=noopener noreferrer]");

        assertThat(links).hasSize(3);
        assertThat(links.get(0).attr("href"))
                .startsWith("mailto:?subject=Zin%20%26%20onzin%3F%20%231%20%2B%20100%25&body=")
                .doesNotContain("+", " ");
        assertThat(decoded(links.get(0))).endsWith("\r\n\r\n" + ADDRESS);
        assertThat(decoded(links.get(1))).isEqualTo("https://www.linkedin.com/sharing/share-offsite/?url=" + ADDRESS);
        assertThat(decoded(links.get(2))).isEqualTo("https://wa.me/?text=Zin & onzin? #1 + 100% " + ADDRESS);
        assertThat(page.select(".address").text()).isEqualTo(ADDRESS);
    }

    @Test
    void tellsNothingOfWhereItIsWhereNobodyKnows() {
        Document page = Jsoup.parse(new Pages(HouseStyle.defaultStyle())
                .session(
                        withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0), SignUpDraft.blank(), List.of(), Language.NL, NOW));

        assertThat(page.select("script, link:not([rel=icon]), meta[property], .address"))
                .isEmpty();
    }

    @Test
    void showsTheOthersOfTheSeriesAndLeadsToAllOfIt() {
        Document page = Jsoup.parse(EveryPage.PAGES.session(
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 12, 0),
                SignUpDraft.blank(),
                List.of(withTaken(HANDREIKING, 0, 0), withTaken(LIBRARY_NETWORK, 0, 0)),
                Language.NL,
                EveryPage.LATE));

        assertThat(page.select(".series a").eachAttr("href"))
                .containsExactly("/sessions/handreiking?lang=nl", "/sessions/library-network?lang=nl");
        assertThat(page.select(".series li").eachText().get(1)).endsWith("(is geweest, met materiaal)");
        assertThat(page.select("a:contains(De hele reeks)").attr("href"))
                .isEqualTo("/sessions?lang=nl&series=Lokale+aanpak+eenzaamheid");
    }

    @Test
    void standsAtTheAddressItSays() {
        PublicSession session = new PublicSession(
                new DeskUrls(URI.create("https://x.example.org/desk")), withTaken(HANDREIKING, 0, 0), Language.NL, NOW);

        assertThat(session.address()).isEqualTo("https://x.example.org/desk/sessions/handreiking");
    }

    private static JsonNode event(Session session, int taken) throws IOException {
        return JACKSON.readTree(Jsoup.parse(html(session, taken))
                .expectFirst("script[type=application/ld+json]")
                .data());
    }

    private static String html(Session session, int taken) {
        return EveryPage.PAGES.session(withTaken(session, taken, 0), SignUpDraft.blank(), List.of(), Language.NL, NOW);
    }

    private static Document page(Session session) {
        return Jsoup.parse(html(session, 0));
    }

    private static String og(Document page, String property) {
        return page.expectFirst("meta[property=og:" + property + "]").attr("content");
    }

    private static String decoded(Element link) {
        return URLDecoder.decode(link.attr("href"), StandardCharsets.UTF_8);
    }
}
