package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.RecordingTable;
import nl.samenkomst.organise.OrganiseHandler;
import nl.samenkomst.signin.SignInHandler;
import org.junit.jupiter.api.Test;

/** Counts the calls to the table that wait for one another, for every page of the organiser's desk. */
class PageRoundTripsTest {

    private static final int MORE_THAN_ONE_READ_FINDS = 60;

    private final Gathering gathering = new Gathering("places", 1);
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);
    private final RecordingTable asked = new RecordingTable();
    private final OrganiserBrowser browser = noor.through(gathering.wiring(asked.client()));

    @Test
    void everyPageTakesTwoAtMostAndAListToTakeAwayOneMore() {
        gathering.signUp("fatima");
        gathering.signUp("piet");
        gathering.write("Dag {naam}");
        for (int i = 0; i < MORE_THAN_ONE_READ_FINDS; i++) {
            gathering.publishAs(new SessionId("sessie-" + i));
        }
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(20);

        for (String page : pages) {
            assertThat(roundTrips(page)).as(page).isLessThanOrEqualTo(isList(page) ? 3 : 2);
        }
    }

    @Test
    void aSessionThatWasCalledOffTakesNoMore() {
        gathering.signUp("fatima");
        gathering.callOff();
        String session = "/organise/sessions/" + Gathering.ID;

        assertThat(List.of(session, session + "/cancellation", session + "/history"))
                .allSatisfy(page -> assertThat(roundTrips(page)).as(page).isEqualTo(2));
    }

    private int roundTrips(String page) {
        asked.clear();
        assertThat(browser.open(page).status()).as(page).isLessThan(400);
        return asked.callsInTurn();
    }

    private List<String> pages() {
        Organiser colleague = gathering.organisers().all().getFirst();
        Stream<String> routes = Stream.concat(
                OrganiseHandler.permissions().keySet().stream(), SignInHandler.permissions().keySet().stream());
        return Stream.concat(
                        routes.filter(route -> route.startsWith("GET ")).map(route -> route.substring("GET ".length())),
                        Stream.of(
                                "/organise/sessions?q=sessie",
                                "/organise/sessions?when=past",
                                "/organise/sessions/{id}/participants?state=waitlisted"))
                .map(page -> page.replace("{id}", Gathering.ID.value())
                        .replace("{registration}", gathering.find("piet").id().value())
                        .replace("{organiser}", colleague.id().value())
                        .replace("{section}", "about")
                        .replace("{token}", "AAAAAAAAAAAAAAAAAAAAAA"))
                .toList();
    }

    /** Who takes a list away is recorded before they have it. */
    private static boolean isList(String page) {
        return OrganiseHandler.permissions().entrySet().stream()
                .filter(route -> route.getValue() == Permission.EXPORT)
                .map(route -> route.getKey().replace("{id}", Gathering.ID.value()))
                .anyMatch(("GET " + page)::equals);
    }
}
