package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Checks the form with which an organiser registers somebody. */
class AddByHandTest {

    private static final String NEW = "/organise/sessions/versnellingskamer/participants/new";

    private final Gathering gathering = new Gathering(
            "places",
            1,
            "themes",
            List.of(Map.of("id", "buurt", "title", "Buurt")),
            "questions",
            List.of(Map.of("id", "rol", "label", "Je rol", "kind", "text", "required", true)));
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void hasTheSessionsQuestionsAndThemes() {
        Document page = browser.open(NEW).page();

        assertThat(page.select("form#sign-up [name]").eachAttr("name"))
                .contains("name", "email", "organisation", "theme", "answer.rol", "lang");
        assertThat(page.select("main").text()).contains("Er is nu een plek vrij.");
    }

    @Test
    void registersSomebodyAndLetsQuestionsOpen() {
        String form = "name=Els&email=els%40example.org&theme=buurt&answer.rol=&lang=en";
        Answer answer = browser.send(NEW, form);

        assertThat(answer.location()).endsWith("?done=added");
        Registration els = gathering.find("els");
        assertThat(els.language()).isEqualTo(Language.EN);
        assertThat(els.state()).isInstanceOf(RegistrationState.Confirmed.class);
        assertThat(browser.send(NEW, form).location()).as("again").endsWith("?done=known");
        assertThat(done()).containsOnlyOnce("added");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        Answer answer = browser.send(NEW, "name=&email=els&theme=weg&answer.rol=%3Ci%3EZorg&lang=en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("#email").val()).isEqualTo("els");
        assertThat(answer.page().select("textarea").text()).isEqualTo("<i>Zorg");
        assertThat(answer.page().select("#lang-en[checked]")).hasSize(1);
        assertThat(answer.page().select(".problem").eachText()).hasSize(3);
        assertThat(answer.page().select(".summary li a").eachAttr("href")).contains("#name", "#email", "#theme");
    }

    @Test
    void refusesAnAddressUnderAnotherName() {
        browser.send(NEW, "name=Els&email=els%40example.org&theme=buurt");
        Answer answer = browser.send(NEW, "name=Wim&email=els%40example.org&theme=buurt&answer.rol=Zorg");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("#name").val()).isEqualTo("Wim");
        assertThat(answer.page().select(".summary").text()).contains("andere naam");
    }

    @Test
    void hostsAddNobodyHere() {
        OrganiserBrowser host = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());

        assertThat(host.open(NEW).status()).isEqualTo(403);
        assertThat(host.send(NEW, "name=x").status()).isEqualTo(403);
    }

    private List<String> done() {
        return gathering.changes().stream().map(AuditEntry::what).toList();
    }
}
