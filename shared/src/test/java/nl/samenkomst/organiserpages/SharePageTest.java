package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What the page to share a session gives to copy. */
class SharePageTest {

    private static final String ADDRESS = "https://aanmelden.example.org/sessions/" + EENZAAMHEID_ONDER_JONGEREN.id();

    private static Document shown(Session session) {
        return Jsoup.parse(new OrganiserPages(HouseStyle.defaultStyle()).render(ShareSamples.page(session)));
    }

    @Test
    void givesTheAddressTheCalendarEntryAndATextInBothLanguages() {
        Document page = shown(EENZAAMHEID_ONDER_JONGEREN);

        assertThat(page.select("main input[readonly]").eachAttr("value")).containsExactly(ADDRESS, ADDRESS + ".ics");
        assertThat(page.select("textarea[id^=newsletter-]").eachAttr("lang")).containsExactly("nl", "en");
        assertThat(page.select("#newsletter-nl").text())
                .startsWith(EENZAAMHEID_ONDER_JONGEREN.document().about().title())
                .contains("dinsdag 15 december 2026")
                .endsWith("Aanmelden: " + ADDRESS);
        assertThat(page.select("#newsletter-en").text())
                .contains("Tuesday 15 December 2026")
                .endsWith("Register: " + ADDRESS);
    }

    @Test
    void theQrCodeIsAnSvgFileOfTheAddress() throws Exception {
        Element picture = shown(EENZAAMHEID_ONDER_JONGEREN).select("img.qr").getFirst();
        byte[] svg = Base64.getDecoder().decode(picture.attr("src").replace("data:image/svg+xml;base64,", ""));

        NodeList paths = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getElementsByTagName("path");

        assertThat(paths.item(1).getAttributes().getNamedItem("d").getNodeValue())
                .isEqualTo(QrPicture.of(ADDRESS).path());
    }

    /** Pasted into another website, the snippet is one paragraph with one link, whatever the organiser typed. */
    @Test
    void theSnippetIsALinkWhateverTheTitle() {
        HostileWords.all()
                .map(words -> words.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\uD800\\u2028\\u2029]", " ")
                        .strip())
                .filter(words -> !words.isEmpty())
                .forEach(words -> {
                    String snippet = shown(titled(words))
                            .select("textarea:not([id])")
                            .getFirst()
                            .wholeText();
                    Document there = Jsoup.parseBodyFragment(snippet);

                    assertThat(there.body().select("*").eachText()).as(words).isNotEmpty();
                    assertThat(there.body().select("*").stream().map(Element::tagName))
                            .as(words)
                            .containsExactly("body", "p", "a", "bdi", "br", "br", "bdi");
                    assertThat(there.select("a").eachAttr("href")).containsExactly(ADDRESS);
                    assertThat(there.select("a").getFirst().wholeText()).isEqualTo(words);
                });
    }

    /** Stored sessions are not validated, so a title may be anything. */
    private static Session titled(String words) {
        SessionDocument document =
                SampleSessions.eenzaamheidWith(Map.of("place", "Stadhuis")).document();
        About about = document.about();
        return Session.published(
                EENZAAMHEID_ONDER_JONGEREN.id(),
                new SessionDocument(
                        new About(
                                words,
                                about.summary(),
                                about.language(),
                                about.organiser(),
                                about.coOrganisers(),
                                about.contact(),
                                about.audience(),
                                about.topics(),
                                about.region(),
                                about.series(),
                                about.image()),
                        document.when(),
                        document.where(),
                        document.signUp(),
                        document.themes(),
                        document.questions(),
                        document.programme(),
                        document.materials(),
                        document.chosenReminders(),
                        document.notifications(),
                        document.retention()),
                NOW);
    }

    @Test
    void saysOfASessionByInvitationThatNobodyCanSignUpWithTheAddress() {
        Document page = shown(SampleSessions.eenzaamheidWith(Map.of("admission", "invited")));

        assertThat(page.select("main .notice").text()).contains("alleen op uitnodiging", "kan niemand zich aanmelden");
        assertThat(page.select("main input, main textarea, main img")).isEmpty();
    }
}
