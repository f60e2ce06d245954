package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Input as people paste it, other websites send it and mail programs break it. */
class WhatPeopleTypeTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String REGISTRATIONS = "/sessions/" + SESSION + "/registrations";
    private static final String RECEIVED = "/sessions/" + SESSION + "/received?as=place&lang=nl";

    WhatPeopleTypeTest() throws IOException, InterruptedException {}

    @BeforeEach
    void publish() throws Exception {
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", clock.inDays(30), Map.of("places", 3)));
    }

    @Test
    void signsUpWithoutInvisibleCharacters() throws Exception {
        String pasted = "\u202a\ufeffno\u00ador@exam\u200bple.org\u202c\u00a0";
        assertThat(location(signUp("\u200eNo\u00ador\u200b Bakker\u2060", pasted)))
                .isEqualTo(RECEIVED);
        assertThat(location(signUp("Noor Bakker", "noor@example.org"))).isEqualTo(RECEIVED);
        String persian = "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627";
        assertThat(location(signUp("\ufeff" + persian + "\u200f", "ali@example.org")))
                .isEqualTo(RECEIVED);

        inbox.hasExactly("noor confirmed", "ali confirmed");
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder("noor@example.org confirmed", "ali@example.org confirmed");
        assertThat(organiser.registrations(SESSION).body())
                .contains("\"name\":\"Noor Bakker\"", "\"name\":\"" + persian + "\"");

        HttpResponse<String> nobody = signUp("\u200b\u3164\ufeff", "niemand@example.org");
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(nobody.body()).select("#name-problem").text()).isEqualTo("Vul je naam in.");
    }

    @Test
    void keepsWhatWasTypedInAFormOfAnotherWebsite() throws Exception {
        String form = "name=Zo%EB+van+Dijk&email=zoe%40example.org&organisation=Caf%E9+%80+3&lang=nl";
        assertThat(location(visitor.post(REGISTRATIONS, Visitor.FORM, form.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(RECEIVED);
        assertThat(location(visitor.post(
                        REGISTRATIONS,
                        "multipart/form-data; boundary=----x",
                        parts("windows-1252", Map.of("name", "Jan Müller", "email", "jan@example.org", "lang", "nl")))))
                .isEqualTo(RECEIVED);
        assertThat(location(visitor.post(
                        REGISTRATIONS,
                        "multipart/form-data; boundary=----x",
                        parts("UTF-8", Map.of("name", "Łucja", "email", "lucja@example.org", "lang", "nl")))))
                .isEqualTo(RECEIVED);

        assertThat(organiser.registrations(SESSION).body())
                .contains(
                        "\"name\":\"Zoë van Dijk\"",
                        "\"organisation\":\"Café € 3\"",
                        "\"name\":\"Jan Müller\"",
                        "\"name\":\"Łucja\"");
    }

    @Test
    void leadsFromABrokenAddressToWhatIsMeant() throws Exception {
        assertThat(location(signUp("Noor", "noor@example.org"))).isEqualTo(RECEIVED);
        inbox.hasExactly("noor confirmed");
        String own = inbox.lastTo("noor").ownPage();

        for (String link : List.of("/sessions/" + SESSION, "/sessions", "/api/v1/sessions", "/sessions.ics", own)) {
            for (String end : List.of("/", ".", ",", ")", "%3E", "%20", "%22")) {
                HttpResponse<String> answer = visitor.open(link + end + "?lang=en");
                assertThat(answer.statusCode()).as(link + end).isEqualTo(308);
                HttpResponse<String> meant = visitor.follow(answer);
                assertThat(meant.statusCode()).as(link + end).isEqualTo(200);
                assertThat(meant.uri().getQuery()).isEqualTo("lang=en");
            }
        }
        assertThat(visitor.follow(visitor.open("/SESSIONS/Lokale-Aanpak")).body())
                .contains("<h1>Lokale aanpak");
        String token = own.substring(own.lastIndexOf('/'));
        assertThat(visitor.follow(visitor.open("/Sessions/Lokale-Aanpak/Registrations" + token))
                        .body())
                .contains("Noor");
        for (String form : List.of("/cancellation/", "/cancellation.", "/Cancellation", "/erasure/")) {
            assertThat(visitor.sendForm(own.replaceFirst("https?://[^/]+", "") + form, Map.of("sure", "yes"))
                            .statusCode())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(organiser.states(SESSION)).containsExactly("noor@example.org confirmed");
    }

    @Test
    void tellsProgramsThatASessionIsFull() throws Exception {
        organiser.publish("vol", Organiser.session("Vol", clock.inDays(30), Map.of("places", 1, "waitingList", false)));
        assertThat(visitor.open("/api/v1/sessions/vol").body()).contains("\"signUp\":\"open\"");

        visitor.signUp("vol", "noor");

        assertThat(visitor.open("/api/v1/sessions/vol").body()).contains("\"placesLeft\":0,\"signUp\":\"full\"");
        assertThat(visitor.open("/sessions/vol").body()).contains("Alle plekken zijn bezet");
    }

    private HttpResponse<String> signUp(String name, String email) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("email", email);
        form.put("lang", "nl");
        return visitor.sendForm(REGISTRATIONS, form);
    }

    private static byte[] parts(String charset, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("------x\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("------x--\r\n").toString().getBytes(Charset.forName(charset));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }
}
