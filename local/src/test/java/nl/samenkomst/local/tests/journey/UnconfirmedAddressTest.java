package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What an address gets, and keeps, until somebody confirms by its own page that it is theirs. */
final class UnconfirmedAddressTest extends DeskTestCase {

    private static final String SESSION = "eenzaamheid-onder-jongeren";

    private final Inbox letters = inbox.onlyRead();
    private final ZonedDateTime start = clock.inDays(20);

    UnconfirmedAddressTest() throws IOException, InterruptedException {}

    @Test
    void getsTwoLettersWhateverHappensToTheSession() throws Exception {
        Map<String, Object> document = session(Map.of("noticePeriod", "P3D"));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "slachtoffer", Map.of());
        letters.hasExactly("slachtoffer confirmed");

        // More sign-ups and requests for the link cause none; a day later there is one more, and never another.
        visitor.signUp(SESSION, "slachtoffer", Map.of());
        clock.advance("PT2H");
        askForLink("slachtoffer");
        letters.hasExactly();
        clock.advance("P1D");
        letters.hasExactly("slachtoffer confirm-address");
        askForLink("slachtoffer");
        document.put("start", Organiser.written(start.plusHours(1)));
        document.put("end", Organiser.written(start.plusHours(3)));
        organiser.put(SESSION, document, Optional.empty());
        clock.moveTo(start.minusHours(5));
        letters.hasExactly();
    }

    @Test
    void aPressOnTheOwnPageBringsTheLettersThatAreOwed() throws Exception {
        organiser.publish(SESSION, session(Map.of()));
        visitor.signUp(SESSION, "noor");
        String ownPage = letters.hasExactly("noor confirmed").getFirst().ownPage();

        // A scanner that opens and peeks proves nothing.
        for (String link : List.of(ownPage, ownPage + "/meeting", ownPage + "/confirmation", ownPage + "?lang=en")) {
            visitor.open(link);
            visitor.peek(link);
        }
        assertThat(confirmed(ownPage)).isFalse();
        Document page = Jsoup.parse(visitor.open(ownPage).body());
        assertThat(page.select("#confirm").text()).isEqualTo("Is dit e-mailadres van jou?");

        HttpResponse<String> pressed = visitor.pressTheButtonOn(visitor.open(ownPage));
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(pressed).body()).doesNotContain("Is dit e-mailadres van jou?");
        assertThat(confirmed(ownPage)).isTrue();
        letters.hasExactly();
        clock.moveTo(start.minusDays(8));
        letters.hasExactly("noor reminder");
    }

    @Test
    void everyOtherPressConfirmsToo() throws Exception {
        organiser.publish(SESSION, session(Map.of()));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        letters.hasExactly("noor confirmed", "ibrahim confirmed");
        String noor = letters.lastTo("noor").ownPage();
        visitor.sendForm(noor + "/changes", Map.of("name", "Noor", "lang", "nl"));
        assertThat(confirmed(noor)).isTrue();
        visitor.sendForm(letters.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        letters.hasExactly("ibrahim cancelled");
    }

    @Test
    void getsARequestFirstAndTheCalendarEntryOnceConfirmedWhereThePlaceMayLapse() throws Exception {
        organiser.publish(SESSION, session(Map.of("confirmAddress", "P2D")));
        visitor.signUp(SESSION, "noor");
        Inbox.Mail request = letters.hasExactly("noor confirm-address").getFirst();
        assertThat(request.calendar()).isEmpty();
        assertThat(request.text()).doesNotContain("noor,").contains("Anders vervalt je aanmelding.");
        clock.advance("P1D");
        letters.hasExactly("noor confirm-address");
        letters.confirm(request);
        assertThat(letters.hasExactly("noor confirmed").getFirst().entry("METHOD"))
                .isEqualTo("REQUEST");
        clock.advance("P2D");
        letters.hasExactly();
        assertThat(organiser.states(SESSION)).containsExactly("noor@example.org confirmed");
    }

    @Test
    void anAdmittedDomainIsAdmittedByItsOwnerOnly() throws Exception {
        organiser.publish(
                SESSION,
                session(Map.of(
                        "admission",
                        "reviewed",
                        "reviewHoldsPlace",
                        false,
                        "admitDomains",
                        List.of("gemeente.example.org"),
                        "places",
                        2)));
        signUp("verzonnen", "verzonnen@gemeente.example.org");
        signUp("collega", "collega@gemeente.example.org");
        signUp("derde", "derde@gemeente.example.org");
        letters.hasExactly("verzonnen under-review", "collega under-review", "derde waiting");
        assertThat(letters.lastTo("collega").text()).contains("hoef je niet te wachten op een besluit");
        letters.confirm(letters.lastTo("collega"));
        letters.confirm(letters.lastTo("derde"));
        letters.hasExactly("collega confirmed");
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "verzonnen@gemeente.example.org under-review",
                        "collega@gemeente.example.org confirmed",
                        "derde@gemeente.example.org waitlisted");
    }

    @Test
    void oneButtonConfirmsEverythingThatTheLetterTold() throws Exception {
        Map<String, String> series = Map.of("series", "Lokale aanpak");
        for (String id : List.of("eerste", "tweede", "derde")) {
            organiser.publish(id, Organiser.session(id, start, series));
        }
        visitor.sendForm(
                "/sessions/eerste/registrations",
                Map.of("name", "Noor", "email", "noor@example.org", "also", "tweede", "lang", "nl"));
        letters.hasExactly("noor confirmed");
        Inbox.Mail letter = letters.lastTo("noor");
        visitor.signUp("derde", "noor");
        letters.hasExactly("noor confirmed");
        letters.confirm(letter);
        assertThat(confirmed(ownPage(letter, "eerste"))).isTrue();
        assertThat(confirmed(ownPage(letter, "tweede"))).isTrue();
        assertThat(confirmed(letters.lastTo("noor").ownPage())).isFalse();
    }

    @Test
    void refusesANameThatIsAnAddress() throws Exception {
        organiser.publish(SESSION, session(Map.of()));
        for (String name : List.of("Kijk op https://x.example", "www.x.example", "bel jan@x.example")) {
            HttpResponse<String> answer = visitor.sendForm(
                    "/sessions/" + SESSION + "/registrations",
                    Map.of("name", name, "email", "noor@example.org", "lang", "nl"));
            assertThat(answer.statusCode()).isEqualTo(400);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.text()).contains("Vul alleen je naam in, zonder webadres of e-mailadres.");
            assertThat(page.select("input[name=name]").attr("value")).isEqualTo(name);
        }
        letters.hasExactly();
    }

    private Map<String, Object> session(Map<String, ?> more) {
        return Organiser.session("Eenzaamheid onder jongeren", start, more);
    }

    private void askForLink(String name) throws IOException, InterruptedException {
        visitor.sendForm("/sessions/" + SESSION + "/own-link", Map.of("email", name + "@example.org", "lang", "nl"));
    }

    private void signUp(String name, String email) throws IOException, InterruptedException {
        visitor.sendForm("/sessions/" + SESSION + "/registrations", Map.of("name", name, "email", email, "lang", "nl"));
    }

    private boolean confirmed(String ownPage) throws IOException, InterruptedException {
        String path = ownPage.substring(ownPage.indexOf("/sessions/"));
        return visitor.open("/api/v1" + path).body().contains("\"addressConfirmed\":true");
    }

    private static String ownPage(Inbox.Mail letter, String session) {
        String beginning = "/sessions/" + session + "/registrations/";
        int at = letter.text().indexOf(beginning);
        return letter.text().substring(at, at + beginning.length() + 43);
    }
}
