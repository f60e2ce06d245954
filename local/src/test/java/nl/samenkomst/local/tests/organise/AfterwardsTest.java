package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.RecordingTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What follows a session: thanks, questions that are answered without a name, and certificates of attendance. */
class AfterwardsTest {

    private static final String ANSWERS = "/organise/sessions/" + Gathering.ID + "/answers";
    private static final Actor NOOR = new Actor.ByRole("arn:aws:sts::123456789012:assumed-role/organiser/noor");
    private static final List<String> PEOPLE = List.of("anna", "bo", "cas", "dirk", "esra", "finn");

    private final Gathering gathering = new Gathering(
            "questions",
            List.of(
                    Map.of("id", "wens", "label", "Wat wil je weten?"),
                    Map.of(
                            "id",
                            "oordeel",
                            "label",
                            "Wat vond je ervan?",
                            "kind",
                            "choice",
                            "options",
                            List.of("Goed", "Kon beter"),
                            "required",
                            true,
                            "when",
                            "after"),
                    Map.of("id", "tip", "label", "Heb je een tip?", "when", "after")));
    private final OrganiserBrowser browser = OrganiserBrowser.signedOut(gathering);
    private int organisers;

    AfterwardsTest() {
        PEOPLE.forEach(gathering::signUp);
    }

    @Test
    void peopleAnswerOnceWithoutTheirNameAndTheOrganiserSeesItFromFiveAnswersOn() {
        assertThat(browser.open("/sessions/" + Gathering.ID)
                        .page()
                        .select("form [name^=answer]")
                        .eachAttr("name"))
                .containsExactly("answer.wens");
        assertThat(browser.open(own("anna")).page().select("#answers")).isEmpty();
        assertThat(answer("anna", "answer.oordeel=Goed").status()).isEqualTo(409);
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));
        assertThat(letters()).contains("anna follow-up").hasSize(PEOPLE.size());
        assertThat(browser.open(own("anna")).page().select("#form [name^=answer]").eachAttr("name").stream()
                        .distinct())
                .containsExactly("answer.oordeel", "answer.tip");

        Answer wrong = answer("anna", "answer.tip=" + encoded("<b>Meer & \"tijd\"") + "&signed=yes");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.page().select("#answer\\.tip").text()).isEqualTo("<b>Meer & \"tijd\"");
        assertThat(wrong.page().select("#signed").hasAttr("checked")).isTrue();
        assertThat(wrong.page().select(".summary a").eachAttr("href")).containsExactly("#answer.oordeel");
        Answer switched = answer("anna", "answer.tip=Tijd&switch=en");
        assertThat(switched.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(switched.page().select("#answer\\.tip").text()).isEqualTo("Tijd");

        for (String name : PEOPLE.subList(0, 4)) {
            assertThat(answer(name, "answer.oordeel=Goed&answer.tip=Tip+van+iemand")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(answer("anna", "answer.oordeel=Kon+beter&answer.tip=Nog+eens")
                        .status())
                .as("again")
                .isEqualTo(303);
        assertThat(browser.open(own("anna")).page().select("main").text()).contains("je antwoorden zijn binnen");
        assertThat(organiser().open(ANSWERS).page().select("main").text())
                .contains("4 deelnemers hebben geantwoord", "Nu 4 van minstens 5 antwoorden")
                .doesNotContain("Goed", "Tip van iemand");
        assertThat(organiser().open(ANSWERS + ".csv").body()).doesNotContain("Goed", "Tip van iemand");

        assertThat(answer("esra", "answer.oordeel=Kon+beter&answer.tip=Mijn+tip&signed=yes")
                        .status())
                .isEqualTo(303);
        String five = organiser().open(ANSWERS).page().select("main").text();
        assertThat(five).contains("5 deelnemers hebben geantwoord", "Goed 4 80%", "Tip van iemand", "Mijn tip (esra)");
        assertThat(five).doesNotContain("anna", "Nog eens");
        assertThat(organiser().open(ANSWERS + ".csv").body())
                .contains("\"Wat vond je ervan?\";\"Goed\";\"4\";\"\"", "\"Mijn tip\";\"\";\"esra\"");
        assertThat(organiser().open("/organise/sessions/" + Gathering.ID).body())
                .contains(ANSWERS);

        gathering.wiring().erase().erase(Gathering.ID, gathering.find("esra").ownLink());
        assertThat(organiser().open(ANSWERS).page().select("main").text())
                .contains("5 deelnemers hebben geantwoord", "Goed 4 80%")
                .doesNotContain("Mijn tip", "esra");
        gathering.clock.advance(Duration.ofDays(31));
        assertThat(organiser().open(ANSWERS).page().select("main").text())
                .contains("Goed 4 80%", "is verwijderd op")
                .doesNotContain("Tip van iemand");
    }

    /** Neither a person nor a moment can be read from what was answered, nor by the order of the items. */
    @Test
    void whatIsStoredOfAnAnswerLeadsToNobody() {
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));
        answer("bo", "answer.oordeel=Goed&answer.tip=Tip+van+iemand");

        List<Map<String, AttributeValue>> answers = gathering.items().stream()
                .filter(item -> sortKey(item).startsWith("V#"))
                .toList();
        assertThat(answers).hasSize(2).allSatisfy(item -> {
            assertThat(item.keySet()).isSubsetOf("PK", "SK", "what", "answers", "expiresAt");
            assertThat(item.toString()).doesNotContain(gathering.id("bo").value(), "bo@example.org", "2026-12-03T");
        });
        assertThat(gathering.items().stream().filter(item -> sortKey(item).startsWith("R#")))
                .filteredOn(item -> item.containsKey("evaluation"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("evaluation")).isEqualTo(AttributeValue.fromL(List.of())));
    }

    @Test
    void answeringTakesTwoRoundTripsAndTheOwnPageNoMoreThanBefore() {
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));
        RecordingTable asked = new RecordingTable();
        OrganiserBrowser counted = browser.through(gathering.wiring(asked.client()));

        counted.open(own("anna"));
        assertThat(asked.calls()).containsExactly("BatchGetItem");
        asked.clear();
        counted.send(own("anna") + "/answers", "answer.oordeel=Goed&answer.tip=Langer");
        assertThat(asked.calls()).containsExactly("BatchGetItem", "TransactWriteItems");
    }

    @Test
    void nobodyWhoDidNotComeIsThankedAskedOrGivenACertificate() {
        gathering.clock.set(Gathering.START);
        mark("anna", true);
        mark("bo", false);
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));

        assertThat(letters()).contains("anna follow-up", "cas follow-up").doesNotContain("bo follow-up");
        assertThat(browser.open(own("bo")).page().select("#answers")).isEmpty();
        assertThat(answer("bo", "answer.oordeel=Goed").status()).isEqualTo(409);
        for (String name : List.of("bo", "cas")) {
            assertThat(browser.open(own(name)).body()).as(name).doesNotContain("/certificate");
            assertThat(browser.open(own(name) + "/certificate").location()).isEqualTo(own(name));
        }
        assertThat(browser.open(own("anna")).body()).contains("/certificate?lang=nl");
    }

    @Test
    void aCertificateCanBeVerifiedByAnybodyUntilItsPersonIsForgotten() {
        gathering.clock.set(Gathering.START);
        mark("anna", true);
        assertThat(browser.open(own("anna") + "/certificate").status())
                .as("before the end")
                .isEqualTo(303);
        gathering.clock.set(Gathering.START.plus(Duration.ofHours(2)));
        Answer certificate = browser.open(own("anna") + "/certificate?lang=nl");
        assertThat(certificate.status()).isEqualTo(200);
        assertThat(certificate.headers())
                .containsEntry("x-robots-tag", "noindex")
                .containsEntry("cache-control", "no-store");
        assertThat(certificate.page().select("main").text())
                .contains("anna", "3 december 2026", "15.00-17.00", "2 uur")
                .doesNotContain("anna@example.org");
        String address = certificate
                .page()
                .select("main a[href*=/certificates/]")
                .attr("href")
                .replaceFirst("https://[^/]+", "");

        Answer verified = browser.open(address);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.headers()).containsEntry("x-robots-tag", "noindex");
        assertThat(verified.page().select("main").text())
                .contains("is echt", "anna", "3 december 2026", "15.00-17.00")
                .doesNotContain("anna@example.org");
        assertThat(browser.request("HEAD", address, "").status()).isEqualTo(200);

        String other = address.substring(0, address.length() - 22) + "AAAAAAAAAAAAAAAAAAAAAA";
        String unknown = unknown(other);
        assertThat(unknown(address.replace(Gathering.ID.value(), "nergens"))).isEqualTo(unknown);
        assertThat(unknown(address.replace("certificates/", "certificates/x"))).isEqualTo(unknown);
        mark("anna", false);
        assertThat(unknown(address)).isEqualTo(unknown);
        mark("anna", true);
        gathering
                .wiring()
                .renewOwnLink()
                .renew(Gathering.ID, gathering.find("anna").ownLink());
        assertThat(browser.open(address).status())
                .as("after the own link was renewed")
                .isEqualTo(200);
        gathering.wiring().erase().erase(Gathering.ID, gathering.find("anna").ownLink());
        assertThat(unknown(address)).isEqualTo(unknown);

        mark("cas", true);
        String last = browser.open(own("cas") + "/certificate")
                .page()
                .select("main a[href*=/certificates/]")
                .attr("href")
                .replaceFirst("https://[^/]+", "");
        assertThat(browser.open(last).status()).isEqualTo(200);
        gathering.clock.advance(Duration.ofDays(31));
        assertThat(unknown(last)).isEqualTo(unknown);
    }

    /** Returns somebody who signed in just now. */
    private OrganiserBrowser organiser() {
        organisers++;
        return OrganiserBrowser.of(gathering, "noor" + organisers, Role.ORGANISER, new Scope.All());
    }

    /** Returns what the refusal says, whatever is asked for. */
    private String unknown(String address) {
        Answer refused = browser.open(address);
        assertThat(refused.status()).as(address).isEqualTo(404);
        return refused.page().select("main h1, main .lead").text();
    }

    private String own(String name) {
        return "/sessions/" + Gathering.ID + "/registrations/"
                + gathering.find(name).ownLink().token();
    }

    private Answer answer(String name, String form) {
        return browser.send(own(name) + "/answers", form + "&lang=nl");
    }

    private void mark(String name, boolean isThere) {
        gathering
                .wiring()
                .organiser()
                .markPresence()
                .mark(Gathering.ID, gathering.id(name), Optional.of(isThere), NOOR);
    }

    /** Returns the letters that leave now, each with the name of who gets it. */
    private List<String> letters() {
        List<String> letters = new ArrayList<>();
        gathering.sweep(mail -> {
            letters.add(mail.registration().person().name() + " " + mail.kind().word());
            return new Delivery.Taken("sent" + letters.size());
        });
        return letters;
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("SK")).s();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
