package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A stranger's mailbox is attacked through the desk, by every way to have it mailed, before and after its owner refuses. */
final class ProtectedMailboxTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String VICTIM = "slachtoffer";

    ProtectedMailboxTest() throws IOException, InterruptedException {}

    @Test
    void tagsReachAMailboxFiveTimesAnHourAndTwentyTimesADay() throws Exception {
        publish(SESSION);
        for (int hour = 0; hour < 6; hour++) {
            for (int tag = 0; tag < 8; tag++) {
                visitor.signUp(SESSION, VICTIM + "+" + hour + "." + tag);
            }
            visitor.signUp(SESSION, "noor" + hour);
            clock.settle();
            assertThat(lettersTo(VICTIM)).as("after hour %d", hour).isEqualTo(Math.min(20, 5 * (hour + 1)));
            assertThat(lettersTo("noor" + hour)).as("somebody else").isEqualTo(1);
            clock.advance("PT1H");
        }
        assertThat(lettersTo(VICTIM)).as("letters kept back do not leave later").isEqualTo(20);
        assertThat(organiser.states(SESSION)).hasSize(6 * 9);
    }

    @Test
    void manySessionsReachAMailboxFiveTimesAnHour() throws Exception {
        for (int session = 0; session < 8; session++) {
            publish("sessie-" + session);
        }
        for (int session = 0; session < 8; session++) {
            visitor.signUp("sessie-" + session, VICTIM);
        }
        clock.settle();

        assertThat(lettersTo(VICTIM)).isEqualTo(5);
    }

    @Test
    void aSeriesCountsAsTheOneLetterThatItIs() throws Exception {
        List<String> series =
                IntStream.range(0, 13).mapToObj(session -> "reeks-" + session).toList();
        for (String session : series) {
            organiser.publish(session, Organiser.session(session, clock.inDays(40), Map.of("series", "Reeks")));
        }
        for (int tag = 0; tag < 7; tag++) {
            signUpForAll(series, VICTIM + "+" + tag);
        }
        clock.settle();
        assertThat(lettersTo(VICTIM)).isEqualTo(5);

        // Letters about the other sessions do not leave either, once they no longer wait for the one about all.
        clock.advance("PT30M");
        assertThat(lettersTo(VICTIM)).isEqualTo(5);

        clock.advance("P1D");
        assertThat(lettersTo(VICTIM)).as("one second letter for each first").isEqualTo(10);
    }

    @Test
    void secondLettersCountToo() throws Exception {
        publish(SESSION);
        for (int tag = 0; tag < 4; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        clock.settle();
        clock.advance("P1D");
        assertThat(lettersTo(VICTIM)).isEqualTo(8);

        for (int tag = 4; tag < 8; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        clock.settle();
        assertThat(lettersTo(VICTIM)).isEqualTo(9);
    }

    @Test
    void aSecondLetterDoesNotLeaveIfTheMailboxHadEnough() throws Exception {
        publish(SESSION);
        visitor.signUp(SESSION, VICTIM);
        clock.settle();
        clock.advance("PT23H30M");
        for (int tag = 0; tag < 5; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        clock.settle();
        clock.advance("PT1H");
        assertThat(lettersTo(VICTIM + "@")).isEqualTo(1);
        assertThat(lettersTo(VICTIM)).isEqualTo(6);
    }

    @Test
    void aSeriesOfWhichOneSessionIsKnownCountsToo() throws Exception {
        List<String> series = List.of("reeks-0", "reeks-1", "reeks-2");
        for (String session : series) {
            organiser.publish(session, Organiser.session(session, clock.inDays(40), Map.of("series", "Reeks")));
        }
        publish(SESSION);
        visitor.signUp("reeks-0", VICTIM);
        for (int tag = 0; tag < 4; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        signUpForAll(series, VICTIM);
        clock.settle();
        assertThat(lettersTo(VICTIM)).isEqualTo(5);

        clock.advance("PT30M");
        assertThat(lettersTo(VICTIM)).isEqualTo(5);
    }

    @Test
    void requestsForOwnLinksReachAMailboxFiveTimesAnHour() throws Exception {
        publish(SESSION);
        for (int tag = 0; tag < 10; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
            clock.advance("PT2H");
        }
        inbox.forgetEarlier();
        int before = lettersTo(VICTIM);
        for (int tag = 0; tag < 10; tag++) {
            askLink(VICTIM + "+" + tag);
        }
        clock.settle();

        assertThat(lettersTo(VICTIM)).isEqualTo(before + 5);
    }

    @Test
    void whoeverGotNoLetterGetsItByAskingOnceTheMailboxMayHaveOne() throws Exception {
        publish(SESSION);
        for (int tag = 0; tag < 5; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        visitor.signUp(SESSION, VICTIM);
        inbox.forgetEarlier();
        askLink(VICTIM);
        inbox.hasExactly();

        clock.advance("PT1H");
        askLink(VICTIM);
        inbox.hasExactly(VICTIM + " confirmed");
    }

    /** Opens each link of the letter and of the pages behind it, and where each of their buttons leads. */
    @Test
    void aScannerThatPressesEverythingDoesNoHarm() throws Exception {
        publish(SESSION);
        visitor.signUp(SESSION, VICTIM);
        clock.settle();
        Set<String> pressed = new HashSet<>();
        Deque<String> targets = new ArrayDeque<>(targets(inbox.lastTo(VICTIM).html()));
        targets.add(inbox.lastTo(VICTIM).ownPage() + "/refusal?undo=yes");
        while (!targets.isEmpty()) {
            String target = targets.pop();
            if (pressed.add(target)) {
                visitor.peek(target);
                targets.addAll(targets(visitor.open(target).body()));
            }
        }

        assertThat(pressed)
                .anyMatch(target -> target.endsWith("/refusal"))
                .anyMatch(target -> target.endsWith("/confirmation"))
                .anyMatch(target -> target.endsWith("/cancellation"))
                .anyMatch(target -> target.endsWith("/erasure"));
        assertThat(organiser.states(SESSION)).containsExactly(VICTIM + "@example.org confirmed");
        assertThat(visitor.open("/api/v1/organiser/sessions/" + SESSION + "/registrations")
                        .body())
                .contains("\"addressConfirmed\":false");
        visitor.signUp(SESSION, VICTIM + "+1");
        inbox.hasExactly(VICTIM + " confirmed", VICTIM + "+1 confirmed");
    }

    @Test
    void afterThisWasNotMeNothingReachesTheMailboxUntilItsOwnerSaysSo() throws Exception {
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", clock.inDays(40), Map.of("places", 1)));
        organiser.publish("reeks-1", Organiser.session("Een", clock.inDays(41), Map.of("series", "Reeks")));
        organiser.publish("reeks-2", Organiser.session("Twee", clock.inDays(42), Map.of("series", "Reeks")));
        visitor.signUp(SESSION, VICTIM);
        visitor.signUp(SESSION, "piet");
        visitor.signUp("reeks-1", VICTIM + "+1");
        clock.settle();
        String own = inbox.lastTo(VICTIM).ownPage();
        inbox.forgetEarlier();

        HttpResponse<String> refused = refuse(own);
        assertThat(refused.statusCode()).isEqualTo(303);
        HttpResponse<String> page = visitor.follow(refused);
        assertThat(Jsoup.parse(page.body()).expectFirst("h1").text()).isEqualTo("Je krijgt geen mail meer van ons");
        assertThat(page.body()).doesNotContain(VICTIM);
        inbox.hasExactly("piet promoted");
        assertThat(organiser.states(SESSION)).containsExactly("piet@example.org confirmed");

        attack();
        organiser.put(
                "reeks-1", Organiser.session("Een", clock.inDays(43), Map.of("series", "Reeks")), Optional.empty());
        clock.advance("PT1H");
        attack();
        inbox.hasExactly();
        assertThat(organiser.states(SESSION)).containsExactly("piet@example.org confirmed");
        assertThat(organiser.states("reeks-2")).isEmpty();

        assertThat(visitor.pressTheButtonOn(visitor.open(own)).statusCode()).isEqualTo(303);
        assertThat(visitor.open(own).body()).contains("Je kunt weer mail van ons krijgen");
        visitor.signUp("reeks-2", VICTIM);
        inbox.hasExactly(VICTIM + " confirmed");
    }

    @Test
    void answersARefusedMailboxLikeAnyOther() throws Exception {
        publish(SESSION);
        visitor.signUp(SESSION, VICTIM);
        clock.settle();
        refuse(inbox.lastTo(VICTIM).ownPage());

        String form = "/sessions/" + SESSION + "/registrations";
        assertAlike(
                visitor.sendForm(form, Map.of("name", "Noor", "email", "noor@example.org", "lang", "nl")),
                visitor.sendForm(form, Map.of("name", "Noor", "email", VICTIM + "@example.org", "lang", "nl")));
        String ownLink = "/sessions/" + SESSION + "/own-link";
        assertAlike(
                visitor.sendForm(ownLink, Map.of("email", "noor@example.org", "lang", "nl")),
                visitor.sendForm(ownLink, Map.of("email", VICTIM + "@example.org", "lang", "nl")));
    }

    @Test
    void tellsAnOrganiserWhoseMailboxIsRefused() throws Exception {
        publish(SESSION);
        visitor.signUp(SESSION, VICTIM);
        clock.settle();
        String own = inbox.lastTo(VICTIM).ownPage();
        String api = "/api/v1" + own.substring(own.indexOf("/sessions/"));
        assertThat(visitor.call(api + "/refusal", Map.of()).body()).isEqualTo("{\"mail\":\"stopped\"}");

        String organisers = "/api/v1/organiser/sessions/" + SESSION;
        Map<String, String> victim = Map.of("name", "Sanne", "email", VICTIM + "+2@example.org");
        for (HttpResponse<String> answer : List.of(
                visitor.call(organisers + "/registrations?lang=nl", victim),
                visitor.call(organisers + "/invitations?lang=nl", Map.of("invitations", List.of(victim))))) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("\"mailbox.refused\"", "Wie dit e-mailadres heeft, wil geen mail van ons.");
        }
        assertThat(organiser.states(SESSION)).isEmpty();

        assertThat(visitor.call(api + "/refusal", Map.of("undo", true)).body()).isEqualTo("{\"mail\":\"ok\"}");
        assertThat(visitor.call(organisers + "/registrations", victim).statusCode())
                .isEqualTo(201);
    }

    /** Returns the personal addresses to which links and forms of a letter or page lead. */
    private static List<String> targets(String html) {
        return Jsoup.parse(html).select("a[href], form[action]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("action"))
                .filter(target -> target.contains("/registrations/"))
                .toList();
    }

    /** Tries every way to have the mailbox mailed. */
    private void attack() throws IOException, InterruptedException {
        visitor.signUp(SESSION, VICTIM);
        for (int tag = 0; tag < 3; tag++) {
            visitor.signUp(SESSION, VICTIM + "+" + tag);
        }
        visitor.signUp("reeks-2", VICTIM);
        signUpForAll(List.of("reeks-2", "reeks-1"), VICTIM + "+3");
        askLink(VICTIM);
        visitor.sendForm("/sessions/reeks-1/own-link", Map.of("email", VICTIM + "+1@example.org"));
        clock.settle();
    }

    private void publish(String id) throws IOException, InterruptedException {
        organiser.publish(id, Organiser.session("Lokale aanpak", clock.inDays(40), Map.of()));
    }

    private HttpResponse<String> refuse(String own) throws IOException, InterruptedException {
        return visitor.sendForm(own + "/refusal", Map.of("no-mail", "yes", "lang", "nl"));
    }

    private void askLink(String name) throws IOException, InterruptedException {
        visitor.sendForm("/sessions/" + SESSION + "/own-link", Map.of("email", name + "@example.org"));
    }

    private void signUpForAll(List<String> series, String name) throws IOException, InterruptedException {
        Map<String, Object> form = new HashMap<>();
        form.put("name", name);
        form.put("email", name + "@example.org");
        form.put("also", series.subList(1, series.size()));
        HttpResponse<String> answer = visitor.call("/api/v1/sessions/" + series.getFirst() + "/registrations", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static void assertAlike(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(other.statusCode()).isEqualTo(one.statusCode());
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.headers().firstValue("location"))
                .isEqualTo(one.headers().firstValue("location"));
    }

    private int lettersTo(String mailbox) throws IOException, InterruptedException {
        return Math.toIntExact(inbox.all().stream()
                .filter(mail -> mail.to().startsWith(mailbox))
                .count());
    }
}
