package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/**
 * Runs <i>Eenzaamheid onder jongeren</i> from publishing to its follow-up: few places, and registrations under review.
 */
final class ScreenedGatheringTest extends DeskTestCase {

    private static final String SESSION = "eenzaamheid-onder-jongeren";
    private static final String ORGANISER = "bijeenkomsten";
    private static final String REPORT = "https://www.example.org/jongeren/verslag.pdf";

    ScreenedGatheringTest() throws IOException, InterruptedException {}

    @Test
    void confirmsTheTargetGroupAndAnnouncesDecisions() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.demo(SESSION, start);
        document.put("places", 3);
        document.put("meetingLink", Map.of("visibleFrom", "PT1H"));
        organiser.publish(SESSION, document);
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains("De organisator bekijkt je aanmelding", "Inloop", "Pauze");

        // Everybody is under review, with a place as long as there is one; people with a municipality's address have it
        // for good once they confirm that address.
        assertThat(signUp("noor", "noor@waterhoven.gemeente.example.org"))
                .contains("De organisator bekijkt je aanmelding");
        for (String name : List.of("ibrahim", "maartje", "youssef")) {
            assertThat(signUp(name, name + "@example.org")).contains("De organisator bekijkt je aanmelding");
        }
        inbox.hasExactly("noor under-review", "ibrahim under-review", "maartje under-review", "youssef under-review");
        inbox.hasExactly("noor confirmed");
        assertThat(inbox.lastTo("ibrahim").text()).contains("houden we een plek voor je vrij");
        assertThat(inbox.lastTo("youssef").text()).doesNotContain("houden we een plek voor je vrij");
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "noor@waterhoven.gemeente.example.org confirmed",
                        "ibrahim@example.org under-review",
                        "maartje@example.org under-review",
                        "youssef@example.org under-review");

        // Each morning the organiser hears who is under review; two decisions, one of them sent twice, give two
        // letters.
        clock.moveTo(clock.inDays(1).withHour(8));
        Inbox.Mail morning = inbox.hasExactly(ORGANISER + " review").getFirst();
        assertThat(morning.text()).contains("ibrahim", "maartje", "youssef").doesNotContain("noor");
        assertThat(decide("ibrahim", "accept", "").statusCode()).isEqualTo(200);
        assertThat(decide("ibrahim", "accept", "").statusCode()).isEqualTo(200);
        assertThat(decide("ibrahim", "decline", "").statusCode()).isEqualTo(409);
        assertThat(decide("maartje", "decline", "Deze keer is het voor gemeenten.")
                        .statusCode())
                .isEqualTo(200);
        inbox.hasExactly("ibrahim confirmed", "maartje declined");
        assertThat(inbox.lastTo("maartje").text()).contains("Deze keer is het voor gemeenten.");

        // Maartje's place goes to the next person accepted; a later sign-up joins the waiting list, whatever the
        // address.
        assertThat(decide("youssef", "accept", "").statusCode()).isEqualTo(200);
        inbox.hasExactly("youssef confirmed");
        assertThat(signUp("sanne", "sanne@gemeente.example.org")).contains("De organisator bekijkt je aanmelding");
        inbox.hasExactly("sanne waiting");
        assertThat(signUp("maartje", "maartje@example.org")).contains("De organisator bekijkt je aanmelding");
        inbox.hasExactly("maartje own-link");
        visitor.sendForm(inbox.lastTo("noor").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("noor cancelled", "sanne promoted");
        clock.moveTo(clock.inDays(2).withHour(9));
        inbox.hasExactly();

        // The meeting link is set later, changes once more, and every letter still leads to it.
        String wayIn = inbox.lastTo("sanne").wayIn();
        document.put("meetingLink", Map.of("url", "https://zoom.example.org/oud", "visibleFrom", "PT1H"));
        organiser.put(SESSION, document, Optional.empty());
        document.put("meetingLink", Map.of("url", "https://zoom.example.org/nieuw", "visibleFrom", "PT1H"));
        organiser.put(SESSION, document, Optional.empty());
        assertThat(visitor.open(wayIn).statusCode()).isEqualTo(200);
        clock.moveTo(start.minusHours(1));
        assertThat(visitor.open(wayIn).headers().firstValue("location")).contains("https://zoom.example.org/nieuw");
        assertThat(visitor.open(inbox.lastTo("maartje").ownPage() + "/meeting").statusCode())
                .isEqualTo(200);

        // Afterwards participants get the report, except those marked absent.
        mark("ibrahim", true);
        mark("youssef", false);
        clock.moveTo(start.plusHours(3));
        inbox.hasExactly(Stream.of("ibrahim", "youssef", "sanne")
                .flatMap(name -> Stream.of(name + " reminder", name + " reminder", name + " reminder"))
                .toArray(String[]::new));
        document.put("materials", List.of(Map.of("title", "Verslag", "url", REPORT, "when", "after")));
        organiser.put(SESSION, document, Optional.empty());
        for (Inbox.Mail mail : inbox.hasExactly("ibrahim follow-up", "sanne follow-up")) {
            assertThat(mail.text()).contains(REPORT);
            assertThat(visitor.open(mail.ownPage()).body()).contains(REPORT);
        }
    }

    private void mark(String name, boolean present) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.put(
                "/api/v1/organiser/sessions/" + SESSION + "/registrations/" + organiser.id(SESSION, name) + "/presence",
                "{\"present\": " + present + "}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String signUp(String name, String email) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.sendForm(
                "/sessions/" + SESSION + "/registrations", Map.of("name", name, "email", email, "lang", "nl"));
        return visitor.follow(answer).body();
    }

    private HttpResponse<String> decide(String name, String decision, String reason)
            throws IOException, InterruptedException {
        return visitor.call(
                "/api/v1/organiser/sessions/" + SESSION + "/registrations/" + organiser.id(SESSION, name) + "/decision",
                Map.of("decision", decision, "reason", reason));
    }
}
