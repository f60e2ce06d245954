package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaChoice;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.urls.AfterParameter;
import nl.samenkomst.urls.AgendaParameters;
import nl.samenkomst.urls.DeskUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class AgendaPageTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>&topic=x#'{value}";
    private static final AgendaFilter JONGEREN = AgendaFilter.NONE.with(Facet.TOPIC, "Jongeren");

    @Test
    void everyQueryTravelsThroughAnAddress() {
        AgendaCursor cursor = AgendaCursor.after(HANDREIKING);
        for (AgendaQuery query : List.of(
                AgendaQuery.EVERYTHING,
                AgendaQuery.EVERYTHING.page(3),
                AgendaQuery.of(AgendaDirection.PAST, JONGEREN).from(cursor).page(2),
                AgendaQuery.EVERYTHING.withFilter(
                        JONGEREN.with(Facet.REGION, "Fryslân & Groningen").with(Facet.SERIES, HOSTILE)))) {
            assertThat(parsed(DeskUrls.agenda(query, Language.NL))).isEqualTo(query);
            assertThat(parsed(DeskUrls.agendaFeed(query, Language.NL))).isEqualTo(query);
        }
        assertThat(DeskUrls.agenda(AgendaQuery.EVERYTHING, Language.NL)).isEqualTo("/sessions?lang=nl");
        assertThat(DeskUrls.agenda(
                        AgendaQuery.of(AgendaDirection.PAST, JONGEREN).page(2), Language.EN))
                .isEqualTo("/sessions?lang=en&topic=Jongeren&when=past&page=2");
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(AgendaParameters.parse(Map.of(
                        "topic", " ", "audience", "", "when", "yesterday", "page", "0", "after", "x", "colour", "red")))
                .isEqualTo(AgendaQuery.EVERYTHING);
        for (String page : List.of("", "-1", "1.5", "two", "9".repeat(20), "٣")) {
            assertThat(AgendaParameters.parse(Map.of("page", page)).page())
                    .as(page)
                    .isEqualTo(1);
        }
        assertThat(AgendaParameters.parse(Map.of("topic", " Jon\u0000ge\u202Eren\uFFFE\n"))
                        .filter())
                .isEqualTo(JONGEREN);
    }

    @Test
    void showsEveryValueWithItsNumberAndWhichIsChosen() {
        Document page = page(AgendaQuery.EVERYTHING.withFilter(JONGEREN), choices(2));

        assertThat(page.select("#topic option").eachText()).containsExactly("Alles", "Eenzaamheid (2)", "Jongeren (2)");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("Jongeren");
        assertThat(page.select("form[method=get]").attr("action")).isEqualTo("/sessions");
        assertThat(page.select("label").eachText()).containsExactly("Onderwerp", "Voor wie", "Regio", "Reeks");
    }

    @Test
    void everyFilterCanBeTakenAwayAndTheOthersStay() {
        AgendaFilter both = JONGEREN.with(Facet.REGION, "Heel Nederland");
        Document page = page(AgendaQuery.of(AgendaDirection.PAST, both).page(2), choices(2));

        assertThat(page.select(".chosen a").eachText())
                .containsExactly(
                        "Haal weg: Onderwerp: Jongeren", "Haal weg: Regio: Heel Nederland", "Haal alle filters weg");
        assertThat(page.select(".chosen a").eachAttr("href"))
                .containsExactly(
                        "/sessions?lang=nl&region=Heel+Nederland&when=past",
                        "/sessions?lang=nl&topic=Jongeren&when=past",
                        "/sessions?lang=nl&when=past");
        assertThat(page.title()).contains("Jongeren, Heel Nederland");
    }

    @Test
    void keepsUnknownFilterValueRemovable() {
        Document page =
                page(AgendaQuery.EVERYTHING.withFilter(AgendaFilter.NONE.with(Facet.SERIES, HOSTILE)), nothing());

        assertThat(page.select("option[selected]").attr("value")).isEqualTo(HOSTILE);
        assertThat(page.select("option[selected]").text()).isEqualTo(HOSTILE + " (0)");
        assertThat(page.select(".chosen a").attr("href")).isEqualTo("/sessions?lang=nl");
        assertThat(page.select("main").text()).contains("Haal een filter weg");
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void theLanguageAndTheOtherSideKeepTheFilter() {
        Document page = page(AgendaQuery.EVERYTHING.withFilter(JONGEREN).page(2), choices(2));

        assertThat(page.select("header nav a").attr("href")).isEqualTo("/sessions?lang=en&topic=Jongeren&page=2");
        assertThat(page.select(".sides a").eachAttr("href"))
                .containsExactly("/sessions?lang=nl&topic=Jongeren", "/sessions?lang=nl&topic=Jongeren&when=past");
        assertThat(page.select("[aria-current=page]").text()).isEqualTo("Komend");
    }

    @Test
    void leadsToThePagesBesideItAndFurtherOnFromTheLast() {
        AgendaQuery query = AgendaQuery.EVERYTHING.withFilter(JONGEREN);
        AgendaCursor further = AgendaCursor.after(HANDREIKING);

        assertThat(ways(query, part(1, 1, Optional.empty()))).isEmpty();
        assertThat(ways(query.page(2), part(2, 3, Optional.of(further))))
                .containsExactly(
                        "prev /sessions?lang=nl&topic=Jongeren", "next /sessions?lang=nl&topic=Jongeren&page=3");
        assertThat(ways(query.page(3), part(3, 3, Optional.of(further))))
                .containsExactly(
                        "prev /sessions?lang=nl&topic=Jongeren&page=2",
                        "next /sessions?lang=nl&topic=Jongeren&after=" + AfterParameter.of(further),
                        " /sessions?lang=nl&topic=Jongeren");
    }

    @Test
    void saysThatTheNumbersAreOfAPartWhereThereIsMore() {
        AgendaCursor further = AgendaCursor.after(HANDREIKING);
        String honest = "De aantallen gaan over dat deel.";

        assertThat(page(AgendaQuery.EVERYTHING, part(1, 1, Optional.of(further)))
                        .text())
                .contains(honest);
        assertThat(page(AgendaQuery.EVERYTHING.from(further), part(1, 1, Optional.empty()))
                        .text())
                .contains(honest);
        assertThat(page(AgendaQuery.EVERYTHING, part(1, 1, Optional.empty())).text())
                .doesNotContain(honest);
    }

    @Test
    void offersTheSameQueryAsFeedsFromTheirBeginning() {
        Document page = page(AgendaQuery.EVERYTHING.withFilter(JONGEREN).page(2), choices(2));

        assertThat(page.select("main a[type]").eachAttr("href"))
                .containsExactly("/sessions.atom?lang=nl&topic=Jongeren", "/api/v1/sessions?lang=nl&topic=Jongeren");
        assertThat(page.select("head link[rel=alternate]").eachAttr("href"))
                .containsExactly("/sessions.atom?lang=nl&topic=Jongeren", "/sessions.ics?lang=nl&topic=Jongeren");
    }

    /** A link to the file itself would store today's sessions once. */
    @Test
    void offersASubscriptionToTheFilteredAgendaAndItsAddress() {
        AgendaQuery past = AgendaQuery.of(AgendaDirection.PAST, JONGEREN).page(2);
        for (AgendaQuery query : List.of(AgendaQuery.EVERYTHING.withFilter(JONGEREN), past)) {
            Document page = page(query, choices(2));
            assertThat(page.select("a:contains(Volg in je eigen agenda)").attr("href"))
                    .isEqualTo("webcal://aanmelden.example.org/sessions.ics?lang=nl&topic=Jongeren");
            assertThat(page.select(".address").text())
                    .isEqualTo("https://aanmelden.example.org/sessions.ics?lang=nl&topic=Jongeren");
            assertThat(page.text()).contains("In Outlook:", "In Google Agenda", "In Agenda van Apple:");
        }
    }

    @Test
    void everyEmptyAgendaSaysWhatToDo() {
        Map<String, String> pages = EveryPage.in(Language.NL);

        assertThat(main(pages, "agenda-empty")).contains("geen komende bijeenkomsten in de agenda", "Volg deze agenda");
        assertThat(main(pages, "agenda-past-empty")).contains("nog geen bijeenkomst geweest");
        assertThat(main(pages, "agenda-filtered-empty")).contains("of kijk bij de afgelopen bijeenkomsten");
        assertThat(main(pages, "agenda-past-filtered-empty")).contains("of kijk bij de komende bijeenkomsten");
    }

    @Test
    void tellsOfPastSessionsThatTheyHaveBeen() {
        assertThat(main(EveryPage.in(Language.NL), "agenda-past"))
                .contains("Is geweest: er is materiaal", "Is geweest", "Ging niet door")
                .doesNotContain("Aanmelden kan");
    }

    private static AgendaQuery parsed(String address) {
        return AgendaParameters.parse(Stream.of(
                        address.substring(address.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }

    private static String main(Map<String, String> pages, String name) {
        return Jsoup.parse(Objects.requireNonNull(pages.get(name)))
                .expectFirst("main")
                .text();
    }

    private static List<String> ways(AgendaQuery query, AgendaResults part) {
        return page(query, part).select("main nav .ways a").stream()
                .map(way -> way.attr("rel") + " " + way.attr("href"))
                .toList();
    }

    private static Document page(AgendaQuery query, AgendaResults part) {
        return Jsoup.parse(EveryPage.PAGES.agenda(query, part, Language.NL, NOW));
    }

    private static AgendaResults choices(int sessions) {
        AgendaResults part = SampleSessions.agenda(List.of(withTaken(EENZAAMHEID_ONDER_JONGEREN, 3, 0)), NOW);
        assertThat(part.choices(Facet.TOPIC)).first().isEqualTo(new AgendaChoice("Eenzaamheid", sessions));
        return part;
    }

    private static AgendaResults nothing() {
        return SampleSessions.agenda(List.of(), NOW);
    }

    private static AgendaResults part(int page, int pages, Optional<AgendaCursor> next) {
        AgendaResults whole = choices(2);
        return new AgendaResults(
                whole.sessionSnapshots(), 20 * pages, page, pages, whole.choices(), next, Optional.of(NOW), false);
    }
}
