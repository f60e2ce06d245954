package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs <i>Lokale aanpak eenzaamheid</i> in the browser, from the first title to the series' figures. */
final class SeriesInBrowserTest extends GatheringInBrowser {

    private static final String SERIES = "Lokale aanpak eenzaamheid";
    private static final String FIRST = SERIES + ": leersessie 1";
    private static final String SECOND = SERIES + ": leersessie 2";
    private static final String THIRD = SERIES + ": leersessie 3";
    private static final String SLIDES = "https://www.example.org/lokale-aanpak/sessie-1.pdf";

    private final ZonedDateTime start = clock.inDays(30);

    SeriesInBrowserTest() throws IOException, InterruptedException {
        super("nl-NL,nl");
    }

    @Test
    void runsASeriesOfThree() throws Exception {
        signIn();
        String first = makeTheFirst();
        List<String> others = copy(first);
        carryOn(first);

        // Noor finds the page by the address to share, and signs up for two of the three with one form.
        String address = shared(first, "address");
        home.go(address);
        home.shows(
                "Programma Minder Alleen",
                "Online via MS Teams",
                "Een gemeente vertelt",
                "Kan tot",
                "Deel deze bijeenkomst");
        signUp(address, "Noor", form -> form.pick(SECOND));
        home.shows("Er was plek", SECOND);
        clock.settle();
        assertThat(inbox.lastTo("noor").text())
                .containsSubsequence(FIRST, "Je hebt een plek.", SECOND, "Je hebt een plek.")
                .doesNotContain(THIRD);
        openOwnPage("noor");
        home.press("Ja, dit adres is van mij");
        home.shows("Je hebt een plek.");
        inbox.forgetEarlier();
        signUp(address, "Ibrahim", form -> {});
        inbox.hasExactly("ibrahim confirmed");

        tellOnlyWhatMatters(first, others.getFirst());

        // Ibrahim cancels in time by the link in his mail; Noor is too late a week before.
        openOwnPage("ibrahim");
        home.press("Meld me af voor deze bijeenkomst");
        home.shows("Je bent afgemeld.");
        inbox.hasExactly("ibrahim cancelled");
        clock.moveTo(start.minusDays(7).plusMinutes(1));
        assertThat(inbox.hasExactly("noor reminder").getFirst().text()).contains("laatste kans");
        openOwnPage("noor");
        home.shows("De afmeldtermijn is voorbij", "bijeenkomsten@example.org");

        lookBack(first, others.getLast());
    }

    private String makeTheFirst() {
        begin(FIRST, start, start.plusHours(3));
        office.shows("14.00-17.00 uur");
        section("Wat", form -> {
            form.fill("Omschrijving", "De eerste van drie leersessies.\n\nDeelnemen is gratis.");
            form.fill("Organisatie", "Kennisnetwerk Samen Leven");
            form.fill("Andere organisaties", "Programma Minder Alleen");
            form.fill("Contactadres", "bijeenkomsten@example.org");
            form.fill("Voor wie", "Beleidsmedewerkers sociaal domein\nCoördinatoren van de lokale aanpak");
            form.fill("Onderwerpen", "Eenzaamheid");
            form.fill("Reeks", SERIES);
        });
        section("Wanneer en waar", form -> form.pick("Deelnemers kunnen online meedoen"));
        section(
                "Mails en materiaal",
                form -> form.in("Mails aan het contactadres").pick("Geen mails"));
        section("Aanmelden", form -> form.fill("Afmelden kan tot", "1 week"));
        office.shows("Afmelden kan tot 7 dagen ervoor.");
        section("Programma", form -> {
            String[] parts = {"Opening", "Vijf bouwstenen", "Wat neem je mee?", "Een gemeente vertelt", "In groepen"};
            for (int i = 0; i < parts.length; i++) {
                form.press("Programmaonderdeel toevoegen");
                form.in("Programmaonderdeel " + (i + 1)).fill("Wat er gebeurt", parts[i]);
            }
            // What comes last was typed third.
            form.press("Programmaonderdeel 3 omlaag");
            form.press("Programmaonderdeel 4 omlaag");
            assertThat(form.in("Programmaonderdeel 5").value("Wat er gebeurt")).isEqualTo("Wat neem je mee?");
        });
        office.shows("5 onderdelen.");
        return publish();
    }

    /** Copies the first session to two days, the second of which is put right by hand, and publishes both. */
    private List<String> copy(String first) {
        open(first + "/edit");
        office.follow("Kopie maken");
        office.fill("Eerste datum", start.plusDays(28).toLocalDate());
        office.choose("Daarna", "elke vierde week");
        office.fill("Aantal", "2");
        office.press("Datums voorstellen");
        assertThat(office.value("Datums")).isEqualTo(written(start.plusDays(28)) + "\n" + written(start.plusDays(56)));
        office.fill("Datums", written(start.plusDays(28)) + "\n" + written(start.plusDays(63)));
        office.press("Kopieën maken");
        office.shows("Concepten", written(start.plusDays(63)));
        return List.of(publishCopy(start.plusDays(28), SECOND), publishCopy(start.plusDays(63), THIRD));
    }

    private String publishCopy(ZonedDateTime day, String title) {
        open("/organise");
        office.follow(FIRST + " (" + written(day) + ")");
        office.shows("14.00-17.00 uur", "5 onderdelen.");
        section("Wat", form -> form.fill("Titel", title));
        return publish();
    }

    /** Changes all three sessions, and publishes them with one press. */
    private void carryOn(String first) {
        open(first + "/edit");
        section("Wanneer en waar", form -> form.fill("Waarmee", "MS Teams"));
        office.follow("Ook in de bijeenkomsten die volgen");
        office.shows(SECOND, THIRD, "MS Teams");
        office.press("In hun concepten zetten");
        office.shows(FIRST, SECOND, THIRD);
        office.press("3 bijeenkomsten nu publiceren");
        office.shows("3 bijeenkomsten gepubliceerd");
    }

    /** A speaker is no news; another day is, for whom it concerns; a message reaches everybody at a session. */
    private void tellOnlyWhatMatters(String first, String second) throws IOException, InterruptedException {
        change(first, "Programma", form -> form.in("Programmaonderdeel 3").fill("Spreker", "Carlijn Mulderij"));
        office.shows("Carlijn Mulderij", "Er gaat meteen geen mail uit.");
        publishChange();
        inbox.hasExactly();

        change(
                second,
                "Wanneer en waar",
                form -> form.fill("Datum", start.plusDays(21).toLocalDate()));
        office.shows("1 × Andere tijd of plaats");
        publishChange();
        assertThat(inbox.hasExactly("noor session-moved").getFirst().text()).contains(written(start.plusDays(21)));

        open(first + "/messages");
        office.follow("Schrijf een bericht");
        office.in("In de taal van de bijeenkomst: Nederlands").fill("Onderwerp", "Neem een voorbeeld mee");
        office.in("In de taal van de bijeenkomst: Nederlands").fill("Tekst", "Dag {naam}, neem een voorbeeld mee.");
        office.pick("wie een plek heeft");
        office.press("Bekijk het bericht");
        office.shows("Dit bericht gaat naar 2 mensen.");
        office.press("Stuur naar 2 mensen");
        office.shows("Je bericht staat klaar.");
        inbox.hasExactly();
        clock.advance("PT2M");
        inbox.hasExactly("noor message", "ibrahim message");
        assertThat(inbox.lastTo("noor").text()).contains("Dag Noor, neem een voorbeeld mee.");
    }

    /** Mails the slides, calls the last session off, and counts. */
    private void lookBack(String first, String third) throws Exception {
        clock.moveTo(start.plusHours(4));
        inbox.hasExactly("noor reminder", "noor reminder");
        signIn();
        change(first, "Mails en materiaal", form -> {
            form.press("Materiaal toevoegen");
            form.in("Materiaal 1").fill("Titel", "Presentatie");
            form.in("Materiaal 1").fill("Link", SLIDES);
            form.in("Materiaal 1").choose("Wanneer te zien", "na afloop");
        });
        office.shows("1 × Materiaal achteraf");
        publishChange();
        assertThat(inbox.hasExactly("noor follow-up").getFirst().text()).contains(SLIDES);
        openOwnPage("noor");
        home.shows("Presentatie");

        signUp(desk.address() + third.replace("/organise", ""), "Hendrik", form -> {});
        inbox.hasExactly("hendrik confirmed");
        open(third);
        office.follow("Laat deze bijeenkomst niet doorgaan");
        office.fill("Waarom gaat het niet door?", "De spreker is ziek.");
        office.press("Laat niet doorgaan en mail 1 persoon");
        clock.advance("PT2M");
        assertThat(inbox.hasExactly("hendrik session-cancelled").getFirst().text())
                .contains("De spreker is ziek.");

        open("/organise/figures");
        office.choose("Reeks", SERIES);
        office.press("Toon");
        office.shows(FIRST, SECOND, THIRD, "Samen: 3 bijeenkomsten");
    }
}
