package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that refusals of people who are signed in, and of other sites, are logged without anything personal. */
class RefusalLogTest {

    private final Gathering gathering = new Gathering();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream out = System.out;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
    }

    @Test
    void logsWhoLacksAPermission() {
        OrganiserBrowser els = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());
        els.open("/organise/colleagues?done=noor@example.org");

        String id = gathering.organisers().all().getFirst().id().value();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("{\"refused\": \"not-permitted\", \"route\": \"GET /organise/colleagues\", \"organiser\": \""
                        + id + "\"}")
                .doesNotContain("Els", "example.org");
    }

    @Test
    void logsAFormOfAnotherSite() {
        OrganiserBrowser.ofAdministrator(gathering)
                .with("sec-fetch-site", Optional.of("cross-site"))
                .send("/organise/colleagues", "name=Els&email=els%40example.org");

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("{\"refused\": \"other-site\", \"route\": \"POST /organise/colleagues\"}")
                .doesNotContain("Els", "els");
    }

    @Test
    void logsNothingOfWhatIsAdmitted() {
        OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);
        noor.open("/organise/colleagues");
        OrganiserBrowser.signedOut(gathering).open("/organise/colleagues");

        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("refused");
    }
}
