package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Checks the form with which an organiser invites many people. */
class InvitePeopleTest {

    private static final String INVITATIONS = "/organise/sessions/versnellingskamer/invitations";

    private final Gathering gathering = new Gathering("admission", "invited");
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void invitesEverybodyAndSaysWhoWasInvitedAlready() {
        send("none", "Noor <noor@example.org>");
        Answer answer = send("none", "Noor <noor@example.org>\nKarim;karim@example.org\nels@example.org");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).doesNotContain("example").doesNotContain("Karim");
        String page = browser.open(answer.location()).page().select("main").text();
        assertThat(page)
                .contains(
                        "2 mensen zijn uitgenodigd.",
                        "Uitgenodigd Karim els",
                        "Waren al uitgenodigd of aangemeld Noor");
        assertThat(states()).containsExactly("invited", "invited", "invited");
    }

    @Test
    void invitesNobodyIfALineIsWrongAndKeepsThemAll() {
        String lines = "Noor <noor@example.org>\n<script>alert(1)</script>\nels@";
        Answer answer = send("none", lines);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(lines(answer)).isEqualTo(lines);
        assertThat(answer.page().select(".summary h2").text()).isEqualTo("2 regels kloppen niet");
        assertThat(answer.page().select(".summary li").eachText().getFirst()).startsWith("Regel 2:");
        assertThat(answer.page().select("script")).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void invitesTheGoodOnesIfThatWasChosen() {
        Answer answer = send("good", "Noor <noor@example.org>\nels@\nKarim <karim@example.org>");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("[role=status]").text()).isEqualTo("2 mensen zijn uitgenodigd.");
        assertThat(lines(answer)).isEqualTo("els@");
        assertThat(answer.page().select(".summary li").text()).startsWith("Regel 1:");
        assertThat(states()).hasSize(2);
    }

    @Test
    void readsAFile() {
        Answer answer = sendFile(browser, "Naam;E-mail\r\nNoor de Vries;noor@example.org\r\n");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(gathering.find("noor").person().name()).isEqualTo("Noor de Vries");
    }

    @Test
    void aFileOutlivesTheBrowserSession() {
        gathering.clock.advance(Duration.ofHours(1));
        Answer refused = sendFile(browser, "Noor de Vries;noor@example.org\r\n");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(sendAgain(refused).status()).isEqualTo(303);
        assertThat(gathering.find("noor").person().name()).isEqualTo("Noor de Vries");
    }

    @Test
    void aFileOutlivesTheDoubtWhetherAnotherSiteSentIt() {
        browser.with("sec-fetch-site", Optional.of("cross-site"));
        Answer refused = sendFile(browser, "Noor de Vries;noor@example.org\r\n");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(sendAgain(refused).status()).isEqualTo(303);
        assertThat(gathering.find("noor").person().name()).isEqualTo("Noor de Vries");
    }

    @Test
    void aFileThatIsNoTextIsAskedForAgain() {
        gathering.clock.advance(Duration.ofHours(1));
        Answer refused = sendFile(browser, "PK\u0003\u0004");

        assertThat(refused.page().select("main form input[type=file][name=file]"))
                .hasSize(1);
        assertThat(refused.page().select("main").text())
                .contains("Het bestand dat je koos, is niet bewaard, want het is geen tekst.");
    }

    private static Answer sendFile(OrganiserBrowser browser, String content) {
        return browser.with("content-type", Optional.of("multipart/form-data; boundary=xx"))
                .send(
                        INVITATIONS,
                        part("name=\"lines\"", "")
                                + part("name=\"file\"; filename=\"mensen.csv\"\r\nContent-Type: text/csv", content)
                                + part("name=\"if-wrong\"", "none") + "--xx--\r\n");
    }

    /** Sends the form on the page again, once somebody has signed in. */
    private Answer sendAgain(Answer refused) {
        Element form = refused.page().expectFirst("main form");
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
        String parts = form.select("textarea").stream()
                .map(field -> part("name=\"" + field.attr("name") + "\"", field.wholeText()))
                .collect(Collectors.joining());
        return OrganiserBrowser.of(gathering, "Bram", Role.ORGANISER, new Scope.All())
                .with("content-type", Optional.of("multipart/form-data; boundary=xx"))
                .send(form.attr("action"), parts + "--xx--\r\n");
    }

    private static String part(String disposition, String content) {
        return "--xx\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void refusesNobodyAndTooMany() {
        assertThat(send("none", " \n ").page().select(".summary").text()).contains("Vul eerst in");
        String many =
                IntStream.range(0, 101).mapToObj(i -> "p" + i + "@example.org").collect(Collectors.joining("\n"));
        Answer answer = send("none", many);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select(".summary").text()).contains("hooguit 100");
        assertThat(states()).isEmpty();
    }

    @Test
    void saysWhyNobodyIsInvitedToACancelledSession() {
        gathering.callOff();
        Answer answer = send("none", "Noor <noor@example.org>");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".summary").text()).contains("Noor", "afgezegd");
        assertThat(answer.page().select("textarea").text()).contains("noor@example.org");
    }

    @Test
    void hostsInviteNobody() {
        OrganiserBrowser host = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());

        assertThat(host.open(INVITATIONS).status()).isEqualTo(403);
        Answer refused = host.send(INVITATIONS, "lines=Karim+Bakker&if-wrong=none");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page().expectFirst("main textarea[readonly]").wholeText())
                .contains("Karim Bakker");
    }

    private static String lines(Answer answer) {
        return answer.page().expectFirst("textarea").wholeText().strip();
    }

    private Answer send(String ifWrong, String lines) {
        return browser.send(
                INVITATIONS, "if-wrong=" + ifWrong + "&lines=" + URLEncoder.encode(lines, StandardCharsets.UTF_8));
    }

    private List<String> states() {
        return gathering.listed().stream()
                .map(one -> one.registration().state().word())
                .toList();
    }
}
