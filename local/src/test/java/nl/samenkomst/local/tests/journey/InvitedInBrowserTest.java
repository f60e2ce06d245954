package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import nl.samenkomst.local.tests.kit.Inbox;
import org.junit.jupiter.api.Test;

/**
 * Runs <i>Netwerk Sociaal Domein</i> in the browser, from the first of six sessions to the certificates of the people who
 * were there.
 */
final class InvitedInBrowserTest extends GatheringInBrowser {

    private static final String TITLE = "Netwerk Sociaal Domein";
    private static final String WEBSITES = "https://www.example.org/netwerk/websites.html";

    private final ZonedDateTime start = clock.inDays(30);

    InvitedInBrowserTest() throws IOException, InterruptedException {
        super("nl-NL,nl");
    }

    @Test
    void runsASessionForANetworkOnly() throws Exception {
        signIn();
        String session = make();
        planTheYear(session);

        // Nobody finds the page, which the page to share says; who is invited gets a link of their own.
        open(session + "/share");
        office.shows("alleen op uitnodiging");
        home.go(desk.address() + session.replace("/organise", ""));
        home.shows("alleen voor mensen met een uitnodiging");
        invite(session);
        Inbox.Mail invitation = inbox.hasExactly("noor invited", "ibrahim invited", "maartje invited", "sanne invited")
                .getFirst();
        assertThat(invitation.subject()).startsWith("Uitnodiging: " + TITLE);
        answer();

        // Both presentations are known by now; a place more goes to the first person who waits.
        change(session, "Programma", form -> {
            form.in("Programmaonderdeel 1").fill("Spreker", "Avedan");
            form.in("Programmaonderdeel 2").fill("Spreker", "Thuisteam");
        });
        publishChange();
        inbox.hasExactly();
        change(session, "Aanmelden", form -> form.fill("Aantal plekken", "3"));
        office.shows("Krijgt alsnog een plek:", "Maartje");
        publishChange();
        inbox.hasExactly("maartje promoted");

        markTheDoor(session);
        lookBack(session);
    }

    private String make() {
        begin(TITLE, start, start.plusHours(3));
        section("Wat", form -> {
            form.fill("Omschrijving", "Hier leren bibliotheken van elkaar.");
            form.fill("Organisatie", TITLE);
            form.fill("Regio", "Overijssel");
            form.fill("Reeks", TITLE);
        });
        section("Wanneer en waar", form -> form.fill("Plaats", "Bibliotheek, Almelo"));
        section("Aanmelden", form -> {
            form.fill("Aantal plekken", "2");
            form.in("Wie kan komen").pick("Alleen wie uitgenodigd is");
        });
        section("Programma", form -> {
            for (int part = 1; part <= 2; part++) {
                form.press("Programmaonderdeel toevoegen");
                form.in("Programmaonderdeel " + part).fill("Wat er gebeurt", "Presentatie " + part);
            }
        });
        return publish();
    }

    /** Plans the five others of the year, every second month, which wait as drafts. */
    private void planTheYear(String session) {
        open(session + "/edit");
        office.follow("Kopie maken");
        office.fill("Eerste datum", start.plusMonths(2).toLocalDate());
        office.choose("Daarna", "elke tweede maand");
        office.fill("Aantal", "5");
        office.press("Datums voorstellen");
        assertThat(office.value("Datums").lines()).hasSize(5);
        office.press("Kopieën maken");
        assertThat(officeBrowser.texts("#drafts + ul a")).hasSize(5).allMatch(draft -> draft.startsWith(TITLE + " ("));
    }

    private void invite(String session) {
        open(session + "/share");
        office.follow("Mensen uitnodigen");
        office.fill("Namen en adressen", "Noor <noor@example.org>\nIbrahim ibrahim@example\n");
        office.press("Nodig uit");
        office.shows("1 regel klopt niet");
        office.fill("Namen en adressen", """
                Noor <noor@example.org>
                Ibrahim <ibrahim@example.org>
                Maartje <maartje@example.org>
                Sanne <sanne@example.org>""");
        office.press("Nodig uit");
        office.shows("Uitgenodigd", "Sanne");
    }

    /** Two people take both places, one waits, and one cannot come. */
    private void answer() throws IOException, InterruptedException {
        for (String name : List.of("noor", "ibrahim", "maartje")) {
            openOwnPage(name);
            home.shows("Je bent uitgenodigd.", "Presentatie 1", "Kom je?");
            home.press("Ja, ik kom");
        }
        home.shows("Je bent nummer 1 op de wachtlijst.");
        openOwnPage("sanne");
        home.press("Ik kan niet komen");
        home.shows("Je liet weten dat je niet kunt komen.");
        inbox.hasExactly("noor confirmed", "ibrahim confirmed", "maartje waiting");
    }

    private void markTheDoor(String session) throws IOException, InterruptedException {
        clock.moveTo(start.minusMinutes(30));
        inbox.forgetEarlier();
        signIn();
        open("/organise");
        office.follow("mensen verwacht: naar de deur");
        office.shows("0 van 3 aanwezig");
        office.press("Noor");
        office.press("Maartje");
        office.shows("2 van 3 aanwezig");
        clock.moveTo(start.plusHours(3).plusMinutes(1));
        inbox.hasExactly();
        signIn();
        open(session + "/door");
        office.press("Afwezig Ibrahim");
        office.shows("1 afwezig gemeld");
    }

    /** Only people who were there get the list of websites, and a certificate that anybody can check. */
    private void lookBack(String session) throws Exception {
        change(session, "Mails en materiaal", form -> {
            form.press("Materiaal toevoegen");
            form.in("Materiaal 1").fill("Titel", "Websites");
            form.in("Materiaal 1").fill("Link", WEBSITES);
            form.in("Materiaal 1").choose("Wanneer te zien", "na afloop");
        });
        publishChange();
        inbox.hasExactly("noor follow-up", "maartje follow-up");
        openOwnPage("maartje");
        home.follow("Je bewijs van deelname");
        home.shows("Bewijs van deelname", "Maartje", TITLE);
        home.follow("/certificates/");
        home.shows("Dit bewijs van deelname is echt", TITLE);
    }
}
