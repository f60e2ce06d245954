package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/** Runs <i>Netwerk Sociaal Domein</i> from publishing to its follow-up: a session for people in the network only. */
final class InvitedGatheringTest extends DeskTestCase {

    private static final String SESSION = "netwerk-sociaal-domein";
    private static final String ADDRESS = "/api/v1/organiser/sessions/" + SESSION;

    InvitedGatheringTest() throws IOException, InterruptedException {}

    @Test
    void isVisibleToInviteesOnly() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.demo(SESSION, start);
        document.put("places", 2);
        document.put("programme", List.of(Map.of("title", "Thuis in de buurt", "speaker", "Omar Tijink")));
        organiser.publish(SESSION, document);

        // Nobody can find it, and guessing its address gives the same answer as for a session that does not exist.
        for (String agenda : List.of(
                "/sessions", "/sessions.ics", "/sessions.atom", "/api/v1/sessions", "/sessions?series=Netwerk")) {
            assertThat(visitor.open(agenda).body()).as(agenda).doesNotContain(SESSION, "Netwerk Sociaal Domein: ");
        }
        for (String guess : List.of("", ".ics", "/received?as=place")) {
            assertThat(visitor.open("/sessions/" + SESSION + guess).statusCode())
                    .as(guess)
                    .isEqualTo(404);
        }
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains("alleen voor mensen met een uitnodiging")
                .doesNotContain("Netwerk");
        assertThat(visitor.open("/api/v1/sessions/" + SESSION).statusCode()).isEqualTo(404);
        assertThat(visitor.sendForm("/sessions/" + SESSION + "/registrations", form("hendrik"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.sendForm("/sessions/" + SESSION + "/own-link", form("hendrik"))
                        .statusCode())
                .as("as for any id")
                .isEqualTo(303);

        organiser.publish("open", Organiser.session("Open", start, Map.of("series", "Netwerk Sociaal Domein")));
        assertThat(visitor.open("/sessions/open/received?as=place&also=" + SESSION + ".place")
                        .body())
                .contains("Open")
                .doesNotContain("Netwerk");

        // Everybody invited gets one letter with their own link, although the list is sent twice.
        for (int i = 0; i < 2; i++) {
            assertThat(invite("noor", "ibrahim", "maartje", "youssef", "sanne").statusCode())
                    .isEqualTo(200);
        }
        inbox.hasExactly("noor invited", "ibrahim invited", "maartje invited", "youssef invited", "sanne invited");
        Inbox.Mail invitation = inbox.lastTo("noor");
        assertThat(invitation.subject()).startsWith("Uitnodiging: Netwerk Sociaal Domein");
        assertThat(invitation.text())
                .contains("Netwerk Sociaal Domein nodigt je uit", "leren bibliotheken van elkaar")
                .doesNotContain("/sessions/" + SESSION + "\n");
        assertThat(visitor.open(invitation.ownPage()).body())
                .contains(
                        "Je bent uitgenodigd.",
                        "Thuis in de buurt",
                        "value=\"noor\"",
                        "Ja, ik kom",
                        "Ik kan niet komen")
                .doesNotContain("href=\"/sessions/" + SESSION + "?");

        // Attending takes a place if there is one, once only; declining takes one press.
        assertThat(accept("noor").statusCode()).isEqualTo(303);
        assertThat(accept("noor").statusCode()).isEqualTo(303);
        assertThat(accept("ibrahim").statusCode()).isEqualTo(303);
        assertThat(accept("maartje").statusCode()).isEqualTo(303);
        assertThat(cancel("youssef").statusCode()).isEqualTo(303);
        inbox.hasExactly("noor confirmed", "ibrahim confirmed", "maartje waiting");
        assertThat(visitor.open(inbox.lastTo("youssef").ownPage()).body())
                .contains("Je liet weten dat je niet kunt komen.", "Ja, ik kom");
        HttpResponse<String> nameless = visitor.sendForm(
                inbox.lastTo("sanne").ownPage() + "/acceptance",
                Map.of("name", "", "organisation", "Bieb", "lang", "nl"));
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("Vul je naam in", "value=\"Bieb\"", "Ja, ik kom");
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "noor@example.org confirmed",
                        "ibrahim@example.org confirmed",
                        "maartje@example.org waitlisted",
                        "youssef@example.org not-coming",
                        "sanne@example.org invited");
        assertThat(organiser.look(SESSION).body())
                .contains("\"confirmed\":2,\"waitlisted\":1", "\"invited\":1,\"not-coming\":1,\"revoked\":0");

        // Days later, inviting again reaches only those who have not answered; an invitation may be revoked.
        clock.moveTo(clock.inDays(2).withHour(9));
        inbox.hasExactly();
        invite("noor", "ibrahim", "maartje", "youssef", "sanne");
        inbox.hasExactly("sanne invited");
        HttpResponse<String> withdrawn = visitor.call(
                ADDRESS + "/registrations/" + organiser.id(SESSION, "sanne") + "/cancellation",
                Map.of("reason", "Het is voor bibliotheken."));
        assertThat(withdrawn.body()).contains("\"state\":\"revoked\"");
        assertThat(inbox.hasExactly("sanne revoked").getFirst().text()).contains("Het is voor bibliotheken.");
        assertThat(accept("sanne").statusCode()).isEqualTo(409);
        assertThat(visitor.open(inbox.lastTo("sanne").ownPage()).body())
                .contains("heeft je uitnodiging ingetrokken", "Het is voor bibliotheken.")
                .doesNotContain("Thuis in de buurt");

        // A freed place goes to the first person waiting; those who cancelled or declined may attend after all.
        cancel("noor");
        inbox.hasExactly("noor cancelled", "maartje promoted");
        assertThat(inbox.lastTo("noor").text()).doesNotContain("/sessions/" + SESSION + "\n");
        assertThat(visitor.open(inbox.lastTo("noor").ownPage()).body()).contains("Ja, ik kom");
        accept("youssef");
        accept("noor");
        inbox.hasExactly("youssef waiting", "noor waiting");
        document.put("places", 3);
        organiser.put(SESSION, document, Optional.empty());
        inbox.hasExactly("youssef promoted");

        // Afterwards participants get the list of websites, which is no more public than the session.
        clock.moveTo(start.plusHours(4));
        Stream<String> participants = Stream.of("ibrahim", "maartje", "youssef")
                .flatMap(name ->
                        Stream.of(name + " reminder", name + " reminder", name + " reminder", name + " follow-up"));
        List<Inbox.Mail> letters = inbox.hasExactly(
                Stream.concat(participants, Stream.of("noor last-word")).toArray(String[]::new));
        assertThat(letters.getLast().text()).contains("https://www.example.org/netwerk/websites.html");
        assertThat(visitor.open("/sessions/" + SESSION).statusCode()).isEqualTo(404);
        assertThat(invite("ruben").statusCode()).isEqualTo(409);
    }

    @Test
    void oneAnswerAttendsSeveralSessionsOfTheSeries() throws Exception {
        for (int i = 0; i < 4; i++) {
            Map<String, Object> document = Organiser.demo(SESSION, clock.inDays(30 + 60 * i));
            document.put("title", "Bijeenkomst " + i);
            document.put("programme", List.of());
            document.put("places", i == 2 ? 1 : 25);
            organiser.publish(SESSION + i, document);
        }
        for (int i = 0; i < 3; i++) {
            invite(List.of("noor"), SESSION + i);
        }
        invite(List.of("ibrahim"), SESSION + 2);
        inbox.hasExactly("noor invited", "noor invited", "noor invited", "ibrahim invited");
        accept("ibrahim");
        inbox.hasExactly("ibrahim confirmed");
        String first = inbox.all().getFirst().ownPage();

        // The own page lists the other sessions that the person is invited to, and no others.
        assertThat(visitor.open(first).body())
                .containsSubsequence("Bijeenkomst 0", "Ook in deze reeks", "Bijeenkomst 1", "Bijeenkomst 2")
                .containsSubsequence("value=\"" + SESSION + 1 + "\"", "value=\"" + SESSION + 2 + "\"")
                .doesNotContain("Bijeenkomst 3");

        Map<String, String> form = form("noor");
        form.put("also", SESSION + 1 + "\n" + SESSION + 2 + "\n" + SESSION + 3 + "\n" + SESSION);
        assertThat(visitor.sendForm(first + "/acceptance", form).statusCode()).isEqualTo(303);
        assertThat(visitor.sendForm(first + "/acceptance", form).statusCode()).isEqualTo(303);
        assertThat(inbox.hasExactly("noor confirmed").getFirst().text())
                .containsSubsequence("Bijeenkomst 0", "Bijeenkomst 1", "Je hebt een plek.")
                .containsSubsequence("Bijeenkomst 2", "Je bent nummer 1 op de wachtlijst.")
                .doesNotContain("Bijeenkomst 3");
        assertThat(visitor.open(first).body())
                .containsSubsequence("Ook in deze reeks", "Je hebt een plek.", "Je staat op de wachtlijst");
        assertThat(organiser.states(SESSION + 1)).containsExactly("noor@example.org confirmed");
        assertThat(organiser.states(SESSION + 3)).isEmpty();
        clock.moveTo(clock.inDays(1));
        inbox.hasExactly();
    }

    private HttpResponse<String> invite(String... names) throws IOException, InterruptedException {
        return invite(List.of(names), SESSION);
    }

    private HttpResponse<String> invite(List<String> names, String session) throws IOException, InterruptedException {
        return visitor.call(
                "/api/v1/organiser/sessions/" + session + "/invitations",
                Map.of(
                        "invitations",
                        names.stream()
                                .map(name -> Map.of("name", name, "email", name + "@example.org"))
                                .toList()));
    }

    private HttpResponse<String> accept(String name) throws IOException, InterruptedException {
        return visitor.sendForm(inbox.lastTo(name).ownPage() + "/acceptance", form(name));
    }

    private HttpResponse<String> cancel(String name) throws IOException, InterruptedException {
        return visitor.sendForm(inbox.lastTo(name).ownPage() + "/cancellation", Map.of("lang", "nl"));
    }

    private static Map<String, String> form(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("name", name);
        form.put("email", name + "@example.org");
        form.put("organisation", "");
        form.put("lang", "nl");
        return form;
    }
}
