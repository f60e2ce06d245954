package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/** Checks that the link in a letter keeps working, wherever the meeting moves. */
final class MeetingLinkTest extends DeskTestCase {

    private static final String SESSION = "eenzaamheid-onder-jongeren";
    private static final String ELSEWHERE = "https://elders.example.org/zaal?pwd=a%20b";

    MeetingLinkTest() throws IOException, InterruptedException {}

    @Test
    void leadsToTheCurrentMeetingOnceVisible() throws Exception {
        ZonedDateTime start = clock.inDays(20);
        Map<String, Object> document = Organiser.session(
                "Eenzaamheid onder jongeren",
                start,
                Map.of("places", 1, "reminders", List.of(), "meetingLink", Map.of("visibleFrom", "PT1H")));
        organiser.publish(SESSION, document);
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim waiting");
        String wayIn = inbox.lastTo("noor").wayIn();
        String waiting = inbox.lastTo("ibrahim").ownPage() + "/meeting";
        assertOwnPage(visitor.open(wayIn), "De link volgt.");

        // The meeting link is set later, and changes after everybody has their letter.
        document.put("meetingLink", Map.of("url", Organiser.MEETING_LINK, "visibleFrom", "PT1H"));
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
        assertOwnPage(visitor.open(wayIn), "De link werkt vanaf");
        assertOwnPage(visitor.open(wayIn + "?lang=en"), "The link will work from");
        clock.moveTo(start.minusHours(1));
        assertLeadsTo(Organiser.MEETING_LINK, visitor.open(wayIn));
        document.put("meetingLink", Map.of("url", ELSEWHERE, "visibleFrom", "PT1H"));
        assertThat(organiser.put(SESSION, document, Optional.empty()).statusCode())
                .isEqualTo(200);
        assertLeadsTo(ELSEWHERE, visitor.open(wayIn));
        inbox.hasExactly();

        assertOwnPage(visitor.open(waiting), "Je bent nummer 1 op de wachtlijst.");
        assertThat(visitor.open(wayIn.replace("/registrations/", "/registrations/A"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder("noor@example.org confirmed", "ibrahim@example.org waitlisted");
    }

    private static void assertLeadsTo(String meeting, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue(meeting);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    }

    private static void assertOwnPage(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Eenzaamheid onder jongeren", sentence)
                .doesNotContain("meet.example.org", "elders.example.org");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    }
}
