package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.cancelled;
import static nl.samenkomst.domain.session.SampleSessions.eenzaamheidWith;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The feed as a feed reader sees it, read with the JDK's XML parser. */
final class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String DESK = "https://aanmelden.example.org";

    @Test
    void hasWhatAtomAsksOfEveryFeedAndEntry() throws Exception {
        Element feed = feed(AgendaQuery.EVERYTHING, EENZAAMHEID_ONDER_JONGEREN, LIBRARY_NETWORK);

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(feed, "title")).isEqualTo("Samenkomst: Agenda");
        assertThat(text(feed, "id")).isEqualTo(link(feed, "self")).isEqualTo(DESK + "/sessions.atom?lang=nl");
        assertThat(Instant.parse(text(feed, "updated"))).isEqualTo(NOW);
        assertThat(link(feed, "alternate")).isEqualTo(DESK + "/sessions?lang=nl");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("nl");
        List<Element> entries = children(feed, "entry");
        assertThat(entries).hasSize(2);
        for (Element entry : entries) {
            for (String once : List.of("title", "id", "updated", "author", "summary")) {
                assertThat(children(entry, once)).as(once).hasSize(1);
            }
            assertThat(OffsetDateTime.parse(text(entry, "updated"))).isNotNull();
            assertThat(link(entry, "alternate")).isEqualTo(text(entry, "id"));
        }
        Element first = entries.getFirst();
        assertThat(text(first, "id")).isEqualTo(DESK + "/sessions/eenzaamheid-onder-jongeren");
        assertThat(text(children(first, "author").getFirst(), "name")).isEqualTo("Kenniscentrum Samen");
        assertThat(text(first, "summary"))
                .startsWith("dinsdag 15 december 2026, 14.00-16.30 uur. Online via Zoom.\n\n");
        assertThat(entries.get(1).getAttribute("xml:lang")).isEqualTo("en");
        assertThat(text(entries.get(1), "summary")).contains("Thursday 3 December 2026", "Library of Almelo");
    }

    @Test
    void tellsNobodyTheWayIn() {
        assertThat(EveryPage.PAGES.feed(AgendaQuery.EVERYTHING, part(List.of(EENZAAMHEID_ONDER_JONGEREN)), Language.NL))
                .doesNotContain(SampleSessions.MEETING_LINK);
    }

    @Test
    void saysInTheTitleThatASessionIsCancelled() throws Exception {
        Element feed = feed(AgendaQuery.EVERYTHING, cancelled(EENZAAMHEID_ONDER_JONGEREN, "ziek"));

        assertThat(text(children(feed, "entry").getFirst(), "title"))
                .isEqualTo("Gaat niet door: Eenzaamheid onder jongeren");
    }

    @Test
    void isNamedAfterItsFilterAndLeadsOn() throws Exception {
        AgendaFilter filter =
                AgendaFilter.NONE.with(Facet.TOPIC, "Rust & ruimte").with(Facet.REGION, "Twente");
        AgendaResults part =
                new AgendaResults(List.of(), 120, 2, 3, Map.of(), Optional.empty(), Optional.empty(), false);
        Element feed = parse(
                EveryPage.PAGES.feed(AgendaQuery.EVERYTHING.withFilter(filter).page(2), part, Language.EN));

        assertThat(text(feed, "title")).isEqualTo("Samenkomst: Sessions: Rust & ruimte, Twente");
        assertThat(link(feed, "next"))
                .isEqualTo(DESK + "/sessions.atom?lang=en&topic=Rust+%26+ruimte&region=Twente&page=3");
        assertThat(link(feed, "alternate")).isEqualTo(DESK + "/sessions?lang=en&topic=Rust+%26+ruimte&region=Twente");
    }

    @Test
    void escapesHostileInput() throws Exception {
        String hostile = "]]></title><entry>&lt;&#x41; \" ' <!-- -- <![CDATA[ &amp;";
        Session session = eenzaamheidWith(
                Map.of("title", hostile, "organiser", hostile, "place", hostile, "topics", List.of(hostile)));
        Element entry = children(feed(AgendaQuery.EVERYTHING, session), "entry").getFirst();

        assertThat(text(entry, "title")).isEqualTo(hostile);
        assertThat(text(children(entry, "author").getFirst(), "name")).isEqualTo(hostile);
        assertThat(children(entry, "category").getFirst().getAttribute("term")).isEqualTo(hostile);
        assertThat(children(entry, "link")).hasSize(1);
    }

    private static Element feed(AgendaQuery query, Session... sessions) throws Exception {
        return parse(EveryPage.PAGES.feed(query, part(List.of(sessions)), Language.NL));
    }

    private static AgendaResults part(List<Session> sessions) {
        List<SessionSnapshot> sessionSnapshots =
                sessions.stream().map(session -> withTaken(session, 0, 0)).toList();
        return SampleSessions.agenda(sessionSnapshots, NOW);
    }

    private static Element parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static String text(Element element, String child) {
        return children(element, child).getFirst().getTextContent();
    }

    private static String link(Element element, String relation) {
        return children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        NodeList all = element.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element child && child.getLocalName().equals(name)) {
                children.add(child);
            }
        }
        return children;
    }
}
