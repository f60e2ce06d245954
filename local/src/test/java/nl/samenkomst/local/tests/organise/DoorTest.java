package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Checks the page for the door: who sees what, and that each press is one act. */
class DoorTest {

    private static final String DOOR = "/organise/sessions/" + Gathering.ID + "/door";
    private static final String ADD = DOOR + "/registrations";
    private static final List<Map<String, Object>> THEMES =
            List.of(Map.of("id", "buurt", "title", "Buurt"), Map.of("id", "werk", "title", "Werk"));

    private final Gathering gathering = new Gathering("places", 2);

    @Test
    void aHostSeesNamesAndNeitherAddressesNorAnswers() {
        gathering.signUp("noor");
        gathering.signUp("els");
        gathering.signUp("piet");
        atTheDoor();
        String page = host().open(DOOR).body();

        assertThat(page)
                .contains("noor", "els", "piet", "0 van 2 aanwezig")
                .doesNotContain("@example.org", "/participants\"", "list.csv", "Geschiedenis");
    }

    @Test
    void aPressMarksAndAnotherTakesBack() {
        gathering.signUp("noor");
        atTheDoor();
        OrganiserBrowser host = host();

        OrganiserBrowser.Answer marked = press(host, host.open(DOOR), "noor");
        assertThat(marked.status()).isEqualTo(303);
        assertThat(marked.location()).isEqualTo(DOOR + "#" + id("noor"));
        assertThat(gathering.find("noor").present()).contains(true);
        assertThat(host.open(marked.location()).body()).contains("1 van 1 aanwezig");

        press(host, host.open(DOOR), "noor");
        assertThat(gathering.find("noor").present()).isEmpty();
        assertThat(present()).isZero();
    }

    @Test
    void theSamePressTwiceIsOneAct() {
        gathering.signUp("noor");
        atTheDoor();
        OrganiserBrowser host = host();
        OrganiserBrowser.Answer door = host.open(DOOR);

        press(host, door, "noor");
        press(host, door, "noor");

        assertThat(present()).isEqualTo(1);
        assertThat(changes()).containsOnlyOnce("marked-present");
    }

    @Test
    void ofTwoHostsTheLastOneWinsAndBothAreRecorded() {
        gathering.signUp("noor");
        atTheDoor();
        OrganiserBrowser els = host();
        OrganiserBrowser ida = OrganiserBrowser.of(gathering, "Ida", Role.HOST, new Scope.All());

        mark(els, "noor", "yes");
        gathering.clock.advance(Duration.ofSeconds(1));
        mark(ida, "noor", "no");

        assertThat(gathering.find("noor").present()).contains(false);
        assertThat(changes()).endsWith("marked-present", "marked-absent");
        assertThat(gathering.sessions().changes(Gathering.ID, gathering.clock.instant()).stream()
                        .filter(entry -> entry.what().startsWith("marked"))
                        .map(entry -> entry.actor().name())
                        .distinct())
                .hasSize(2)
                .allMatch(name -> name.startsWith("organiser:"));
    }

    @Test
    void theFilterStaysAfterAPress() {
        gathering.publish("themes", THEMES);
        gathering.signUp("noor", "buurt");
        gathering.signUp("els", "werk");
        atTheDoor();
        OrganiserBrowser host = host();
        OrganiserBrowser.Answer door = host.open(DOOR + "?q=N%C3%B3OR&theme=buurt");
        assertThat(door.body()).contains("noor").doesNotContain(">els<");

        assertThat(press(host, door, "noor").location()).isEqualTo(DOOR + "?q=N%C3%B3OR&theme=buurt#" + id("noor"));
    }

    @Test
    void showsWhoComesBeforeTheHourButNoButtons() {
        gathering.signUp("noor");
        gathering.clock.set(Gathering.START.minus(Duration.ofHours(2)));
        OrganiserBrowser host = host();

        assertThat(host.open(DOOR).body())
                .contains("noor", "Aanwezigheid bijhouden kan vanaf donderdag 3 december", "14.00")
                .doesNotContain("/presence");
        OrganiserBrowser.Answer early = mark(host, "noor", "yes");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("role=\"alert\"", "noor");
        assertThat(gathering.find("noor").present()).isEmpty();
    }

    @Test
    void refusesAPressWithoutAValueOrForNobody() {
        gathering.signUp("noor");
        atTheDoor();
        OrganiserBrowser host = host();

        assertThat(host.send(presence("noor"), "").status()).isEqualTo(400);
        assertThat(host.send(presence("noor"), "present=maybe").status()).isEqualTo(400);
        assertThat(host.send(DOOR.replace("door", "participants/VmVyc25lbGxpbmdza2FtZQ/presence"), "present=yes")
                        .status())
                .isEqualTo(404);
        assertThat(gathering.find("noor").present()).isEmpty();
    }

    @Test
    void addsSomebodyAfterTheStartBeyondThePlaces() {
        gathering.publish("places", 1);
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.clock.set(Gathering.START.plus(Duration.ofMinutes(10)));
        OrganiserBrowser host = host();
        assertThat(host.open(ADD).body()).contains("Alle plekken zijn vergeven", "Op de wachtlijst: 1");

        OrganiserBrowser.Answer added = host.send(ADD, form("Karim de Boer", "karim@example.org"));

        assertThat(added.status()).isEqualTo(303);
        assertThat(added.location()).isEqualTo(DOOR + "?done=added#" + id("karim"));
        assertThat(host.open(added.location()).body())
                .contains("Toegevoegd en aanwezig gemeld", "Karim de Boer", "1 van 2 aanwezig");
        Registration karim = gathering.find("karim");
        assertThat(karim.state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(karim.present()).contains(true);
        assertThat(gathering.places()).isEqualTo("2 taken, 1 waiting, 0 cancelled");
        assertThat(present()).isEqualTo(1);
    }

    /** With the own link, by which the person sees and erases what is kept; the address was given by them. */
    @Test
    void whoeverIsAddedGetsAConfirmationAtOnce() {
        gathering.clock.set(Gathering.START.plus(Duration.ofMinutes(10)));
        host().send(ADD, form("Karim de Boer", "karim@example.org"));
        List<String> sent = new ArrayList<>();

        gathering.sweep(mail -> {
            sent.add(mail.kind().word() + " to " + mail.registration().person().name());
            return new Delivery.Taken("message");
        });

        assertThat(sent).containsExactly("confirmed to Karim de Boer");
    }

    @Test
    void addingTwiceIsOneAct() {
        atTheDoor();
        OrganiserBrowser host = host();
        String form = form("Karim de Boer", "karim@example.org");

        assertThat(host.send(ADD, form).status()).isEqualTo(303);
        assertThat(host.send(ADD, form).status()).isEqualTo(303);

        assertThat(gathering.places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
        assertThat(changes()).containsOnlyOnce("added-at-door").doesNotContain("marked-present");
    }

    @Test
    void letsInSomebodyFromTheWaitingList() {
        gathering.publish("places", 1);
        gathering.signUp("noor");
        gathering.signUp("piet");
        gathering.clock.set(Gathering.START.plus(Duration.ofMinutes(10)));
        OrganiserBrowser host = host();
        Element form = host.open(DOOR).page().select("details form").getFirst();

        OrganiserBrowser.Answer in = host.send(form.attr("action"), fields(form));

        assertThat(in.status()).isEqualTo(303);
        assertThat(gathering.find("piet").present()).contains(true);
        assertThat(gathering.places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
        assertThat(host.open(DOOR).page().select("details form")).isEmpty();
    }

    @Test
    void keepsWhatWasTypedBesideAMistake() {
        gathering.publish("themes", THEMES);
        atTheDoor();
        OrganiserBrowser host = host();

        OrganiserBrowser.Answer wrong =
                host.send(ADD, "name=%3Cb%3EKarim&email=karim&organisation=Ede&theme=werk&registratio=x");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.page().select("#name").val()).isEqualTo("<b>Karim");
        assertThat(wrong.page().select("#email").val()).isEqualTo("karim");
        assertThat(wrong.page().select("#organisation").val()).isEqualTo("Ede");
        assertThat(wrong.page().select("[name=theme][checked]").val()).isEqualTo("werk");
        assertThat(wrong.page().select(".summary a[href=#email]")).hasSize(1);
        assertThat(wrong.page().title()).startsWith("Fout: ");
    }

    @Test
    void tellsWhyNobodyIsAddedAndKeepsTheForm() {
        gathering.signUp("noor");
        gathering.clock.set(Gathering.START.minus(Duration.ofHours(2)));
        OrganiserBrowser host = host();

        assertThat(host.open(ADD).body()).contains("kan vanaf").doesNotContain("<button type=\"submit\">Toevoegen");
        assertThat(host.send(ADD, form("Karim", "karim@example.org")).status()).isEqualTo(409);

        atTheDoor();
        OrganiserBrowser.Answer other = host().send(ADD, form("Karim", "noor@example.org"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("al iemand anders aangemeld", "noor@example.org");
    }

    private void atTheDoor() {
        gathering.clock.set(Gathering.START.minus(Duration.ofMinutes(30)));
    }

    private OrganiserBrowser host() {
        return OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
    }

    private String id(String name) {
        return gathering.find(name).id().value();
    }

    private String presence(String name) {
        return DOOR.replace("door", "participants/" + id(name) + "/presence");
    }

    private OrganiserBrowser.Answer mark(OrganiserBrowser host, String name, String present) {
        return host.send(presence(name), "present=" + present);
    }

    /** Presses the person's own button on this page, with what else is in its form. */
    private OrganiserBrowser.Answer press(OrganiserBrowser host, OrganiserBrowser.Answer door, String name) {
        Element form = door.page().select("li[id=" + id(name) + "] form").getFirst();
        String button = form.select("button.person").attr("value");
        return host.send(form.attr("action"), fields(form) + "&present=" + button);
    }

    private static String fields(Element form) {
        List<String> fields = new ArrayList<>();
        form.select("input").forEach(input -> fields.add(encoded(input.attr("name")) + "=" + encoded(input.val())));
        return String.join("&", fields);
    }

    private static String form(String name, String email) {
        return "name=" + encoded(name) + "&email=" + encoded(email) + "&organisation=";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int present() {
        return gathering.sessions().find(Gathering.ID).orElseThrow().places().count(Count.PRESENT);
    }

    private List<String> changes() {
        return gathering.sessions().changes(Gathering.ID, gathering.clock.instant()).stream()
                .map(AuditEntry::what)
                .toList();
    }
}
