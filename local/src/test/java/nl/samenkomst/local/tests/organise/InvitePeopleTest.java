package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
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
        browser.with("content-type", Optional.of("multipart/form-data; boundary=xx"));
        Answer answer = browser.send(INVITATIONS, """
                --xx\r
                Content-Disposition: form-data; name="lines"\r
                \r
                \r
                --xx\r
                Content-Disposition: form-data; name="file"; filename="mensen.csv"\r
                Content-Type: text/csv\r
                \r
                Naam;E-mail\r
                Noor de Vries;noor@example.org\r
                \r
                --xx\r
                Content-Disposition: form-data; name="if-wrong"\r
                \r
                none\r
                --xx--\r
                """);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(gathering.find("noor").person().name()).isEqualTo("Noor de Vries");
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
        assertThat(host.send(INVITATIONS, "lines=x").status()).isEqualTo(403);
    }

    private static String lines(Answer answer) {
        return answer.page().expectFirst("textarea").wholeText().strip();
    }

    private Answer send(String ifWrong, String lines) {
        return browser.send(
                INVITATIONS, "if-wrong=" + ifWrong + "&lines=" + URLEncoder.encode(lines, StandardCharsets.UTF_8));
    }

    private List<String> states() {
        return gathering.wiring().listRegistrations().list(Gathering.ID).orElseThrow().stream()
                .map(one -> one.registration().state().word())
                .toList();
    }
}
