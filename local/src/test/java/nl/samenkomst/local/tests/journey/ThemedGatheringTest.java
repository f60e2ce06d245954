package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * Runs <i>Versnellingskamer Participatie</i> from publishing to its follow-up: three tables, and questions at sign-up.
 */
final class ThemedGatheringTest extends DeskTestCase {

    private static final String SESSION = "versnellingskamer-participatie";
    private static final String OUTCOMES = "https://www.example.org/participatie/uitkomsten.pdf";
    private static final String SEQUEL = "https://www.example.org/participatie/digitaal-vervolg.pdf";

    ThemedGatheringTest() throws IOException, InterruptedException {}

    @Test
    void seatsPeopleByThemeAndSendsItsMaterials() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        Map<String, Object> document = Organiser.demo(SESSION, start);
        document.put("programme", List.of());
        organiser.publish(SESSION, document);
        assertThat(Jsoup.parse(visitor.open("/sessions/" + SESSION).body()).text())
                .contains("Meedoen in de buurt", "Karim Boland (Wijkteam Oost)", "Welke verandering heb je gezien?");

        // A question left open is asked again, with everything that was typed.
        HttpResponse<String> open = send(form("noor", "buurt", ""));
        assertThat(open.statusCode()).isEqualTo(400);
        assertThat(open.body())
                .contains("Welke verandering heb je gezien? Geef hier een antwoord.", "value=\"noor@example.org\"")
                .containsPattern("value=\"buurt\"[^>]* checked");

        // One table fills up while the session has room; a person who still wants it waits, and is told where there is
        // room.
        for (String name : List.of("noor", "ibrahim", "maartje", "youssef")) {
            assertThat(signUp(name, "buurt")).contains("Er was plek");
        }
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("Vol: je komt op de wachtlijst.");
        assertThat(signUp("sanne", "buurt"))
                .contains(
                        "Bij je thema was geen plek meer",
                        "Het thema \"Meedoen in de buurt\" was vol",
                        "Werk dat past, Digitaal meekomen");
        assertThat(signUp("joost", "any")).contains("Er was plek");
        inbox.hasExactly(
                "noor confirmed",
                "ibrahim confirmed",
                "maartje confirmed",
                "youssef confirmed",
                "sanne waiting",
                "joost confirmed");
        assertThat(inbox.lastTo("sanne").text())
                .contains("Het thema \"Meedoen in de buurt\" is vol.")
                .contains("Er is nog wel plek bij: Werk dat past, Digitaal meekomen.");
        assertThat(inbox.lastTo("noor").text())
                .contains("https://www.example.org/participatie/buurt.pdf")
                .doesNotContain("werk.pdf");

        // Moving to a table that has room frees a place for the person waiting; moving to a full table is refused and
        // keeps the place.
        assertThat(change("youssef", "werk").statusCode()).isEqualTo(303);
        inbox.hasExactly("sanne promoted", "youssef materials");
        assertThat(inbox.lastTo("youssef").text()).contains("werk.pdf").doesNotContain("buurt.pdf");
        HttpResponse<String> full = change("youssef", "buurt");
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.body()).contains("Bij dit thema is geen plek meer. Je houdt wat je had.");
        assertThat(visitor.open(inbox.lastTo("youssef").ownPage()).body()).contains("Je hebt een plek.");

        // A table is closed: its people keep their place and choose again.
        document.put("themes", themesBut(document, "werk"));
        document.put("materials", List.of());
        document.put("places", 8);
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
        List<Inbox.Mail> asked = inbox.hasExactly("youssef choose-theme", "joost choose-theme");
        assertThat(visitor.open(asked.getFirst().ownPage()).body())
                .contains("Je hebt een plek.", "Het thema dat je koos, is er niet meer.");
        for (String name : List.of("youssef", "joost")) {
            assertThat(change(name, "digitaal").statusCode()).isEqualTo(303);
        }
        inbox.hasExactly();

        // The organiser has everything on one list; erasing takes a person and their answers off it.
        assertThat(organiser.registrations(SESSION).body()).contains("Antwoord van noor", "\"theme\":\"digitaal\"");
        String erasure = inbox.lastTo("noor").ownPage() + "/erasure";
        HttpResponse<String> unsure = visitor.sendForm(erasure, Map.of("lang", "nl"));
        assertThat(unsure.statusCode()).isEqualTo(400);
        assertThat(unsure.body())
                .contains("<a href=\"#sure\">Vink aan dat je alles wilt verwijderen.</a>")
                .contains("value=\"noor\"", ">Antwoord van noor</textarea>");
        visitor.sendForm(erasure, Map.of("sure", "yes", "lang", "nl"));
        inbox.hasExactly();
        assertThat(organiser.registrations(SESSION).body()).doesNotContain("Antwoord van noor", "noor@example.org");
        assertThat(visitor.open(inbox.lastTo("noor").ownPage()).statusCode()).isEqualTo(404);

        // Afterwards everybody gets the results, and each table gets its own materials.
        clock.moveTo(start.plusHours(2));
        inbox.hasExactly(Stream.of("ibrahim", "maartje", "sanne", "youssef", "joost")
                .flatMap(name -> Stream.of(name + " reminder", name + " reminder", name + " reminder"))
                .toArray(String[]::new));
        document.put(
                "materials",
                List.of(
                        Map.of("title", "Uitkomsten", "url", OUTCOMES, "when", "after"),
                        Map.of("title", "Vervolg", "url", SEQUEL, "when", "after", "theme", "digitaal")));
        organiser.put(SESSION, document, Optional.empty());
        inbox.hasExactly(
                "ibrahim follow-up", "maartje follow-up", "sanne follow-up", "youssef follow-up", "joost follow-up");
        assertThat(inbox.lastTo("joost").text()).contains(OUTCOMES, SEQUEL);
        assertThat(inbox.lastTo("sanne").text()).contains(OUTCOMES).doesNotContain(SEQUEL);
        assertThat(visitor.open("/sessions/" + SESSION).body())
                .contains(OUTCOMES)
                .doesNotContain(SEQUEL);
    }

    @Test
    void seatsPeopleAtOneThemeOrTwenty() throws Exception {
        for (int tables : List.of(1, 20)) {
            String id = "tafels-" + tables;
            List<Map<String, Object>> themes = IntStream.range(0, tables)
                    .mapToObj(i -> Map.<String, Object>of("id", "tafel-" + i, "title", "Tafel " + i, "places", 1))
                    .toList();
            organiser.publish(id, Organiser.session("Tafels", clock.inDays(30), Map.of("themes", themes)));
            for (int i = 0; i <= tables; i++) {
                visitor.signUp(id, "iemand" + i, Map.of("theme", "any"));
            }

            assertThat(organiser.states(id))
                    .filteredOn(one -> one.endsWith(" confirmed"))
                    .hasSize(tables);
            assertThat(organiser.states(id))
                    .filteredOn(one -> one.endsWith(" waitlisted"))
                    .hasSize(1);
            for (int i = 0; i < tables; i++) {
                assertThat(organiser.registrations(id).body()).containsOnlyOnce("\"theme\":\"tafel-" + i + "\"");
            }
        }
    }

    private String signUp(String name, String theme) throws IOException, InterruptedException {
        return visitor.follow(send(form(name, theme, "Antwoord van " + name))).body();
    }

    private HttpResponse<String> send(Map<String, String> form) throws IOException, InterruptedException {
        return visitor.sendForm("/sessions/" + SESSION + "/registrations", form);
    }

    private HttpResponse<String> change(String name, String theme) throws IOException, InterruptedException {
        return visitor.sendForm(inbox.lastTo(name).ownPage() + "/changes", form(name, theme, "Antwoord van " + name));
    }

    private static Map<String, String> form(String name, String theme, String answer) {
        Map<String, String> form = new HashMap<>();
        form.put("name", name);
        form.put("email", name + "@example.org");
        form.put("theme", theme);
        form.put("answer.verandering", answer);
        form.put("answer.rol", "Beleid");
        form.put("lang", "nl");
        return form;
    }

    private static List<?> themesBut(Map<String, Object> document, String closed) {
        return document.get("themes") instanceof List<?> themes
                ? themes.stream()
                        .filter(theme -> theme instanceof Map<?, ?> fields && !closed.equals(fields.get("id")))
                        .toList()
                : List.of();
    }
}
