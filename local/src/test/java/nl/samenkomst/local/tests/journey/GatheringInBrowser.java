package nl.samenkomst.local.tests.journey;

import java.io.IOException;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.ByWords;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.OrganiserSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Runs a gathering by what people see: an organiser at the office and participants at home, each with a browser that runs
 * no scripts.
 */
@SuppressWarnings("NullAway.Init") // JUnit opens the browsers before each test.
abstract class GatheringInBrowser extends DeskTestCase {

    private final String officeLanguages;
    Browser officeBrowser;
    ByWords office;
    private Browser homeBrowser;
    ByWords home;

    GatheringInBrowser(String officeLanguages) throws IOException, InterruptedException {
        this.officeLanguages = officeLanguages;
    }

    @BeforeEach
    void openBrowsers() {
        officeBrowser = Browser.withoutScripts(officeLanguages);
        office = new ByWords(officeBrowser);
        homeBrowser = Browser.withoutScripts("nl-NL,nl");
        home = new ByWords(homeBrowser);
    }

    @AfterEach
    void closeBrowsers() {
        if (officeBrowser != null) {
            officeBrowser.close();
        }
        if (homeBrowser != null) {
            homeBrowser.close();
        }
    }

    /** Signs the organiser in; again, if the clock has moved past the end of that. The letter to do so with is not counted. */
    final void signIn() throws IOException, InterruptedException {
        OrganiserSignIn.at(desk, officeBrowser);
        inbox.forgetEarlier();
    }

    /** Fills in a section of the draft whose task list is shown, in English, and returns there. */
    final void fill(String section, Consumer<ByWords> fill) {
        office.follow(section);
        fill.accept(office);
        office.press("Save");
        office.shows("Saved in the draft.");
    }

    /** Begins a session in Dutch; the browser is left at its draft. */
    final void begin(String title, ZonedDateTime start, ZonedDateTime end) {
        office.go(desk.address() + "/organise");
        office.follow("Nieuwe bijeenkomst");
        office.fill("Titel", title);
        office.fill("Datum", start.toLocalDate());
        office.fill("Begin", start.toLocalTime());
        office.fill("Einde", end.toLocalTime());
        office.press("Concept maken");
        office.shows("Dit is je concept.");
    }

    /** Fills in a section of the draft whose task list is shown, and returns there. */
    final void section(String name, Consumer<ByWords> fill) {
        office.follow(name);
        fill.accept(office);
        office.press("Bewaren");
        office.shows("Bewaard in het concept.");
    }

    /** Publishes the draft whose task list is shown for the first time, and returns the session's address at the desk. */
    final String publish() {
        office.follow("Publiceren: bekijken wat er gebeurt");
        office.shows("Op de agenda:", "Nog niemand krijgt er mail over.");
        office.press("Nu publiceren");
        office.shows("Gepubliceerd.");
        return URI.create(officeBrowser.address()).getPath();
    }

    /** Changes one section of a published session, and leaves the browser at what publishing it will do. */
    final void change(String session, String section, Consumer<ByWords> fill) {
        open(session + "/edit");
        section(section, fill);
        office.follow("Wijzigingen publiceren: bekijken wat er gebeurt");
    }

    /** Publishes the changes that the office's browser shows. */
    final void publishChange() {
        office.press("Wijzigingen nu publiceren");
        office.shows("De wijzigingen zijn gepubliceerd.");
    }

    /** Opens a page of the desk, by its path. */
    final void open(String path) {
        office.go(desk.address() + path);
    }

    /** Copies what the page to share a session has in the field with this label. */
    final String shared(String session, String heading) {
        open(session + "/share");
        return officeBrowser.value("[aria-labelledby=%s-label]".formatted(heading));
    }

    /** Signs somebody up at home, at {@code name@example.org} in lower case. */
    final void signUp(String address, String name, Consumer<ByWords> choices) {
        signUp(address, name, name.toLowerCase(Locale.ROOT) + "@example.org", choices);
    }

    final void signUp(String address, String name, String email, Consumer<ByWords> choices) {
        home.go(address);
        home.fill("Naam", name);
        home.fill("E-mailadres", email);
        choices.accept(home);
        home.press("Meld me aan");
    }

    /** Opens the own page to which the newest letter to somebody leads. */
    final void openOwnPage(String name) throws IOException, InterruptedException {
        home.go(inbox.lastTo(name).ownPage());
    }

    /** Returns a day as the pages write it. */
    static String written(ZonedDateTime day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.of("nl")).format(day);
    }
}
