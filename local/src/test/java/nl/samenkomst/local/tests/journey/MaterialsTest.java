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

/** Checks that materials reach participants, once per version. */
final class MaterialsTest extends DeskTestCase {

    private static final String SESSION = "handreiking";
    private static final String GUIDE = "https://example.org/handreiking.pdf";
    private static final String SLIDES = "https://example.org/presentatie.pdf";

    MaterialsTest() throws IOException, InterruptedException {}

    @Test
    void reachParticipantsOncePerVersion() throws Exception {
        ZonedDateTime start = clock.inDays(20);
        Map<String, Object> document =
                Organiser.session("De handreiking", start, Map.of("places", 2, "reminders", List.of("P1D")));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        visitor.signUp(SESSION, "maartje");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed", "maartje waiting");
        visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("ibrahim cancelled", "maartje promoted");

        change(document, material(GUIDE, "before", "uitgave 7", true));
        for (Inbox.Mail mail : inbox.hasExactly("noor materials", "maartje materials")) {
            assertThat(mail.text()).contains(GUIDE, "uitgave 7");
        }
        change(document, material(GUIDE, "before", "uitgave 7, nu zonder tikfouten", false));
        inbox.hasExactly();
        change(document, material(GUIDE, "before", "uitgave 8", true), material(SLIDES, "after", "", true));
        inbox.hasExactly("noor materials", "maartje materials");
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains(GUIDE, "(uitgave 8)")
                .doesNotContain(SLIDES);

        // Somebody who signs up late gets the materials in the confirmation.
        visitor.sendForm(inbox.lastTo("noor").ownPage() + "/cancellation", Map.of("lang", "nl"));
        visitor.signUp(SESSION, "sanne");
        inbox.hasExactly("noor cancelled", "sanne confirmed");
        assertThat(inbox.lastTo("sanne").text()).contains(GUIDE, "uitgave 8").doesNotContain(SLIDES);

        clock.moveTo(start.minusDays(1));
        inbox.hasExactly("maartje reminder", "sanne reminder");
        clock.moveTo(start.plusHours(2).minusMinutes(1));
        inbox.hasExactly();
        clock.moveTo(start.plusHours(2));
        for (Inbox.Mail mail : inbox.hasExactly("maartje follow-up", "sanne follow-up")) {
            assertThat(mail.text()).contains(GUIDE, SLIDES);
        }
        clock.moveTo(start.plusDays(3));
        change(document, material(SLIDES, "after", "met antwoorden", true));
        inbox.hasExactly("maartje follow-up", "sanne follow-up");

        // Public materials stay up to date on the page after all registrations have expired.
        clock.moveTo(start.plusDays(40));
        change(document, material(SLIDES, "after", "definitief", true));
        inbox.hasExactly();
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains(SLIDES, "(definitief)");
    }

    @Test
    void ofAThemeReachItsParticipantsOnly() throws Exception {
        Map<String, Object> document = Organiser.session(
                "Versnellingskamer",
                clock.inDays(20),
                Map.of(
                        "reminders",
                        List.of(),
                        "themes",
                        List.of(Map.of("id", "buurt", "title", "Buurt"), Map.of("id", "werk", "title", "Werk"))));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor", Map.of("theme", "buurt"));
        visitor.signUp(SESSION, "ibrahim", Map.of("theme", "werk"));
        inbox.hasExactly("noor confirmed", "ibrahim confirmed");

        change(document, Map.of("title", "Onderzoek", "url", GUIDE, "theme", "buurt"));
        assertThat(inbox.hasExactly("noor materials").getFirst().text()).contains(GUIDE);
        assertThat(visitor.open(inbox.lastTo("noor").ownPage()).body()).contains(GUIDE);
        for (String elsewhere :
                List.of(inbox.lastTo("ibrahim").ownPage(), "/sessions/" + SESSION, "/api/v1/sessions/" + SESSION)) {
            assertThat(visitor.open(elsewhere).body()).as(elsewhere).doesNotContain(GUIDE);
        }
        change(
                document,
                Map.of("title", "Onderzoek", "url", GUIDE, "theme", "buurt"),
                Map.of("title", "Onderzoek", "url", GUIDE, "theme", "werk"));
        inbox.hasExactly("ibrahim materials");
    }

    private void change(Map<String, Object> document, Map<?, ?>... materials) throws IOException, InterruptedException {
        document.put("materials", List.of(materials));
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
    }

    private static Map<String, Object> material(String url, String when, String version, boolean tell) {
        return Map.of("title", "Materiaal", "url", url, "when", when, "version", version, "tell", tell);
    }
}
