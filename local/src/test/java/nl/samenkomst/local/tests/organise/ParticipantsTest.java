package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Checks the list of participants, and everything an organiser can do about one of them. */
class ParticipantsTest {

    private static final String LIST = "/organise/sessions/versnellingskamer/participants";

    private final Gathering gathering = new Gathering(
            "places",
            1,
            "confirmAddress",
            "P2D",
            "questions",
            List.of(Map.of("id", "rol", "label", "Je rol", "kind", "text")));
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void showsEverybodyInTheOrderOfSigningUp() {
        signUp("ida", "noor", "piet");

        Document page = browser.open(LIST).page();

        assertThat(page.select("tbody th bdi").eachText()).containsExactly("ida", "noor", "piet");
        assertThat(page.select("tbody tr").get(2).text()).contains("wachtlijst", "nummer 2", "piet@example.org");
        assertThat(page.title()).isEqualTo("Deelnemers – Versnellingskamer participatie – Samenkomst");
    }

    @Test
    void findsAndFilters() {
        signUp("ida", "noor", "piet");

        assertThat(names(LIST + "?state=waitlisted")).containsExactly("noor", "piet");
        assertThat(names(LIST + "?q=PIET")).containsExactly("piet");
        assertThat(names(LIST + "?state=confirmed&q=piet")).isEmpty();
        assertThat(names(LIST + "?state=nonsense&after=nonsense&theme=%3Cb%3E")).hasSize(3);
    }

    @Test
    void aFilterOnMailIsSaidKeptAndRemoved() {
        gathering.signUpUnconfirmed("ida");
        gathering.signUpUnconfirmed("noor");
        signUp("piet");
        Document session = browser.open(LIST.replace("/participants", "")).page();
        Document page =
                browser.open(session.select(".odd a[href*=mail]").attr("href")).page();

        assertThat(page.select("tbody th bdi").eachText()).containsExactly("ida");
        assertThat(page.select("main").text()).contains("Alleen mensen met een plek die hun e-mailadres nog niet");
        assertThat(page.select("form[role=search] input[name=mail]").val()).isEqualTo("unconfirmed-place");
        assertThat(names(page.select("nav a[href*=state]").attr("href"))).containsExactly("ida");
        assertThat(names(
                        page.select("a:containsOwn(Hier niet meer op filteren)").attr("href")))
                .hasSize(3);
    }

    @Test
    void comesInPages() {
        for (int i = 0; i < 55; i++) {
            signUp("p" + i);
        }
        Document first = browser.open(LIST).page();

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(names(first.select("a[rel=next]").attr("href"))).hasSize(5);
    }

    /** The style sheet alone is 20 kB before it is compressed. */
    @Test
    void aFullPageOfFoundPeopleTravelsInLessThan20Kilobytes() {
        for (int i = 0; i < 21; i++) {
            signUp("wilhelmina-van-der-meer-jansen-de-vries-" + i * 7919);
        }
        assertThat(browser.open(LIST + "?q=meer").page().select("tbody tr")).hasSize(20);

        Answer sent = browser.with("accept-encoding", Optional.of("gzip")).open(LIST + "?q=meer");

        assertThat(sent.headers()).containsEntry("content-encoding", "gzip");
        assertThat(Base64.getDecoder().decode(sent.body())).hasSizeLessThan(20_000);
    }

    @Test
    void readingTheListIsRecordedOnceAnHour() {
        signUp("ida");
        browser.open(LIST);
        browser.open(LIST + "?q=ida");
        gathering.clock.advance(Duration.ofMinutes(59));
        browser.open(LIST);
        assertThat(done()).containsOnlyOnce("list-read");

        gathering.clock.advance(Duration.ofMinutes(1));
        browser.open(LIST);
        assertThat(done()).filteredOn("list-read"::equals).hasSize(2);
    }

    @Test
    void showsEverythingAboutOnePerson() {
        signUp("ida");
        Document page = browser.open(person("ida")).page();

        assertThat(page.select("h1").text()).isEqualTo("ida");
        assertThat(page.title()).startsWith("ida – Versnellingskamer participatie");
        assertThat(page.select("main").text()).contains("ida@example.org", "heeft een plek", "Je rol");
        assertThat(page.select("main").text())
                .doesNotContain(gathering.find("ida").secret().value());
    }

    @Test
    void correctsANameAndKeepsThePlace() {
        signUp("ida", "noor");
        Answer answer = browser.send(
                person("noor") + "/changes", "name=Noor+de+Vries&email=noor%40example.org&answer.rol=Beleid");

        assertThat(answer.status()).isEqualTo(303);
        Document page = browser.open(answer.location()).page();
        assertThat(page.select("[role=status]").text()).isEqualTo("Het is bewaard.");
        assertThat(page.select("h1").text()).isEqualTo("Noor de Vries");
        assertThat(page.select("main").text()).contains("nummer 1", "Beleid", "Verbeterd: Naam, Antwoorden", "Noor");
        assertThat(gathering.places()).isEqualTo("1 taken, 1 waiting, 0 cancelled");
    }

    @Test
    void correctsAnAddressAndKeepsThePlace() {
        signUp("ida", "noor", "piet");
        Registration before = gathering.find("noor");
        String form = "name=noor&email=nora%40example.org&answer.rol=";
        Answer answer = browser.send(person("noor") + "/changes", form);

        assertThat(answer.location()).contains("done=address-corrected");
        Registration after = gathering.find("nora");
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.proof().isGiven()).isFalse();
        assertThat(gathering.places()).isEqualTo("1 taken, 2 waiting, 0 cancelled");
        assertThat(browser.open(LIST + "/" + before.id()).status()).isEqualTo(404);
        assertThat(names(LIST + "?state=waitlisted")).containsExactly("noor", "piet");
        assertThat(gathering
                        .wiring()
                        .showRegistration()
                        .show(Gathering.ID, before.ownLink())
                        .isPresent())
                .as("the link of the old address")
                .isFalse();
        assertThat(browser.open(answer.location()).page().select("main").text()).contains("Verbeterd: E-mailadres");
        assertThat(browser.send(LIST + "/" + before.id() + "/changes", form).location())
                .as("a double press is one act")
                .isEqualTo(answer.location());
        gathering.cancel("ida");
        assertThat(gathering.find("nora").state())
                .as("still first in the queue")
                .isInstanceOf(RegistrationState.Confirmed.class);
    }

    @Test
    void theHistoryFollowsACorrectedAddressAndIsErasedWithIt() {
        signUp("ida", "noor", "piet");
        browser.send(person("piet") + "/priority", "reason=Spoed");
        browser.send(person("piet") + "/changes", "name=piet&email=pieter%40example.org");
        assertThat(browser.open(person("pieter")).page().select("main").text()).contains("Spoed", "Bovenaan");

        browser.send(person("pieter") + "/erasure", "sure=yes");

        assertThat(gathering.items().toString())
                .doesNotContain("pieter@")
                .doesNotContain("piet@")
                .doesNotContain("Spoed");
        assertThat(done()).contains("erased-on-request");
    }

    @Test
    void refusesTheAddressOfSomebodyElseAndKeepsWhatWasTyped() {
        signUp("ida", "noor");
        Answer answer =
                browser.send(person("noor") + "/changes", "name=%3Cb%3ENieuw&email=ida%40example.org&answer.rol=Zorg");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("input[name=name]").val()).isEqualTo("<b>Nieuw");
        assertThat(answer.page().select("input[name=email]").val()).isEqualTo("ida@example.org");
        assertThat(answer.page().select("textarea[name=answer.rol]").text()).isEqualTo("Zorg");
        assertThat(answer.page().select(".summary").text()).contains("al iemand met een andere naam");
        assertThat(answer.page().title()).startsWith("Fout: ");
        assertThat(gathering.find("noor").person().name()).isEqualTo("noor");
    }

    @Test
    void saysWhatIsWrongBesideTheField() {
        signUp("ida");
        Answer answer = browser.send(person("ida") + "/changes", "name=&email=ida");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("#name-problem").text()).isNotEmpty();
        assertThat(answer.page().select("#email-problem").text()).isNotEmpty();
        assertThat(answer.page().select("details[open] #name")).hasSize(1);
    }

    @Test
    void movesUpCancelsAndSendsLinks() {
        signUp("ida", "noor", "piet");
        gathering.clock.advance(Duration.ofMinutes(40));
        browser.open(LIST);
        gathering.clock.advance(Duration.ofMinutes(40));

        assertThat(browser.send(person("piet") + "/priority", "reason=").status())
                .isEqualTo(400);
        assertThat(browser.send(person("piet") + "/priority", "reason=Spoed").location())
                .contains("done=moved-up");
        assertThat(browser.send(person("ida") + "/own-link", "").location()).contains("done=link-sent");
        assertThat(browser.send(person("ida") + "/own-link", "renew=yes").location())
                .contains("done=link-renewed");
        assertThat(browser.send(person("ida") + "/cancellation", "reason=Dubbel")
                        .location())
                .contains("done=cancelled");
        assertThat(browser.send(person("ida") + "/cancellation", "reason=Dubbel")
                        .location())
                .contains("done=cancelled");

        assertThat(gathering.find("piet").state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(done())
                .contains("moved-up", "own-link-sent", "own-link-renewed")
                .containsOnlyOnce("cancelled");
    }

    @Test
    void erasesOnRequestOnceItIsConfirmed() {
        signUp("ida");
        String address = person("ida") + "/erasure";

        assertThat(browser.open(address).page().select("input[name=sure]")).hasSize(1);
        assertThat(browser.send(address, "").status()).isEqualTo(400);
        assertThat(browser.send(address, "sure=yes").location()).isEqualTo(LIST + "?done=erased");
        assertThat(browser.send(address, "sure=yes").location()).isEqualTo(LIST + "?done=erased");
        assertThat(done()).containsOnlyOnce("erased-on-request");
        assertThat(gathering.items().toString()).doesNotContain("ida@");
    }

    @Test
    void hostsSeeNoneOfThis() {
        signUp("ida");
        OrganiserBrowser host = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());

        assertThat(host.open(LIST).status()).isEqualTo(403);
        assertThat(host.open(person("ida")).status()).isEqualTo(403);
        for (String act : List.of("changes", "own-link", "priority", "cancellation", "erasure")) {
            assertThat(host.send(person("ida") + "/" + act, "name=x").status())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    @Test
    void hostileWordsChangeNoStructure() {
        addByApi("Gewone naam", "gewoon@example.org", "Organisatie", "Zorg");
        String plainList = structure(browser.open(LIST).page());
        String plainPerson = structure(browser.open(person("gewoon")).page());
        browser.send(person("gewoon") + "/erasure", "sure=yes");

        HostileWords.inShort()
                .filter(words -> words.length() < 150 && isName(words))
                .forEach(words -> {
                    addByApi(words, "gewoon@example.org", "Organisatie", words);
                    assertThat(structure(browser.open(LIST).page())).as(words).isEqualTo(plainList);
                    assertThat(structure(browser.open(person("gewoon")).page()))
                            .as(words)
                            .isEqualTo(plainPerson);
                    browser.send(person("gewoon") + "/erasure", "sure=yes");
                });
        HostileWords.inShort().forEach(words -> {
            String q = URLEncoder.encode(words, StandardCharsets.UTF_8);
            assertThat(browser.open(LIST + "?q=" + q).page().select("script, img, iframe, base, form:not(.filters)"))
                    .as(words)
                    .hasSize(1);
        });
    }

    /** Names are checked when they come in: what would be refused there never gets to a page. */
    private static boolean isName(String words) {
        return !words.isBlank() && words.codePoints().noneMatch(c -> c < ' ' || c == '@' || c == ':' || c > 0x2000);
    }

    private void addByApi(String name, String email, String organisation, String answer) {
        gathering
                .wiring()
                .organiser()
                .addRegistration()
                .add(
                        Gathering.ID,
                        new SignUp(
                                new Person(name, new EmailAddress(email), Optional.of(organisation)),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("rol", answer)),
                        Actor.LOCAL);
    }

    /** Returns the page's elements without their words. */
    private static String structure(Document page) {
        StringBuilder names = new StringBuilder();
        for (Element element : page.getAllElements()) {
            names.append(element.tagName()).append(' ');
        }
        return names.toString();
    }

    private void signUp(String... names) {
        Stream.of(names).forEach(name -> {
            gathering.signUp(name);
            gathering.clock.advance(Duration.ofSeconds(1));
        });
    }

    private List<String> names(String address) {
        return browser.open(address).page().select("tbody th bdi").eachText();
    }

    private String person(String name) {
        return LIST + "/" + idOf(name);
    }

    private String idOf(String name) {
        return gathering.listed().stream()
                .map(ListedRegistration::registration)
                .filter(one -> one.person().email().value().equals(name + "@example.org"))
                .map(one -> one.id().value())
                .findFirst()
                .orElseThrow();
    }

    private List<String> done() {
        return gathering.changes().stream().map(AuditEntry::what).toList();
    }
}
