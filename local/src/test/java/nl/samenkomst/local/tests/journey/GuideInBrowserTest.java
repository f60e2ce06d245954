package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.local.tests.kit.ByWords;
import nl.samenkomst.local.tests.kit.Inbox;
import org.junit.jupiter.api.Test;

/**
 * Runs the session about <i>Handreiking Lokale aanpak van eenzaamheid</i> in the browser, from the guide's edition of this
 * year to what people thought of it.
 */
final class GuideInBrowserTest extends GatheringInBrowser {

    private static final String GUIDE = "https://www.example.org/handreiking.pdf";
    private static final String HELPFUL = "Wat neem je mee?";
    private static final List<String> PEOPLE = List.of("Noor", "Ibrahim", "Maartje", "Youssef", "Sanne");

    private final ZonedDateTime start = clock.inDays(30);

    GuideInBrowserTest() throws IOException, InterruptedException {
        super("nl-NL,nl");
    }

    @Test
    void reachesManyAudiencesAndAsksThemAfterwards() throws Exception {
        signIn();
        String session = make();
        String address = shared(session, "address");

        // Each audience finds the session in the agenda; the guide is there for anybody to read.
        home.go(desk.address() + "/sessions");
        home.choose("Voor wie", "Kerken");
        home.press("Filter");
        home.follow("De handreiking in een uur");
        home.shows("Handreiking", "uitgave 7");
        for (String name : PEOPLE) {
            signUp(address, name, form -> {});
        }
        for (Inbox.Mail mail : inbox.hasExactly(PEOPLE.stream()
                .map(name -> name.toLowerCase(Locale.ROOT) + " confirmed")
                .toArray(String[]::new))) {
            assertThat(mail.text()).contains(GUIDE, "uitgave 7");
        }

        // A new edition is news; a typing error is not.
        change(session, "Mails en materiaal", form -> form.in("Materiaal 1").fill("Versie", "uitgave 8"));
        office.shows("5 × Om vooraf te lezen");
        publishChange();
        assertThat(inbox.hasExactly(each("materials")).getFirst().text()).contains("uitgave 8");
        change(session, "Mails en materiaal", form -> {
            form.in("Materiaal 1").fill("Versie", "uitgave 8, tweede druk");
            form.in("Materiaal 1").clear("Mail deelnemers zodra dit er is");
        });
        office.shows("Er gaat meteen geen mail uit.");
        publishChange();
        inbox.hasExactly();

        askAfterwards(session);
    }

    private String make() {
        begin("De handreiking in een uur", start, start.plusHours(1));
        section("Wat", form -> {
            form.fill("Voor wie", "Burgers\nVrijwilligers\nWijkteams\nWoningcorporaties\nKerken\nVerenigingen");
            form.fill("Contactadres", "handreiking@example.org");
        });
        section("Wanneer en waar", form -> form.pick("Deelnemers kunnen online meedoen"));
        section("Vragen", form -> {
            form.press("Vraag toevoegen");
            ByWords first = form.in("Vraag 1");
            first.fill("Vraag", "Was het nuttig?");
            first.choose("Soort antwoord", "ja of nee");
            first.choose("Wanneer je dit vraagt", "na afloop");
            form.press("Vraag toevoegen");
            ByWords second = form.in("Vraag 2");
            second.fill("Vraag", HELPFUL);
            second.choose("Wanneer je dit vraagt", "na afloop");
        });
        section("Mails en materiaal", form -> {
            form.in("Mails aan het contactadres").pick("Geen mails");
            form.press("Materiaal toevoegen");
            ByWords guide = form.in("Materiaal 1");
            guide.fill("Titel", "Handreiking");
            guide.fill("Link", GUIDE);
            guide.fill("Versie", "uitgave 7");
        });
        return publish();
    }

    /** Nobody's answer is shown before five people have answered, and no name unless somebody adds it. */
    private void askAfterwards(String session) throws Exception {
        clock.moveTo(start.plusHours(2));
        inbox.forgetEarlier();
        signIn();
        for (String name : PEOPLE) {
            openOwnPage(name.toLowerCase(Locale.ROOT));
            home.shows("Hoe was het?");
            home.in("Was het nuttig?").pick("Ja");
            home.fill(HELPFUL, "Een plan van " + name.length() + " stappen");
            if (name.equals("Sanne")) {
                open(session + "/answers");
                office.shows("4 deelnemers hebben geantwoord.");
                assertThat(office.reads()).doesNotContain("Een plan");
                home.pick("Zet mijn naam bij wat ik schrijf");
            }
            home.press("Verstuur mijn antwoorden");
            home.shows("Bedankt, je antwoorden zijn binnen.");
        }
        open(session);
        office.follow("Antwoorden achteraf");
        office.shows("5 deelnemers hebben geantwoord.", "Een plan van 4 stappen", "Sanne");
        assertThat(office.reads()).doesNotContain("Noor", "Youssef");
    }

    private static String[] each(String kind) {
        return PEOPLE.stream()
                .map(name -> name.toLowerCase(Locale.ROOT) + " " + kind)
                .toArray(String[]::new);
    }
}
