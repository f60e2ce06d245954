package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/** Runs <i>Lokale aanpak eenzaamheid</i> from publishing to its follow-up: three sessions in a series. */
final class SeriesGatheringTest extends DeskTestCase {

    private static final String FIRST = "lokale-aanpak-eenzaamheid";
    private static final String SECOND = FIRST + "-2";
    private static final String THIRD = FIRST + "-3";
    private static final String SLIDES = "https://www.example.org/lokale-aanpak/sessie-1.pdf";

    SeriesGatheringTest() throws IOException, InterruptedException {}

    @Test
    void leadsParticipantsThroughThreeSessions() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> first = Organiser.demo(FIRST, start);
        first.put("programme", List.of(Map.of("title", "Een gemeente vertelt"), Map.of("title", "Wat neem je mee?")));
        organiser.publish(FIRST, first);
        organiser.publish(SECOND, Organiser.demo(SECOND, start.plusDays(28)));
        Map<String, Object> third = Organiser.demo(THIRD, start.plusDays(56));
        third.put("places", 1);
        organiser.publish(THIRD, third);
        visitor.signUp(THIRD, "hendrik");
        inbox.hasExactly("hendrik confirmed");

        // The page lists the rest of the series, the next one first, to read about and to sign up for with the same
        // form.
        String page = visitor.open("/sessions/" + FIRST).body();
        assertThat(page)
                .containsSubsequence("leersessie 1", "Meld je ook aan voor", "leersessie 2", "leersessie 3")
                .containsSubsequence("Ook in deze reeks", "leersessie 2", "leersessie 3")
                .contains("Kennisnetwerk Samen Leven, Programma Minder Alleen", "Een gemeente vertelt")
                .contains("Kan tot", "mailto:bijeenkomsten@example.org", "Per mail", "Op LinkedIn");
        assertThat(visitor.open("/sessions?series=Lokale+aanpak+eenzaamheid").body())
                .containsSubsequence("leersessie 1", "leersessie 2", "leersessie 3");

        // One form gives three registrations, each with its own result, and one letter.
        assertThat(visitor.follow(signUp("noor", SECOND + "\n" + THIRD)).body())
                .containsSubsequence("Er was plek", "leersessie 2", "Er was plek", "leersessie 3", "wachtlijst");
        Inbox.Mail letter = inbox.hasExactly("noor confirmed").getFirst();
        assertThat(letter.text())
                .containsSubsequence("leersessie 1", "Je hebt een plek.", "leersessie 2", "Je hebt een plek.")
                .containsSubsequence("leersessie 3", "Je bent nummer 1 op de wachtlijst.");
        signUp("ibrahim", SECOND);
        inbox.hasExactly("ibrahim confirmed");

        // A new speaker is shown on the page and announced to nobody; an earlier day is announced to everybody.
        first.put("programme", List.of(Map.of("title", "Een gemeente vertelt", "speaker", "Carlijn Mulderij")));
        organiser.put(FIRST, first, Optional.empty());
        inbox.hasExactly();
        assertThat(visitor.open("/sessions/" + FIRST).body()).contains("Carlijn Mulderij");
        Map<String, Object> second = Organiser.demo(SECOND, start.plusDays(21));
        organiser.put(SECOND, second, Optional.empty());
        inbox.hasExactly("noor session-moved", "ibrahim session-moved");

        // Each is cancelled by itself: by its own link until a week before, and after that by asking the organiser.
        String ibrahimsSecond = inbox.lastTo("ibrahim").ownPage();
        visitor.sendForm(ibrahimsSecond + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("ibrahim cancelled");
        assertThat(organiser.states(FIRST)).contains("ibrahim@example.org confirmed");
        clock.moveTo(start.minusDays(7).plusMinutes(1));
        inbox.hasExactly("noor reminder", "ibrahim reminder");
        assertThat(inbox.lastTo("noor").text()).contains("leersessie 1", "laatste kans");
        HttpResponse<String> late =
                visitor.sendForm(inbox.lastTo("ibrahim").ownPage() + "/cancellation", Map.of("lang", "nl"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("De afmeldtermijn is voorbij", "mailto:bijeenkomsten@example.org");

        // A place in the third goes to noor, who has waited for it since she signed up for the first.
        visitor.sendForm(inbox.lastTo("hendrik").ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("hendrik cancelled", "noor promoted");

        // The first session's slides are mailed to its participants and listed on the page of the second.
        clock.moveTo(start.plusHours(3));
        inbox.hasExactly(Stream.of("noor", "ibrahim")
                .flatMap(name -> Stream.of(name + " reminder", name + " reminder"))
                .toArray(String[]::new));
        first.put("materials", List.of(Map.of("title", "Presentatie", "url", SLIDES, "when", "after")));
        organiser.put(FIRST, first, Optional.empty());
        for (Inbox.Mail mail : inbox.hasExactly("noor follow-up", "ibrahim follow-up")) {
            assertThat(mail.text()).contains(SLIDES);
        }
        assertThat(visitor.open("/sessions/" + SECOND).body())
                .containsSubsequence("Ook in deze reeks", "leersessie 3", "leersessie 1", "is geweest, met materiaal");
        clock.moveTo(start.plusDays(57));
        assertThat(inbox.all().stream()
                        .filter(mail -> mail.to().startsWith("noor@"))
                        .filter(mail -> mail.kind().equals("reminder"))
                        .map(Inbox.Mail::subject)
                        .map(subject -> subject.substring(subject.length() - 1)))
                .containsExactly("1", "1", "1", "2", "2", "2", "3", "3", "3");
    }

    private HttpResponse<String> signUp(String name, String also) throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>();
        form.put("name", name);
        form.put("email", name + "@example.org");
        form.put("also", also);
        form.put("lang", "nl");
        return visitor.sendForm("/sessions/" + FIRST + "/registrations", form);
    }
}
