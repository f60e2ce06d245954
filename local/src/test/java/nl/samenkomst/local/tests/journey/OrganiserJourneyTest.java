package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.OrganiserSignIn;
import org.junit.jupiter.api.Test;

/** Takes an organiser's day in a real browser, from signing in to being refused after signing out. */
class OrganiserJourneyTest extends DeskTestCase {

    OrganiserJourneyTest() throws Exception {
        organiser.publish(
                "besluiten", Organiser.session("Besluiten", clock.inDays(10), Map.of("admission", "reviewed")));
        for (String name : List.of("noor", "piet")) {
            visitor.signUp("besluiten", name);
            clock.settle();
            visitor.sendForm(path(inbox.lastTo(name).ownPage()) + "/confirmation", Map.of());
        }
        // Half an hour from now, so that presence can be marked.
        organiser.publish(
                "vandaag",
                Organiser.session(
                        "Vandaag",
                        clock.now()
                                .atZone(clock.inDays(0).getZone())
                                .plusMinutes(30)
                                .withSecond(0)
                                .withNano(0),
                        Map.of()));
        visitor.signUp("vandaag", "ria");
        clock.settle();
    }

    @Test
    void runsASessionWithoutScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts("nl-NL,nl")) {
            signIn(browser);
            assertThat(browser.title()).isEqualTo("Overzicht – Samenkomst");
            assertThat(browser.text(".waits")).contains("2");

            decideOnBoth(browser);
            correct(browser);
            addByHand(browser);
            markTheDoor(browser);
            export(browser);
            signOut(browser);
        }
    }

    @Test
    void worksByKeyboardOnANarrowScreenInEnglish() throws Exception {
        try (Browser browser = Browser.open("en-GB,en")) {
            browser.resize(320, 640);
            browser.go(desk.address() + "/organise");
            assertThat(browser.language()).isEqualTo("en");
            browser.tabTo("#email");
            browser.pressKeys(OrganiserSignIn.ADDRESS);
            browser.enter();
            browser.tabTo("#code");
            browser.pressKeys(OrganiserSignIn.code(desk.address()));
            browser.enter();
            assertThat(browser.title()).isEqualTo("Overview – Samenkomst");

            browser.go(desk.address() + "/organise/sessions/besluiten/participants?state=under-review");
            browser.tabTo("input[name=registration]");
            browser.pressKeys(" ");
            browser.tabTo("button[name=decision][value=accept]");
            browser.enter();
            browser.tabTo("button[name=confirmed]");
            browser.enter();
            assertThat(browser.text(".notice.good")).isEqualTo("Accepted. The emails leave in two minutes.");
            assertThat(browser.contentWidth()).isLessThanOrEqualTo(320);
        }
    }

    private void signIn(Browser browser) throws Exception {
        browser.go(desk.address() + "/local");
        browser.press("a[href='/organise']");
        assertThat(browser.address()).contains("/organise/sign-in");
        browser.type("#email", OrganiserSignIn.ADDRESS);
        browser.press("main form button");
        browser.type("#code", "2222-2222");
        browser.press("main form button");
        assertThat(browser.texts(".summary li")).hasSize(1);
        browser.type("#code", OrganiserSignIn.code(desk.address()));
        browser.press("main form button");
    }

    private static void decideOnBoth(Browser browser) {
        browser.press(".waits a");
        assertThat(browser.address()).contains("/participants?state=under-review");
        assertThat(browser.title()).isEqualTo("Deelnemers – Besluiten – Samenkomst");
        for (int row = 1; row <= 2; row++) {
            browser.tick("tbody tr:nth-child(" + row + ") input[name=registration]");
        }
        browser.press("button[name=decision][value=accept]");
        assertThat(browser.text("article")).contains("Besluiten");
        assertThat(browser.text("button[name=confirmed]")).isEqualTo("2 mensen toelaten");
        browser.press("button[name=confirmed]");
        assertThat(browser.text(".notice.good")).contains("twee minuten");
    }

    private void correct(Browser browser) throws Exception {
        browser.go(desk.address() + "/organise/sessions/besluiten/participants/" + organiser.id("besluiten", "noor"));
        browser.tick("#correct");
        browser.type("#email", "noor.de.vries@example.org");
        browser.press("form[action*='/changes'] button");
        assertThat(browser.text("main")).contains("noor.de.vries@example.org");
        clock.settle();
        assertThat(inbox.lastTo("noor.de.vries").subject()).isNotBlank();
    }

    private void addByHand(Browser browser) throws Exception {
        browser.go(desk.address() + "/organise/sessions/besluiten/participants/new");
        browser.type("#name", "Fatima <b>Amrani</b>");
        browser.press("main form button[type=submit]");
        assertThat(browser.value("#name")).isEqualTo("Fatima <b>Amrani</b>");
        assertThat(browser.texts(".summary li")).hasSize(1);
        browser.type("#email", "fatima@example.org");
        browser.press("#sign-up button[type=submit]");
        assertThat(organiser.states("besluiten")).contains("fatima@example.org confirmed");
    }

    private void markTheDoor(Browser browser) throws Exception {
        browser.go(desk.address() + "/organise/sessions/vandaag/door");
        assertThat(browser.text(".count")).startsWith("0");
        browser.press(".person");
        assertThat(browser.text(".count")).startsWith("1");
        browser.press(".person");
        assertThat(browser.text(".count")).startsWith("0");
        browser.press("a[href*='/door/registrations']");
        browser.type("#name", "Ine Loper");
        browser.type("#email", "ine@example.org");
        browser.press("main form button[type=submit]");
        assertThat(browser.text(".count")).startsWith("1");
    }

    private void export(Browser browser) {
        browser.go(desk.address() + "/organise/sessions/vandaag/list.html");
        assertThat(browser.text("main")).contains("Ine Loper");
        browser.go(desk.address() + "/organise/sessions/vandaag/history");
        assertThat(browser.text("main")).contains("lijst");
    }

    private void signOut(Browser browser) {
        browser.press("header form button");
        assertThat(browser.address()).contains("/organise/sign-in");
        browser.go(desk.address() + "/organise/sessions/vandaag/door");
        assertThat(browser.address()).contains("/organise/sign-in?next=");
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }
}
