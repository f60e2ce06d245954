package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/**
 * Runs <i>Handreiking Lokale aanpak van eenzaamheid</i> from publishing to the edition of a year later: a guide for
 * many audiences, and a session about it.
 */
final class GuideGatheringTest extends DeskTestCase {

    private static final String SESSION = "handreiking-lokale-aanpak";
    private static final String GUIDE = "https://www.example.org/handreiking.pdf";
    private static final String SLIDES = "https://www.example.org/handreiking-presentatie.pdf";

    GuideGatheringTest() throws IOException, InterruptedException {}

    @Test
    void reachesItsAudiencesAndStaysAvailable() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.demo(SESSION, start);
        organiser.publish(SESSION, document);

        // Each of its audiences finds the session, and anybody can read the guide without signing up.
        for (String role : List.of("Kerken", "Woningcorporaties", "Vrijwilligers", "Wijkteams")) {
            assertThat(visitor.open("/sessions?audience=" + role).body())
                    .as(role)
                    .contains("De handreiking lokale aanpak in een uur");
        }
        assertThat(visitor.open("/sessions?audience=Sportclubs").body())
                .doesNotContain("De handreiking lokale aanpak in een uur");
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains(GUIDE, "(uitgave 7)", "mailto:handreiking@example.org", "Kerken, Verenigingen")
                .doesNotContain(SLIDES);

        // The confirmation links to the guide, and replies go to the address for remarks.
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        visitor.signUp(SESSION, "maartje");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed", "maartje confirmed");
        assertThat(inbox.lastTo("noor").text()).contains(GUIDE, "uitgave 7", "handreiking@example.org");
        assertThat(visitor.openAsJson("/local/mailbox").body()).doesNotContain(SLIDES);

        // A new edition is announced once; a corrected typing error is announced to nobody.
        change(document, List.of(guide("uitgave 8", true), slides()));
        for (Inbox.Mail mail : inbox.hasExactly("noor materials", "ibrahim materials", "maartje materials")) {
            assertThat(mail.text()).contains(GUIDE, "uitgave 8").doesNotContain(SLIDES);
        }
        change(document, List.of(guide("uitgave 8, tweede druk", false), slides()));
        inbox.hasExactly();

        // This session can be cancelled by link until it starts.
        visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("ibrahim cancelled");
        clock.moveTo(start.minusHours(1));
        inbox.hasExactly("noor reminder", "maartje reminder");
        visitor.sendForm(inbox.lastTo("maartje").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("maartje cancelled");

        // Afterwards the slides are available too: to participants by letter, and to everybody on the page.
        clock.moveTo(start.plusHours(2));
        Inbox.Mail followUp = inbox.hasExactly("noor follow-up").getFirst();
        assertThat(followUp.text()).contains(GUIDE, SLIDES);
        assertThat(visitor.open(followUp.ownPage()).body()).contains(GUIDE, SLIDES);
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains(GUIDE, SLIDES);

        // A year later the list is empty; the next edition is on the page and mailed to nobody.
        clock.moveTo(start.plusYears(1));
        assertThat(organiser.states(SESSION)).isEmpty();
        assertThat(visitor.open(followUp.ownPage()).statusCode()).isEqualTo(410);
        change(document, List.of(guide("uitgave 9", true), slides()));
        inbox.hasExactly();
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("(uitgave 9)", SLIDES);
        assertThat(visitor.open("/sessions?when=past&audience=Kerken").body()).contains("Is geweest: er is materiaal");
    }

    private void change(Map<String, Object> document, List<Map<String, Object>> materials)
            throws IOException, InterruptedException {
        document.put("materials", materials);
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
    }

    private static Map<String, Object> guide(String version, boolean tell) {
        return Map.of("title", "Handreiking", "url", GUIDE, "when", "before", "version", version, "tell", tell);
    }

    private static Map<String, Object> slides() {
        return Map.of("title", "Presentatie", "url", SLIDES, "when", "after");
    }
}
