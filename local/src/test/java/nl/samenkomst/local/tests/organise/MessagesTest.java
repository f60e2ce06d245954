package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Checks an organiser's messages from the form to the letters. */
class MessagesTest {

    private static final String MESSAGES = "/organise/sessions/" + Gathering.ID + "/messages";

    private final Gathering gathering = new Gathering("reminders", List.of());
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);
    private final List<LetterRequest> letters = new ArrayList<>();

    @Test
    void isShownSentAndTakenBackAsThePageSays() {
        for (String name : List.of("anna", "bo", "cas")) {
            gathering.signUp(name);
        }
        gathering.signUpUnconfirmed("dirk");
        gathering.change(
                "cas",
                known -> known.withMailProblem(
                        Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, gathering.clock.instant()))));
        sweep();
        Document preview = noor.send(MESSAGES + "/new", form(Map.of())).page();
        String said = preview.select("main").text();

        assertThat(said)
                .contains("Dit bericht gaat naar 2 mensen.", "1 persoon krijgt het niet: die heeft het e-mailadres")
                .contains("1 persoon krijgt het niet: mails aan die persoon komen terug", "Dag Noor,");
        Answer sent = press(preview, "Stuur naar 2 mensen");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(press(preview, "Stuur naar 2 mensen").location()).isEqualTo(sent.location());
        assertThat(gathering.session().messages()).as("pressed twice").hasSize(1);

        assertThat(noor.open(MESSAGES).page().select("main").text())
                .contains("Van Noor", "Gaat weg op", "Het gaat naar 2 mensen.", "Neem het terug");
        gathering.cancel("bo");
        sweep();
        assertThat(letters).noneMatch(letter -> letter.message().isPresent());
        gathering.clock.advance(Duration.ofMinutes(2));
        sweep();
        assertThat(readers()).containsExactly("anna");
        Document list = noor.open(MESSAGES).page();
        assertThat(list.select("main").text()).contains("Verstuurd aan 1 persoon.", "Er kwamen er 0 terug.");
        assertThat(list.select("main form"))
                .as("nobody is left to take it back from")
                .isEmpty();

        press(noor.send(MESSAGES + "/new", form(Map.of())).page(), "Stuur naar 1 persoon");
        Element withdraw = noor.open(MESSAGES).page().expectFirst("main form");
        assertThat(noor.send(withdraw.attr("action"), "").status()).isEqualTo(303);
        gathering.clock.advance(Duration.ofMinutes(9));
        sweep();
        assertThat(readers()).containsExactly("anna");
        assertThat(noor.open("/organise/sessions/" + Gathering.ID + "/history")
                        .page()
                        .select("main")
                        .text())
                .contains("Noor heeft een bericht gestuurd.", "Noor heeft een bericht teruggenomen.");
    }

    @Test
    void refusesATypoInAPlaceholderAndKeepsEverything() {
        gathering.signUp("anna");
        Answer wrong = noor.send(MESSAGES + "/new", form(Map.of("/text/nl", "Dag {nmae}", "from", "later")));

        assertThat(wrong.status()).isEqualTo(400);
        Document page = wrong.page();
        assertThat(page.select(".summary a").eachText())
                .contains("{nmae} kennen we niet. Gebruik {naam}, {titel}, {begin}, of haal de accolades weg.");
        assertThat(page.select(".summary a").eachAttr("href"))
                .allSatisfy(target -> assertThat(page.select(target)).hasSize(1));
        assertThat(page.expectFirst("textarea[name=/text/nl]").val()).isEqualTo("Dag {nmae}");
        assertThat(page.select("button:contains(Stuur naar)")).isEmpty();
        assertThat(noor.send(MESSAGES, form(Map.of("/text/nl", "Dag {nmae}"))).status())
                .isEqualTo(400);
        assertThat(gathering.session().messages()).isEmpty();
    }

    @Test
    void asksAgainIfTheNumberHasChangedAndForAFreshCodeIfItIsLarge() {
        gathering.signUp("anna");
        Document preview = noor.send(MESSAGES + "/new", form(Map.of())).page();
        gathering.signUp("bo");
        Answer changed = press(preview, "Stuur naar 1 persoon");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.page().select(".summary").text()).contains("Er is niets gestuurd");

        for (int i = 0; i < 24; i++) {
            gathering.signUp("persoon" + i);
        }
        gathering.clock.advance(Duration.ofMinutes(20));
        Document many = noor.send(MESSAGES + "/new", form(Map.of())).page();
        Answer kept = press(many, "Stuur naar 26 mensen");
        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.body()).contains("Neem iets mee");
        assertThat(gathering.session().messages()).isEmpty();
        gathering.cancel("bo");
        assertThat(press(noor.send(MESSAGES + "/new", form(Map.of())).page(), "Stuur naar 25 mensen")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void mailsAProofToItsWriterAlone() {
        gathering.signUp("anna");
        sweep();
        letters.clear();
        Document preview = noor.send(
                        MESSAGES + "/new", form(Map.of("/subject/en", "Bring it", "/text/en", "Hello {name}")))
                .page();
        Answer asked = press(preview, "Stuur mij een proef");
        assertThat(asked.page().select("[role=status]").text()).contains("noor@example.org");
        sweep();
        sweep();

        assertThat(letters).hasSize(2).allMatch(LetterRequest::isProof);
        assertThat(letters.stream()
                        .map(letter -> letter.registration().person().email().value())
                        .distinct())
                .containsExactly("noor@example.org");
        assertThat(gathering.session().messages()).isEmpty();
        assertThat(gathering.items().toString()).as("what is kept of the proof").doesNotContain("PROOF#");
    }

    private void sweep() {
        gathering.sweep(mail -> {
            letters.add(mail);
            return new Delivery.Taken("message");
        });
    }

    private List<String> readers() {
        return letters.stream()
                .filter(letter -> letter.message().isPresent())
                .map(letter -> letter.registration().person().name())
                .toList();
    }

    private static String form(Map<String, String> other) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("/subject/nl", "Neem iets mee");
        fields.put("/text/nl", "Dag {naam},\r\n\r\nTot snel!");
        fields.put("to", "confirmed");
        fields.put("from", "now");
        fields.putAll(other);
        return encoded(fields);
    }

    /** Sends the form with this button, as a browser does. */
    private Answer press(Document page, String label) {
        Element button = page.select("button").stream()
                .filter(one -> one.text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " on " + page.text()));
        Element form = button.closest("form");
        if (form == null) {
            throw new AssertionError("a button without a form");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden], textarea").forEach(field -> fields.put(field.attr("name"), field.val()));
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        return noor.send(
                button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action"), encoded(fields));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
