package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/** Checks that a change that is not a move is announced only if the organiser says so. */
final class AnnouncedChangeTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";

    AnnouncedChangeTest() throws IOException, InterruptedException {}

    @Test
    void announcesATitleChangeOnlyOnRequest() throws Exception {
        Map<String, Object> document =
                Organiser.session("Lokale anpak", clock.inDays(30), Map.of("places", 1, "reminders", List.of()));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim waiting");
        Inbox.Mail confirmed = inbox.lastTo("noor");

        document.put("title", "Lokale aanpak");
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
        inbox.hasExactly();

        document.put("title", "Lokale aanpak eenzaamheid");
        assertThat(organiser.putAndTell(SESSION, "true", document).statusCode()).isEqualTo(200);
        assertThat(organiser.putAndTell(SESSION, "true", document).body())
                .as("once more, since the answer was lost")
                .contains("\"revision\":3");
        inbox.hasExactly("noor session-changed", "ibrahim session-changed");
        Inbox.Mail changed = inbox.lastTo("noor");
        assertThat(changed.entry("UID")).isEqualTo(confirmed.entry("UID"));
        assertThat(changed.entry("SUMMARY")).isEqualTo("Lokale aanpak eenzaamheid");
        assertThat(changed.sequence()).isGreaterThan(confirmed.sequence());
        assertThat(inbox.lastTo("ibrahim").calendar()).as("who waits").isEmpty();

        document.put("title", "Lokale aanpak, elders");
        document.put("place", "Zaal 2");
        assertThat(organiser.putAndTell(SESSION, "true", document).statusCode()).isEqualTo(200);
        inbox.hasExactly("noor session-moved", "ibrahim session-moved");
    }
}
