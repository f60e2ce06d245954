package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows somebody who has everything erased, at several sessions of a series and in the record of what was done. */
final class ErasingTest extends DeskTestCase {

    private static final String FIRST = "eerste";
    private static final String SECOND = "tweede";
    private static final String REVIEWED = "beoordeeld";
    private static final String INVITED = "genodigden";
    private static final String ORGANISER = "/api/v1/organiser/sessions/";

    private final ZonedDateTime start = clock.inDays(30);

    ErasingTest() throws IOException, InterruptedException {}

    @BeforeEach
    void publish() throws IOException, InterruptedException {
        publish(FIRST, Map.of("places", 1));
        publish(SECOND, Map.of());
        publish(REVIEWED, Map.of("admission", "reviewed"));
        publish(INVITED, Map.of("admission", "invited"));
        organiser.publish("elders", Organiser.session("Elders", start, Map.of()));
        for (String session : List.of(FIRST, SECOND, REVIEWED, "elders")) {
            visitor.signUp(session, "noor");
        }
        visitor.signUp(FIRST, "piet");
        inbox.forgetEarlier();
        invite("noor");
        decline("noor");
        inbox.forgetEarlier();
    }

    @Test
    void erasesWhatIsTickedAndSaysWhatIsLeft() throws Exception {
        String own = ownPage(FIRST);
        assertThat(Jsoup.parse(visitor.open(own).body())
                        .select("input[name=sessions]")
                        .eachAttr("value"))
                .as("of this series, also where she was declined or invited")
                .containsExactlyInAnyOrder(SECOND, REVIEWED, INVITED);

        Map<String, String> form = new HashMap<>(Map.of("sessions", SECOND, "lang", "nl"));
        HttpResponse<String> unsure = visitor.sendForm(own + "/erasure", form);
        assertThat(unsure.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(unsure.body())
                        .select("input[name=sessions][checked]")
                        .eachAttr("value"))
                .containsExactly(SECOND);
        assertThat(organiser.states(SECOND)).containsExactly("noor@example.org confirmed");

        form.put("sure", "yes");
        HttpResponse<String> erased = visitor.sendForm(own + "/erasure", form);
        assertThat(erased.statusCode()).isEqualTo(303);
        assertThat(Jsoup.parse(visitor.follow(erased).body()).text())
                .contains("Alles is verwijderd")
                .containsSubsequence("Bijeenkomst tweede", "Ook verwijderd.")
                .containsSubsequence("Bijeenkomst beoordeeld", "Niet verwijderd.")
                .contains("0 verwijderd, 1 niet verwijderd")
                .doesNotContain("Bijeenkomst genodigden", "Elders");
        assertThat(organiser.states(FIRST)).containsExactly("piet@example.org confirmed");
        assertThat(organiser.states(SECOND)).isEmpty();
        assertThat(organiser.states(REVIEWED)).containsExactly("noor@example.org declined");
        inbox.hasExactly("piet promoted");
        assertThat(visitor.sendForm(own + "/erasure", form).statusCode()).isEqualTo(404);
    }

    @Test
    void findsTheOtherRegistrationsInEverySession() throws Exception {
        String own = ownPage(FIRST);
        String search =
                Jsoup.parse(visitor.open(own).body()).select("#erase ~ form a").attr("href");
        HttpResponse<String> page = visitor.open(search);
        assertThat(Jsoup.parse(page.body()).select("input[name=sessions]").eachAttr("value"))
                .containsExactlyInAnyOrder(SECOND, REVIEWED, INVITED, "elders");
        assertThat(page.headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));

        Map<String, String> form = new HashMap<>(Map.of("sessions", "elders\nonbekend", "lang", "nl"));
        HttpResponse<String> unsure = visitor.sendForm(own + "/erasure", form);
        assertThat(Jsoup.parse(unsure.body())
                        .select("input[name=sessions][checked]")
                        .eachAttr("value"))
                .containsExactly("elders");
        form.put("sure", "yes");
        HttpResponse<String> erased = visitor.sendForm(own + "/erasure", form);
        assertThat(Jsoup.parse(visitor.follow(erased).body()).text()).containsSubsequence("Elders", "Ook verwijderd.");
        assertThat(organiser.states("elders")).isEmpty();
        assertThat(organiser.states(SECOND)).containsExactly("noor@example.org confirmed");
    }

    @Test
    void leavesNothingInTheRecordOfWhatOrganisersDid() throws Exception {
        String id = organiser.id(REVIEWED, "noor");
        assertThat(visitor.open(ORGANISER + REVIEWED + "/changes").body()).contains(id, "Past niet bij de doelgroep");

        visitor.sendForm(ownPage(REVIEWED) + "/erasure", Map.of("sure", "yes"));

        assertThat(visitor.open(ORGANISER + REVIEWED + "/changes").body())
                .contains("\"what\":\"declined\",\"registration\":\"erased\",\"reason\":\"erased\"")
                .doesNotContain(id, "Past niet bij de doelgroep");
    }

    @Test
    void answersSomebodyInvitedAlike() throws Exception {
        HttpResponse<String> erased = visitor.sendForm(
                ownPage(INVITED) + "/erasure", Map.of("sure", "yes", "sessions", REVIEWED, "lang", "en"));

        HttpResponse<String> page = visitor.follow(erased);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).text())
                .contains("Everything has been deleted")
                .containsSubsequence("Bijeenkomst eerste", "Not deleted.")
                .containsSubsequence("Bijeenkomst beoordeeld", "Deleted too.")
                .doesNotContain("Bijeenkomst genodigden");
        assertThat(page.body())
                .as("as for any id")
                .isEqualTo(visitor.open(page.uri().getRawPath().replace(INVITED, "zomaar") + "?"
                                + page.uri().getRawQuery())
                        .body()
                        .replace("zomaar", INVITED));
    }

    @Test
    void aProgramErasesThemToo() throws Exception {
        String api = "/api/v1" + ownPage(FIRST).replaceFirst("https?://[^/]+", "");
        HttpResponse<String> refused = visitor.call(api + "/erasure", Map.of("sessions", List.of("Geen id")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/sessions/0");
        assertThat(visitor.call(api + "/erasure", Map.of("also", List.of())).statusCode())
                .isEqualTo(400);

        HttpResponse<String> erased =
                visitor.call(api + "/erasure", Map.of("sessions", List.of(SECOND, REVIEWED, "elders")));

        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(JSON.std.mapFrom(erased.body())).containsEntry("as", "erased");
        assertThat(erased.body())
                .contains("{\"session\":\"tweede\",\"as\":\"erased\"}")
                .contains("{\"session\":\"beoordeeld\",\"as\":\"erased\"}")
                .contains("{\"session\":\"genodigden\",\"as\":\"kept\"}")
                .contains("{\"session\":\"elders\",\"as\":\"erased\"}");
        assertThat(organiser.states("elders")).isEmpty();
        HttpResponse<String> last =
                visitor.send(visitor.to("/api/v1" + ownPage(INVITED).replaceFirst("https?://[^/]+", "") + "/erasure")
                        .POST(BodyPublishers.noBody()));
        assertThat(last.body()).isEqualTo("{\"as\":\"erased\"}");
    }

    @Test
    void theDownloadHasWhatOrganisersDidAndWhy() throws Exception {
        Map<String, Object> data = JSON.std.mapFrom(
                visitor.open("/api/v1" + ownPage(REVIEWED).replaceFirst("https?://[^/]+", "") + "/data")
                        .body());

        assertThat(data)
                .containsEntry("state", "declined")
                .containsEntry("reason", "Past niet bij de doelgroep")
                .containsEntry("session", REVIEWED);
        assertThat(String.valueOf(data.get("changes")))
                .contains("what=declined", "reason=Past niet bij de doelgroep")
                .doesNotContain("who");
        assertThat(String.valueOf(data.get("letters"))).contains("kind=declined", "messageId=");
    }

    private void publish(String id, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> document = Organiser.session("Bijeenkomst " + id, start, more);
        document.put("series", "Lokale aanpak");
        organiser.publish(id, document);
    }

    private void invite(String name) throws IOException, InterruptedException {
        HttpResponse<String> invited = visitor.call(
                ORGANISER + INVITED + "/invitations",
                Map.of("invitations", List.of(Map.of("name", name, "email", name + "@example.org"))));
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(200);
    }

    private void decline(String name) throws IOException, InterruptedException {
        HttpResponse<String> declined = visitor.call(
                ORGANISER + REVIEWED + "/registrations/" + organiser.id(REVIEWED, name) + "/decision",
                Map.of("decision", "decline", "reason", "Past niet bij de doelgroep"));
        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);
    }

    /** Returns the link in the last letter to her about this session. */
    private String ownPage(String session) throws IOException, InterruptedException {
        return inbox.all().stream()
                .filter(mail -> mail.to().startsWith("noor@"))
                .map(mail -> mail.ownPage())
                .filter(link -> link.contains("/" + session + "/"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
