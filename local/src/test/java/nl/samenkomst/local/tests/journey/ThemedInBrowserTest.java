package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.samenkomst.local.tests.kit.ByWords;
import nl.samenkomst.local.tests.kit.Inbox;
import org.junit.jupiter.api.Test;

/**
 * Runs <i>Versnellingskamer Participatie</i> in the browser, as docs/organiser.md does step by step, for an organiser who
 * reads English. {@code mvn test -pl local -am -Dtest=ThemedInBrowserTest -Dpictures} takes the guide's pictures on the way.
 */
final class ThemedInBrowserTest extends GatheringInBrowser {

    private static final String TITLE = "Versnellingskamer Participatie";
    private static final Path PICTURES = Path.of("..", "docs", "pictures");
    private static final String[] THEMES = {"Meedoen in de buurt", "Werk dat past", "Digitaal meekomen"};

    private final ZonedDateTime start = clock.inDays(31).withHour(15);

    ThemedInBrowserTest() throws IOException, InterruptedException {
        super("en-GB,en");
    }

    @Test
    void seatsPeopleAtThreeThemes() throws Exception {
        signIn();
        make();
        String session = publishIt();
        String address = shared(session, "address");
        picture("share", 1280, 900);

        // A question left open is asked again. The second theme has one place, for which Piet waits.
        signUp(address, "Noor", form -> {
            form.in("Thema").pick(THEMES[1]);
            form.fill("Organisatie", "Gemeente Waterhoven");
        });
        home.shows("Je aanmelding is niet gelukt", "Geef hier een antwoord.");
        home.fill("Welke verandering heb je gezien?", "Meer mensen doen mee.");
        home.press("Meld me aan");
        home.shows("Er was plek");
        signUp(address, "Piet", form -> answer(form, THEMES[1]));
        home.shows("Bij je thema was geen plek meer", THEMES[0]);
        signUp(address, "Fatima", form -> answer(form, THEMES[2]));
        inbox.hasExactly("noor confirmed", "piet waiting", "fatima confirmed");
        assertThat(inbox.lastTo("noor").text()).contains("onderzoek-2.pdf").doesNotContain("onderzoek-1.pdf");

        lookAtPeople(session);
        closeATheme(session);
        writeToATheme(session);
        lookAtTheTimetable(session);
        meet(session);
        lookBack(session);
    }

    private void make() {
        open("/organise");
        office.follow("New session");
        office.fill("Title", TITLE);
        office.fill("Organisation", "Zorgalliantie");
        office.fill("Date", start.toLocalDate());
        office.fill("Start", LocalTime.of(15, 0));
        office.fill("End", LocalTime.of(17, 0));
        picture("new-session", 1280, 940);
        office.press("Make the draft");
        office.shows("This is your draft.");
        fill("What", form -> {
            form.fill("Description", "Drie thema’s naast elkaar. Kies het thema waar jij iets in ziet veranderen.");
            form.fill("Other organisations", "HAN");
            form.fill("Contact address", "participatie@example.org");
        });
        fill("When and where", form -> {
            form.pick("Participants can take part online");
            form.fill("With what", "MS Teams");
            form.fill("Link to join", "https://teams.example.org/versnellingskamer");
        });
        fill("Signing up", form -> form.fill("People can cancel until", "2 days"));
        fill("Themes", form -> {
            for (int i = 0; i < THEMES.length; i++) {
                form.press("Add a theme");
                ByWords theme = form.in("Theme " + (i + 1));
                theme.fill("Title", THEMES[i]);
                theme.fill("Facilitators", "Karim Boland, Wijkteam Oost\nEls Vermeer, HAN");
            }
            form.in("Theme 2").fill("Places at this theme", "1");
            picture("themes", 1280, 1200);
        });
        fill("Questions", form -> {
            form.press("Add a question");
            form.in("Question 1").fill("Question", "Welke verandering heb je gezien?");
            form.in("Question 1").pick("This question must be answered");
        });
        fill("Emails and materials", form -> {
            for (int i = 0; i < THEMES.length; i++) {
                form.press("Add material");
                ByWords material = form.in("Material " + (i + 1));
                material.fill("Title", "Onderzoek: " + THEMES[i]);
                material.fill("Link", "https://www.example.org/onderzoek-" + (i + 1) + ".pdf");
                material.choose("For whom", THEMES[i]);
            }
        });
        picture("draft", 1280, 1100);
    }

    private String publishIt() {
        office.follow("See it as participants do");
        office.shows("This is how participants see it.", THEMES[0], "Karim Boland");
        picture("preview", 1280, 900);
        officeBrowser.press(".notice a");
        office.follow("See the emails");
        office.follow("Reminder");
        office.shows("Kim Jansen");
        picture("preview-mails", 1280, 900);
        office.follow("To all sections");
        office.follow("Publish: see what happens");
        office.shows("On the agenda:");
        picture("publish", 1280, 700);
        office.press("Publish now");
        office.shows("Published.");
        return URI.create(officeBrowser.address()).getPath();
    }

    private void lookAtPeople(String session) {
        open(session);
        office.follow("Participants");
        office.choose("Theme", THEMES[1]);
        office.press("Search");
        office.shows("Noor", "Piet", "Meer mensen doen mee.");
        picture("participants", 1280, 900);
    }

    /** The third theme goes; Fatima keeps her place, and sits at the first from now on. */
    private void closeATheme(String session) throws Exception {
        open(session + "/edit");
        fill("Emails and materials", form -> form.press("Material 3 remove"));
        fill("Themes", form -> form.press("Theme 3 remove"));
        office.follow("Publish the changes: see what happens");
        office.shows("Title: " + THEMES[2], "For whom: " + THEMES[2]);
        office.shows("1 × Choose a theme", "These emails leave all the same: 1 × Choose a theme");
        office.choose("The theme " + THEMES[2] + " goes.", THEMES[0]);
        office.press("See what happens then");
        office.shows("1 × To read beforehand");
        picture("publish-changes", 1280, 1000);
        office.press("Publish the changes now");
        office.shows("The changes are published.");
        inbox.hasExactly("fatima materials");
        assertThat(inbox.lastTo("fatima").text()).contains("onderzoek-1.pdf");
        openOwnPage("fatima");
        home.shows("Je hebt een plek.", THEMES[0]);
    }

    private void writeToATheme(String session) throws Exception {
        open(session);
        office.follow("Messages");
        office.follow("Write a message");
        ByWords words = office.in("In the language of the session: Nederlands");
        words.fill("Subject", "Onze eerste vraag");
        words.fill("Text", "Wat zag jij?");
        office.pick("everybody: with a place, on the waiting list or waiting for a decision");
        office.choose("Only at this theme", THEMES[1]);
        office.press("Preview the message");
        office.shows("This message goes to 2 people.", "Wat zag jij?");
        office.press("Change it");
        words.fill("Text", "Wat zag jij veranderen, {naam}?");
        office.press("Preview the message");
        picture("message", 1280, 1000);
        office.press("Send me a proof");
        office.shows("The proof is on its way");
        office.press("Send to 2 people");
        office.shows("Your message is ready.");
        clock.settle();
        assertThat(inbox.lastTo("organisator").text()).contains("Wat zag jij veranderen");
        clock.advance("PT2M");
        inbox.hasExactly("organisator message-proof", "noor message", "piet message");
        assertThat(inbox.lastTo("noor").text()).contains("Wat zag jij veranderen, Noor?");
    }

    private void lookAtTheTimetable(String session) {
        open(session);
        office.follow("Emails");
        office.shows("Reminder", "1 day");
        picture("timetable", 1280, 1000);
    }

    private void meet(String session) throws Exception {
        clock.moveTo(start.minusMinutes(30));
        inbox.forgetEarlier();
        Inbox.Mail reminder = inbox.lastTo("noor");
        assertThat(visitor.open(reminder.wayIn()).headers().firstValue("location"))
                .contains("https://teams.example.org/versnellingskamer");
        signIn();
        open(session + "/door");
        office.press("Noor Gemeente Waterhoven");
        office.shows("1 of 2");
    }

    private void lookBack(String session) throws Exception {
        clock.moveTo(start.plusHours(3));
        inbox.forgetEarlier();
        signIn();
        open(session + "/edit");
        fill("Emails and materials", form -> {
            form.press("Add material");
            ByWords material = form.in("Material 3");
            material.fill("Title", "Uitkomsten");
            material.fill("Link", "https://www.example.org/uitkomsten.pdf");
            material.choose("When to see it", "afterwards");
        });
        office.follow("Publish the changes: see what happens");
        office.press("Publish the changes now");
        inbox.hasExactly("noor follow-up", "fatima follow-up");
        openOwnPage("noor");
        home.follow("Je bewijs van deelname");
        home.shows("Bewijs van deelname", "Noor", TITLE);
        open(session);
        office.follow("Figures");
        office.shows("Registered 3", "Came 1");
        picture("figures", 1280, 900);
    }

    /** Takes a picture of the page for the guide, if it was asked for. */
    private void picture(String name, int width, int height) {
        if (System.getProperty("pictures") != null) {
            officeBrowser.ask("document.activeElement.blur(); window.scrollTo(0, 0); return true");
            try {
                officeBrowser.picture(width, height, PICTURES.resolve("organise-" + name + ".webp"));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static void answer(ByWords form, String theme) {
        form.in("Thema").pick(theme);
        form.fill("Welke verandering heb je gezien?", "Meer mensen doen mee.");
    }
}
