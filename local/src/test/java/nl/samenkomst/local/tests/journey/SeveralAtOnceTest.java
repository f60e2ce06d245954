package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that one form can sign somebody up for several sessions of a series: one registration each, one letter for
 * all.
 */
final class SeveralAtOnceTest extends DeskTestCase {

    private static final String FIRST = "eerste";
    private static final String SECOND = "tweede";
    private static final String THIRD = "derde";
    private static final String FOURTH = "vierde";

    private ZonedDateTime start = clock.inDays(30);

    SeveralAtOnceTest() throws IOException, InterruptedException {}

    @BeforeEach
    void publish() throws IOException, InterruptedException {
        publish(FIRST, start, Map.of("places", 2, "noticePeriod", "P7D"));
        publish(SECOND, start.plusDays(7), Map.of("places", 1));
        publish(THIRD, start.plusDays(14), Map.of("places", 1, "waitingList", false));
        publish(FOURTH, start.plusDays(21), Map.of());
        publish("vragen", start.plusDays(28), Map.of("questions", List.of(question())));
        organiser.publish("elders", Organiser.session("Elders", start, Map.of()));
        visitor.signUp(SECOND, "ibrahim");
        inbox.hasExactly("ibrahim confirmed");
    }

    @Test
    void oneFormGivesOneRegistrationEachAndOneLetter() throws Exception {
        assertThat(offered(visitor.open("/sessions/" + FIRST))).containsExactly(SECOND, THIRD, FOURTH);
        visitor.signUp(THIRD, "maartje");
        inbox.hasExactly("maartje confirmed");

        HttpResponse<String> answer = signUp("noor", SECOND, THIRD, FOURTH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(visitor.follow(answer).body())
                .contains("Er was plek, je aanmelding is binnen", "Je koos ook deze bijeenkomsten")
                .containsSubsequence(
                        "Bijeenkomst tweede", "op de wachtlijst",
                        "Bijeenkomst derde", "Alle plekken waren bezet, en er is geen wachtlijst.",
                        "Bijeenkomst vierde", "Er was plek.");
        assertThat(organiser.states(FIRST)).containsExactly("noor@example.org confirmed");
        assertThat(organiser.states(SECOND))
                .containsExactlyInAnyOrder("ibrahim@example.org confirmed", "noor@example.org waitlisted");
        assertThat(organiser.states(THIRD)).containsExactly("maartje@example.org confirmed");
        assertThat(organiser.states(FOURTH)).containsExactly("noor@example.org confirmed");

        inbox.hasExactly("noor confirmed");
        Inbox.Mail letter = inbox.lastTo("noor");
        assertThat(letter.subject()).isEqualTo("Je aanmeldingen: Bijeenkomst eerste, en nog 2 bijeenkomsten");
        assertThat(letter.text())
                .containsSubsequence(
                        "Deze mail gaat over 3 bijeenkomsten.",
                        "Bijeenkomst eerste",
                        "Je hebt een plek.",
                        "Bijeenkomst tweede",
                        "Je bent nummer 1 op de wachtlijst",
                        "Bijeenkomst vierde",
                        "Je hebt een plek.")
                .doesNotContain("Bijeenkomst derde");
        assertThat(letter.html()).contains("Je meldde je aan voor 3 bijeenkomsten", "Bijeenkomst vierde");
        assertThat(visitor.open(ownPage(letter, FIRST)).body()).contains("Je hebt een plek.");
        assertThat(visitor.open(ownPage(letter, SECOND)).body()).contains("Je bent nummer 1 op de wachtlijst.");
        assertThat(visitor.open(ownPage(letter, FOURTH)).body()).contains("Je hebt een plek.");

        // Each place has its own calendar entry, and each later letter corrects the entry it is about.
        Map<String, String> attached = attachmentsOfLast();
        assertThat(attached).containsOnlyKeys(FOURTH + ".ics");
        Inbox.Mail entry = withCalendar(letter, attached.getOrDefault(FOURTH + ".ics", ""));
        assertThat(letter.entry("SUMMARY")).isEqualTo("Bijeenkomst eerste");
        assertThat(entry.entry("SUMMARY")).isEqualTo("Bijeenkomst vierde");
        assertThat(entry.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(entry.entry("UID")).isNotEqualTo(letter.entry("UID"));

        // Later no separate letters follow for the sessions that the one letter covered.
        clock.advance("PT1H");
        inbox.hasExactly();
        HttpResponse<String> cancelled =
                visitor.sendForm(ownPage(letter, FOURTH) + "/cancellation", Map.of("lang", "nl"));
        assertThat(cancelled.statusCode()).isEqualTo(303);
        inbox.hasExactly("noor cancelled");
        assertThat(inbox.lastTo("noor").entry("UID")).isEqualTo(entry.entry("UID"));
        assertThat(organiser.states(FIRST)).containsExactly("noor@example.org confirmed");

        clock.moveTo(start.minusDays(1));
        inbox.hasExactly("noor reminder");
        assertThat(inbox.lastTo("noor").text()).contains("Bijeenkomst eerste").doesNotContain("Bijeenkomst tweede");
        visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("ibrahim cancelled", "noor promoted");
        clock.moveTo(start.plusDays(6));
        inbox.hasExactly("noor reminder");
        assertThat(inbox.lastTo("noor").text()).contains("Bijeenkomst tweede").doesNotContain("Bijeenkomst eerste");
    }

    @Test
    void aRepeatedFormDoublesNothing() throws Exception {
        signUp("noor", SECOND, FOURTH);
        HttpResponse<String> again = signUp("noor", SECOND, FOURTH);
        assertThat(again.headers().firstValue("location").orElseThrow()).contains("as=place", "tweede.waiting-list");
        inbox.hasExactly("noor confirmed");
        assertThat(organiser.states(FIRST)).containsExactly("noor@example.org confirmed");
        assertThat(organiser.states(FOURTH)).containsExactly("noor@example.org confirmed");

        clock.advance("PT2H");
        signUp("noor", SECOND, FOURTH);
        inbox.hasExactly("noor own-link");
        assertThat(inbox.lastTo("noor").text())
                .contains("Je vroeg om je eigen link", "Bijeenkomst tweede", "Bijeenkomst vierde");
    }

    @Test
    void announcesNewRegistrationsInTheOwnLinkLetter() throws Exception {
        visitor.signUp(FIRST, "noor");
        inbox.hasExactly("noor confirmed");
        clock.advance("PT5M");

        signUp("noor", FOURTH);
        inbox.hasExactly("noor own-link");
        Inbox.Mail letter = inbox.lastTo("noor");
        assertThat(letter.subject()).isEqualTo("Je aanmeldingen: Bijeenkomst eerste, en nog 1 bijeenkomst");
        assertThat(visitor.open(ownPage(letter, FOURTH)).body()).contains("Je hebt een plek.");
        assertThat(attachmentsOfLast()).containsOnlyKeys(FOURTH + ".ics");

        clock.advance("PT5M");
        signUp("noor", FOURTH);
        inbox.hasExactly();
    }

    @Test
    void registersNothingIfTheFirstSessionIsClosed() throws Exception {
        visitor.signUp(THIRD, "maartje");
        HttpResponse<String> answer = send(THIRD, "noor", FOURTH);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(organiser.states(FOURTH)).isEmpty();
        inbox.hasExactly("maartje confirmed");
    }

    @Test
    void keepsTickedSessionsAfterAnError() throws Exception {
        HttpResponse<String> answer = visitor.post(
                "/sessions/" + FIRST + "/registrations",
                Visitor.FORM,
                "name=&email=noor%40example.org&also=vierde&also=tweede".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(offered(answer)).containsExactly(SECOND, THIRD, FOURTH);
        assertThat(Jsoup.parse(answer.body())
                        .select("input[name=also][checked]")
                        .eachAttr("value"))
                .containsExactly(SECOND, FOURTH);
    }

    @Test
    void refusesSessionsOutsideTheSeriesOrWithQuestions() throws Exception {
        assertThat(problems(FIRST, "elders", FIRST, "nergens", FOURTH, "vragen", "Geen Id"))
                .as("what is no id at all is said before the rest")
                .containsExactly("/also/5 also.unknown");
        assertThat(problems(FIRST, "elders", FIRST, "nergens", FOURTH, "vragen"))
                .containsExactly(
                        "/also/0 also.unknown",
                        "/also/1 also.duplicate",
                        "/also/2 also.unknown",
                        "/also/4 also.required");
        assertThat(problems(FIRST, FOURTH, FOURTH)).containsExactly("/also/1 also.duplicate");
        assertThat(problems("elders", FIRST)).containsExactly("/also/0 also.unknown");
        assertThat(problems(
                        FIRST,
                        Stream.iterate(0, i -> i + 1)
                                .limit(13)
                                .map(i -> "sessie-" + i)
                                .toArray(String[]::new)))
                .containsExactly("/also also.too-long");

        HttpResponse<String> byForm = signUp("noor", "elders");
        assertThat(byForm.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(byForm.body());
        assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#also");
        assertThat(page.select("#also #also-problem").text()).contains("hoort niet bij deze reeks");
        assertThat(organiser.states(FIRST)).isEmpty();
        assertThat(organiser.states(FOURTH)).isEmpty();
        inbox.hasExactly();
    }

    @Test
    void answersProgramsWithAResultPerSession() throws Exception {
        visitor.signUp(THIRD, "maartje");
        HttpResponse<String> answer = call(FIRST, SECOND, THIRD, FOURTH);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"as\":\"place\",\"also\":[{\"session\":\"tweede\",\"as\":\"waiting-list\"},"
                        + "{\"session\":\"derde\",\"as\":\"full\"},{\"session\":\"vierde\",\"as\":\"place\"}]}");
        assertThat(call(FIRST).body()).isEqualTo("{\"as\":\"place\"}");
        inbox.hasExactly("maartje confirmed", "noor confirmed");
    }

    @Test
    void theReceivedPageIgnoresUnknownSessions() throws Exception {
        String page = visitor.open("/sessions/" + FIRST + "/received?as=place&also=,x,nergens.place,tweede.gek,"
                        + "vierde.place,Derde.place")
                .body();
        assertThat(Jsoup.parse(page).select("ul.series li"))
                .singleElement()
                .satisfies(only -> assertThat(only.text()).contains("Bijeenkomst vierde", "Er was plek."));
    }

    private void publish(String id, ZonedDateTime when, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> all = new HashMap<>(more);
        all.put("series", "Lokale aanpak");
        all.put("reminders", List.of("P1D"));
        organiser.publish(id, Organiser.session("Bijeenkomst " + id, when, all));
    }

    private static Map<String, Object> question() {
        return Map.of("id", "kans", "label", "Wat zag je?", "kind", "text", "required", true);
    }

    private static List<String> offered(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=also]").eachAttr("value");
    }

    private HttpResponse<String> signUp(String name, String... also) throws IOException, InterruptedException {
        return send(FIRST, name, also);
    }

    private HttpResponse<String> send(String session, String name, String... also)
            throws IOException, InterruptedException {
        String form = "name=" + name + "&email=" + URLEncoder.encode(name + "@example.org", StandardCharsets.UTF_8)
                + "&lang=nl"
                + Stream.of(also).map("&also="::concat).collect(Collectors.joining());
        return visitor.post(
                "/sessions/" + session + "/registrations", Visitor.FORM, form.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> call(String session, String... also) throws IOException, InterruptedException {
        return visitor.call(
                "/api/v1/sessions/" + session + "/registrations",
                Map.of("name", "noor", "email", "noor@example.org", "also", List.of(also)));
    }

    private List<String> problems(String session, String... also) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(session, also);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JSON.std.mapFrom(answer.body()).get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(error -> (Map<?, ?>) error)
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .toList()
                : List.of();
    }

    /** Returns the link to the person's own page about one of the sessions that a letter names. */
    private static String ownPage(Inbox.Mail letter, String session) {
        return Pattern.compile("https?://\\S+/sessions/" + session + "/registrations/[\\w-]{43}")
                .matcher(letter.text())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(letter.text()))
                .group();
    }

    private static Inbox.Mail withCalendar(Inbox.Mail letter, String calendar) {
        return new Inbox.Mail(letter.to(), letter.kind(), letter.subject(), letter.text(), letter.html(), calendar);
    }

    /** Returns the attachments of the last letter, by file name. */
    private Map<String, String> attachmentsOfLast() throws IOException, InterruptedException, MessagingException {
        Map<?, ?> last = (Map<?, ?>)
                JSON.std.listFrom(visitor.openAsJson("/local/mailbox").body()).getFirst();
        byte[] mime =
                visitor.open("/local/mailbox/" + last.get("id") + ".eml").body().getBytes(StandardCharsets.US_ASCII);
        Multipart parts = (Multipart)
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime)).getContent();
        Map<String, String> attached = new LinkedHashMap<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (Part.ATTACHMENT.equals(part.getDisposition())) {
                assertThat(part.getContentType()).startsWith("application/ics");
                attached.put(
                        part.getFileName(), new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return attached;
    }
}
