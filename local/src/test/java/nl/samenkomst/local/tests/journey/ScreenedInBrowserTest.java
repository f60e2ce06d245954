package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.samenkomst.local.tests.kit.ByWords;
import nl.samenkomst.local.tests.kit.Inbox;
import org.junit.jupiter.api.Test;

/** Runs <i>Eenzaamheid onder jongeren</i> in the browser: few places, a decision about everybody, and a link that comes later. */
final class ScreenedInBrowserTest extends GatheringInBrowser {

    private static final String TITLE = "Eenzaamheid onder jongeren";
    private static final String LINK = "https://zoom.example.org/jongeren";

    private final ZonedDateTime start = clock.inDays(30);

    ScreenedInBrowserTest() throws IOException, InterruptedException {
        super("nl-NL,nl");
    }

    @Test
    void decidesWhoComes() throws Exception {
        signIn();
        String session = make();
        String address = shared(session, "address");

        // A municipality is in at once when the address is confirmed; everybody else waits for a decision.
        home.go(address);
        home.shows("De organisator bekijkt je aanmelding", "Inloop", "13.50-14.00 uur", "Pauze");
        signUp(address, "Noor", "noor@waterhoven.example.org", form -> {});
        home.shows("De organisator bekijkt je aanmelding");
        inbox.hasExactly("noor under-review");
        inbox.hasExactly("noor confirmed");
        for (String name : new String[] {"Ibrahim", "Maartje", "Youssef"}) {
            signUp(address, name, form -> {});
        }
        inbox.hasExactly("ibrahim under-review", "maartje under-review", "youssef under-review");
        decide();

        // The link comes two weeks later, and changes once more; no letter has it, and every letter leads to it.
        clock.moveTo(clock.inDays(14).withHour(10));
        inbox.hasExactly();
        signIn();
        change(session, "Wanneer en waar", form -> form.fill("Link om mee te doen", "https://zoom.example.org/oud"));
        publishChange();
        change(session, "Wanneer en waar", form -> form.fill("Link om mee te doen", LINK));
        publishChange();
        inbox.hasExactly();

        chooseReminders(session);
        clock.moveTo(start.minusHours(1));
        for (Inbox.Mail reminder :
                inbox.hasExactly("noor reminder", "ibrahim reminder", "noor reminder", "ibrahim reminder")) {
            assertThat(reminder.text()).doesNotContain(LINK);
            assertThat(visitor.open(reminder.wayIn()).headers().firstValue("location"))
                    .contains(LINK);
        }
        writeToWhoWasThere(session);
    }

    private String make() {
        begin(TITLE, start, start.plusMinutes(150));
        section("Wat", form -> {
            form.fill("Organisatie", "Kennisnetwerk Samen Leven");
            form.fill("Contactadres", "bijeenkomsten@example.org");
            form.fill("Voor wie", "Beleidsmedewerkers\nProjectleiders");
        });
        section("Wanneer en waar", form -> {
            form.pick("Deelnemers kunnen online meedoen");
            form.fill("Waarmee", "Zoom");
        });
        section("Aanmelden", form -> {
            form.fill("Aantal plekken", "2");
            form.in("Wie kan komen").pick("Wie jij toelaat");
            form.fill("Altijd welkom", "waterhoven.example.org");
        });
        section("Programma", form -> {
            part(form, 1, "Inloop", LocalTime.of(13, 50), LocalTime.of(14, 0));
            part(form, 2, "Wat jongeren vertellen", LocalTime.of(14, 0), LocalTime.of(15, 0));
            part(form, 3, "Pauze", LocalTime.of(15, 0), LocalTime.of(15, 15));
        });
        section(
                "Mails en materiaal",
                form -> form.in("Mails aan het contactadres").pick("Elke ochtend wie op een besluit wacht"));
        return publish();
    }

    private static void part(ByWords form, int number, String what, LocalTime from, LocalTime to) {
        form.press("Programmaonderdeel toevoegen");
        ByWords row = form.in("Programmaonderdeel " + number);
        row.fill("Wat er gebeurt", what);
        row.fill("Van", from);
        row.fill("Tot", to);
    }

    /** Admits two people, one of whom waits then, and declines one. */
    private void decide() throws Exception {
        clock.moveTo(clock.inDays(1).withHour(8));
        assertThat(inbox.hasExactly("bijeenkomsten review").getFirst().text())
                .contains("Ibrahim", "Maartje", "Youssef")
                .doesNotContain("Noor");
        signIn();
        open("/organise");
        office.follow("wachten op je besluit");
        office.pick("Ibrahim");
        office.pick("Youssef");
        office.press("Toelaten");
        office.shows("2 mensen toelaten?");
        office.press("2 mensen toelaten");
        office.shows("Net besloten");
        office.pick("Maartje");
        office.press("Afwijzen");
        office.fill("Reden", "Deze keer is het voor gemeenten.");
        office.press("1 persoon afwijzen");
        inbox.hasExactly();
        clock.advance("PT2M");
        inbox.hasExactly("ibrahim confirmed", "youssef waiting", "maartje declined");
        assertThat(inbox.lastTo("maartje").text()).contains("Deze keer is het voor gemeenten.");
        openOwnPage("youssef");
        home.shows("Je bent nummer 1 op de wachtlijst.");
    }

    /** Leaves out the reminder of a day before, and sends one two days before instead of eight. */
    private void chooseReminders(String session) {
        open(session);
        office.follow("Mails");
        office.press("Sla over: Herinnering, 1 dag ervoor");
        office.shows("Deze mail wordt overgeslagen.");
        office.in("Herinnering 1").fill("Aantal", "2");
        office.press("Bekijk wat er verandert");
        office.shows("Er is nog niets bewaard.", "Herinnering, 2 dagen ervoor");
        office.press("Bewaar");
        office.shows("De momenten zijn bewaard.");
    }

    private void writeToWhoWasThere(String session) throws Exception {
        signIn();
        open(session + "/door");
        office.press("Noor");
        office.press("Afwezig Ibrahim");
        clock.moveTo(start.plusHours(3));
        inbox.hasExactly("youssef last-word");
        signIn();
        open(session + "/messages");
        office.follow("Schrijf een bericht");
        office.fill("Onderwerp", "We hebben je gemist");
        office.fill("Tekst", "Dag {naam}, kom je de volgende keer? {titl}");
        office.pick("wie er niet was");
        office.press("Bekijk het bericht");
        office.shows("Je bericht is nog niet klaar");
        office.fill("Tekst", "Dag {naam}, kom je de volgende keer?");
        office.press("Bekijk het bericht");
        office.press("Stuur naar 1 persoon");
        clock.advance("PT2M");
        assertThat(inbox.hasExactly("ibrahim message").getFirst().text())
                .contains("Dag Ibrahim, kom je de volgende keer?");
    }
}
