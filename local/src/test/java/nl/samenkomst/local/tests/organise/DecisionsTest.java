package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks decisions about one or many people, and the two minutes in which they can be taken back. */
class DecisionsTest {

    private static final String LIST = "/organise/sessions/versnellingskamer/participants";
    private static final String DECISIONS = LIST + "/decisions";

    private final Gathering gathering =
            new Gathering("places", 2, "admission", "reviewed", "reviewHoldsPlace", true, "notify", "nothing");
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);
    private final OrganiserBrowser colleague = OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());

    @BeforeEach
    void signUp() {
        for (String name : List.of("ida", "noor", "piet")) {
            gathering.signUp(name);
            gathering.clock.advance(Duration.ofSeconds(1));
        }
        gathering.sweep(mail -> new Delivery.Taken("sent"));
    }

    @Test
    void theListOffersToDecideAboutPeopleUnderReviewOnly() {
        Document page = browser.open(LIST + "?state=under-review").page();

        assertThat(page.select("input[name=registration]")).hasSize(3);
        assertThat(page.select("button[name=decision]").eachAttr("value")).containsExactly("accept", "decline");
        assertThat(page.select("button[name=decision]").eachText()).containsExactly("Toelaten", "Afwijzen");
        assertThat(browser.open(LIST).page().select("input[name=registration]")).isEmpty();
        assertThat(browser.open(LIST + "?state=under-review&tick=all")
                        .page()
                        .select("input[name=registration][checked]"))
                .hasSize(3);
    }

    @Test
    void showsWhatEachGetsAndTheLetterBeforeAnythingHappens() {
        Document page = browser.send(DECISIONS, "decision=accept" + ids("ida", "noor", "piet"))
                .page();

        assertThat(page.select("h1").text()).isEqualTo("3 mensen toelaten?");
        assertThat(page.select("button[name=confirmed]").text()).isEqualTo("3 mensen toelaten");
        assertThat(page.select("tbody tr").eachText().toString()).contains("ida een plek", "piet een plaats achteraan");
        assertThat(page.select("article h3").eachText()).hasSize(2);
        assertThat(page.select("article").text()).doesNotContain("https://");
        assertThat(states()).containsOnly("under-review");
    }

    @Test
    void theLetterQuotesTheReason() {
        Document page = browser.send(DECISIONS, "decision=decline&reason=Het+is+%3Cvol%3E" + ids("ida"))
                .page();

        assertThat(page.select("article").text()).contains("Het is <vol>");
        assertThat(page.select("textarea[name=reason]").text()).isEqualTo("Het is <vol>");
    }

    @Test
    void decidesAboutAllAndADoublePressIsOneAct() {
        String form = "decision=accept&confirmed=yes" + ids("ida", "noor", "piet");
        Answer answer = browser.send(DECISIONS, form);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(LIST + "?state=under-review&done=accepted");
        assertThat(browser.send(DECISIONS, form).location()).isEqualTo(answer.location());
        assertThat(states()).containsExactlyInAnyOrder("confirmed", "confirmed", "waitlisted");
        assertThat(done()).filteredOn("accepted"::equals).hasSize(3);
    }

    @Test
    void lettersLeaveAfterTwoMinutes() {
        browser.send(DECISIONS, "decision=accept&confirmed=yes" + ids("ida"));
        gathering.clock.advance(Duration.ofSeconds(119));
        assertThat(sent()).isEmpty();

        gathering.clock.advance(Duration.ofSeconds(1));
        assertThat(sent()).containsExactly("confirmed");
    }

    @Test
    void lettersAboutDecisionsOfTheApiLeaveAtOnce() {
        gathering
                .wiring()
                .organiser()
                .decide()
                .decide(Gathering.ID, gathering.id("ida"), Decision.ACCEPT, "", Actor.LOCAL);

        assertThat(sent()).containsExactly("confirmed");
    }

    @Test
    void takesADecisionBackBeforeItsLetterLeaves() {
        browser.send(DECISIONS, "decision=accept&confirmed=yes" + ids("ida", "noor"));
        gathering.clock.advance(Duration.ofSeconds(90));
        Document list = browser.open(LIST + "?state=under-review").page();
        assertThat(list.select(".panel input[name=registration]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        gathering.id("ida").value(), gathering.id("noor").value());

        Answer answer = browser.send(DECISIONS + "/withdrawal", "x=y" + ids("ida", "noor"));

        assertThat(answer.location()).endsWith("done=withdrawn");
        assertThat(browser.send(DECISIONS + "/withdrawal", "x=y" + ids("ida", "noor"))
                        .location())
                .endsWith("done=withdrawn");
        assertThat(states()).containsOnly("under-review");
        assertThat(done()).filteredOn("decision-withdrawn"::equals).hasSize(2);
        gathering.clock.advance(Duration.ofMinutes(5));
        assertThat(sent()).isEmpty();
        assertThat(gathering.places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void aDecisionWhoseLetterLeftStands() {
        browser.send(DECISIONS, "decision=decline&confirmed=yes" + ids("ida"));
        gathering.clock.advance(Duration.ofMinutes(2));

        Answer answer = browser.send(DECISIONS + "/withdrawal", "x=y" + ids("ida"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".summary").text()).contains("niet meer terug te draaien");
        assertThat(gathering.find("ida").state()).isInstanceOf(RegistrationState.Declined.class);
    }

    @Test
    void saysIfTheHeldPlaceWentToTheQueueMeanwhile() {
        colleague.send(DECISIONS, "decision=accept&confirmed=yes" + ids("piet"));
        browser.send(DECISIONS, "decision=decline&confirmed=yes" + ids("ida"));
        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
        gathering.clock.advance(Duration.ofSeconds(1));

        Answer answer = browser.send(DECISIONS + "/withdrawal", "x=y" + ids("ida"));

        assertThat(answer.location()).endsWith("done=withdrawn-without-place");
        assertThat(browser.open(answer.location())
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("ging intussen naar de wachtlijst");
        assertThat(gathering.places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void tellsByWhomSomebodyWasDecidedAboutMeanwhile() {
        String form = "confirmed=yes" + ids("ida", "noor");
        browser.send(DECISIONS, "decision=accept" + ids("ida", "noor"));
        colleague.send(DECISIONS, "decision=decline&confirmed=yes&reason=Nee" + ids("ida"));

        Answer answer = browser.send(DECISIONS, "decision=accept&" + form);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("dl").text()).isEqualTo("ida Intussen al afgewezen door Karim.");
        assertThat(answer.page().select("main").text()).contains("Over 1 persoon is besloten.");
        assertThat(gathering.find("ida").state()).isInstanceOf(RegistrationState.Declined.class);
        assertThat(gathering.find("noor").state()).isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void theSameDecisionOfTwoIsOneAndTheSecondIsTold() {
        colleague.send(DECISIONS, "decision=accept&confirmed=yes" + ids("ida"));
        Answer answer = browser.send(DECISIONS, "decision=accept&confirmed=yes" + ids("ida"));

        assertThat(answer.page().select("dl").text()).isEqualTo("ida Intussen al toegelaten door Karim.");
        assertThat(done()).containsOnlyOnce("accepted");
    }

    @Test
    void asksForSomebodyAndKeepsALongReason() {
        assertThat(browser.send(DECISIONS, "decision=accept").status()).isEqualTo(400);
        assertThat(browser.send(DECISIONS, "decision=accept&registration=%3Cb%3E")
                        .page()
                        .select(".summary")
                        .text())
                .contains("Vink eerst aan");
        Answer answer =
                browser.send(DECISIONS, "decision=decline&confirmed=yes&reason=" + "x".repeat(301) + ids("ida"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("textarea[name=reason]").text()).hasSize(301);
        assertThat(states()).containsOnly("under-review");
    }

    @Test
    void hostsDecideNothing() {
        OrganiserBrowser host = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());

        assertThat(host.send(DECISIONS, "decision=accept&confirmed=yes" + ids("ida"))
                        .status())
                .isEqualTo(403);
        assertThat(host.send(DECISIONS + "/withdrawal", "x=y" + ids("ida")).status())
                .isEqualTo(403);
    }

    private String ids(String... names) {
        return Arrays.stream(names)
                .map(name -> "&registration=" + gathering.id(name))
                .collect(Collectors.joining());
    }

    private List<String> states() {
        return gathering.listed().stream()
                .map(one -> one.registration().state().word())
                .toList();
    }

    private List<String> done() {
        return gathering.changes().stream().map(AuditEntry::what).toList();
    }

    /** Returns the kinds of the letters that leave now. */
    private List<String> sent() {
        List<LetterKind> kinds = new ArrayList<>();
        gathering.sweep(mail -> {
            kinds.add(mail.kind());
            return new Delivery.Taken("sent" + kinds.size());
        });
        return kinds.stream().map(LetterKind::word).toList();
    }
}
