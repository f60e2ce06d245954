package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.xlsx.ReadWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Follows the organiser's lists from the first sign-up until the names are gone. */
final class OrganisersListsTest extends DeskTestCase {

    private static final String SESSION = "buurt";
    private static final String LIST = "/api/v1/organiser/sessions/" + SESSION + "/registrations";

    OrganisersListsTest() throws IOException, InterruptedException {}

    @Test
    void tellsWhoComesWhoWaitsWhoCancelledLateAndHowManyWereThere() throws Exception {
        ZonedDateTime start = clock.inDays(14);
        organiser.publish(
                SESSION,
                Organiser.session(
                        "Leren in de buurt",
                        start,
                        Map.of("places", 6, "noticePeriod", "P7D", "lateCancellation", true, "reminders", List.of())));
        signUp("elise", "Élise Visser");
        signUp("ayse", "Ayşe Öztürk");
        signUp("jan", "Jan de Vries");
        signUp("piet", "Piet van der Berg");
        signUp("noor", "Noor 't Hooft");
        signUp("anna", "Anna IJsbrand");
        signUp("bo", "Bo Aarts");
        signUp("mo", "Mo Zwart");
        inbox.forgetEarlier();

        // Piet is in time; Jan is late, and the organiser cancels Noor. Their places go to the people who wait.
        cancel("piet");
        clock.moveTo(start.minusDays(3));
        cancel("jan");
        assertThat(visitor.call(LIST + "/" + organiser.id(SESSION, "Noor 't Hooft") + "/cancellation", Map.of())
                        .statusCode())
                .isEqualTo(200);
        signUp("zoe", "Zoë Smit");
        signUp("ed", "Ed Ek");
        signUp("cas", "Cas Aa");

        String threeDaysBefore = start.minusDays(3).toLocalDate().toString();
        assertThat(rows())
                .filteredOn(row -> "cancelled".equals(row.get("state")))
                .extracting(
                        row -> row.get("name"),
                        row -> row.get("late"),
                        row -> row.get("cancelledBy"),
                        row -> threeDaysBefore.equals(
                                String.valueOf(row.get("cancelledAt")).substring(0, 10)))
                .containsExactly(
                        tuple("Jan de Vries", true, "person", true),
                        tuple("Piet van der Berg", false, "person", false),
                        tuple("Noor 't Hooft", false, "organiser", true));
        assertThat(rows())
                .filteredOn(row -> !"cancelled".equals(row.get("state")))
                .extracting(row -> row.get("late"), row -> row.get("cancelledAt"), row -> row.get("cancelledBy"))
                .containsOnly(tuple(false, null, null));
        assertThat(workbook().rows(1))
                .extracting(row -> row.get(2), row -> row.get(11), row -> row.get(13))
                .contains(
                        tuple("Jan de Vries", "ja", "deelnemer"),
                        tuple("Piet van der Berg", "nee", "deelnemer"),
                        tuple("Noor 't Hooft", "nee", "organisator"),
                        tuple("Bo Aarts", "nee", ""));

        Document door = Jsoup.parse(visitor.open(LIST + ".html?lang=nl").body());
        assertThat(door.select("h2").eachText())
                .containsExactly("Met een plek (6)", "Wachtlijst (2)", "Te laat afgemeld (1)");
        assertThat(door.select("tbody th bdi").eachText())
                .containsExactly(
                        "Bo Aarts",
                        "Anna IJsbrand",
                        "Ayşe Öztürk",
                        "Zoë Smit",
                        "Élise Visser",
                        "Mo Zwart",
                        "Ed Ek",
                        "Cas Aa",
                        "Jan de Vries");
        assertThat(door.select(".box")).hasSize(8);

        // The numbers of the day outlive the names, whether somebody is erased or everybody's data expires.
        clock.moveTo(start);
        mark("Bo Aarts", true);
        mark("Anna IJsbrand", true);
        mark("Mo Zwart", false);
        visitor.sendForm(inbox.lastTo("bo").ownPage() + "/erasure", Map.of("sure", "yes", "lang", "nl"));
        assertThat(presence()).isEqualTo(Map.of("present", 2, "absent", 1));
        clock.moveTo(start.plusDays(32));
        assertThat(rows()).isEmpty();
        assertThat(presence()).isEqualTo(Map.of("present", 2, "absent", 1));
        assertThat(workbook().rows(2)).contains(List.of("aanwezig", "2"), List.of("afwezig", "1"));
    }

    private void signUp(String address, String name) throws IOException, InterruptedException {
        assertThat(visitor.call(
                                "/api/v1/sessions/" + SESSION + "/registrations",
                                Map.of("name", name, "email", address + "@example.org"))
                        .statusCode())
                .isEqualTo(202);
    }

    private void cancel(String address) throws IOException, InterruptedException {
        assertThat(visitor.sendForm(inbox.lastTo(address).ownPage() + "/cancellation", Map.of("lang", "nl"))
                        .statusCode())
                .isEqualTo(303);
        inbox.forgetEarlier();
    }

    private void mark(String name, boolean present) throws IOException, InterruptedException {
        assertThat(visitor.put(LIST + "/" + organiser.id(SESSION, name) + "/presence", "{\"present\": " + present + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    private List<Map<?, ?>> rows() throws IOException, InterruptedException {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (JSON.std.mapFrom(visitor.open(LIST).body()).get("registrations") instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }

    private ReadWorkbook workbook() throws IOException, InterruptedException {
        return ReadWorkbook.of(visitor.download(LIST + ".xlsx"));
    }

    private Object presence() throws IOException, InterruptedException {
        return Objects.requireNonNull(
                JSON.std.mapFrom(organiser.look(SESSION).body()).get("presence"));
    }
}
