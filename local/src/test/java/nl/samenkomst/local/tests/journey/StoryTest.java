package nl.samenkomst.local.tests.journey;

import static nl.samenkomst.local.tests.kit.Organiser.CONTACT;
import static nl.samenkomst.local.tests.kit.Organiser.MEETING_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/** Runs a session from publishing to its last hour by what people use: pages, letters and the organiser's API. */
final class StoryTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak-eenzaamheid";
    private static final String SECOND = "netwerk-sociaal-domein";

    StoryTest() throws IOException, InterruptedException {}

    @Test
    void everybodyIsToldWhatConcernsThem() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        organiser.publish(
                SESSION,
                Organiser.session("Lokale aanpak eenzaamheid", start, Map.of("places", 2, "noticePeriod", "P7D")));

        // Two people get a place, and the third joins the waiting list.
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("Er zijn nog 2 plekken.");
        assertThat(signUp(SESSION, "noor")).contains("Er was plek");
        inbox.hasExactly("noor confirmed");
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("Er is nog 1 plek.");
        assertThat(signUp(SESSION, "ibrahim")).contains("Er was plek");
        inbox.hasExactly("ibrahim confirmed");
        assertThat(visitor.open("/sessions/" + SESSION).body()).contains("dan kom je op de wachtlijst");
        assertThat(signUp(SESSION, "maartje")).contains("dan sta je nu op de wachtlijst");
        inbox.hasExactly("maartje waiting");
        Inbox.Mail confirmed = inbox.lastTo("noor");
        Inbox.Mail ibrahimConfirmed = inbox.lastTo("ibrahim");
        Inbox.Mail waiting = inbox.lastTo("maartje");
        assertThat(confirmed.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(waiting.text()).contains("Je bent nummer 1 op de wachtlijst");
        assertThat(waiting.calendar()).isEmpty();

        // Viewing changes nothing, however often, by GET or by HEAD.
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.open(confirmed.ownPage()).body())
                    .contains("Je hebt een plek.")
                    .doesNotContain(MEETING_LINK);
            visitor.peek(confirmed.ownPage());
            visitor.open(confirmed.ownPage() + "/cancellation");
            visitor.peek(confirmed.ownPage() + "/cancellation");
        }
        assertThat(visitor.open(waiting.ownPage()).body()).contains("Je bent nummer 1 op de wachtlijst.");
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "noor@example.org confirmed",
                        "ibrahim@example.org confirmed",
                        "maartje@example.org waitlisted");
        inbox.hasExactly();

        // The button cancels, once, and the place goes to the first person waiting.
        HttpResponse<String> ownPage = visitor.open(confirmed.ownPage());
        HttpResponse<String> pressed = visitor.pressTheButtonOn(ownPage);
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(pressed).body()).contains("Je bent afgemeld.");
        assertThat(visitor.pressTheButtonOn(ownPage).statusCode()).isEqualTo(303);
        assertThat(visitor.open(confirmed.ownPage()).body()).contains("Je bent afgemeld.");
        inbox.hasExactly("noor cancelled", "maartje promoted");
        Inbox.Mail cancelled = inbox.lastTo("noor");
        Inbox.Mail promoted = inbox.lastTo("maartje");
        assertThat(cancelled.entry("METHOD")).isEqualTo("CANCEL");
        assertThat(cancelled.entry("UID")).isEqualTo(confirmed.entry("UID"));
        assertThat(cancelled.sequence()).isGreaterThan(confirmed.sequence());
        assertThat(promoted.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(promoted.entry("UID"))
                .isNotEqualTo(confirmed.entry("UID"))
                .isNotEqualTo(ibrahimConfirmed.entry("UID"));
        assertThat(visitor.open(promoted.ownPage()).body()).contains("Je hebt een plek.");

        // The session moves by a day; a change based on an older revision is refused.
        HttpResponse<String> seen = organiser.look(SESSION);
        String tag = seen.headers().firstValue("etag").orElseThrow();
        start = start.plusDays(1);
        Map<String, Object> moved = new LinkedHashMap<>(JSON.std.mapFrom(seen.body()));
        moved.put("start", Organiser.written(start));
        moved.put("end", Organiser.written(start.plusHours(2)));
        assertThat(organiser.put(SESSION, moved, Optional.of(tag)).statusCode()).isEqualTo(200);
        moved.put("title", "Een oudere versie");
        HttpResponse<String> stale = organiser.put(SESSION, moved, Optional.of(tag));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(JSON.std.mapFrom(stale.body())).containsEntry("code", "revision.stale");
        inbox.hasExactly("ibrahim session-moved", "maartje session-moved");
        assertMoved(ibrahimConfirmed, inbox.lastTo("ibrahim"));
        assertMoved(promoted, inbox.lastTo("maartje"));

        // Eight days before: the last chance to cancel.
        clock.moveTo(start.minusDays(8));
        for (Inbox.Mail reminder : inbox.hasExactly("ibrahim reminder", "maartje reminder")) {
            assertThat(reminder.text()).contains("laatste kans").doesNotContain(MEETING_LINK);
        }

        // After the notice period the page names the contact address.
        clock.moveTo(start.minusDays(6));
        HttpResponse<String> tooLate =
                visitor.sendForm(ibrahimConfirmed.ownPage() + "/cancellation", Map.of("lang", "nl"));
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("De afmeldtermijn is voorbij", "mailto:" + CONTACT);
        assertThat(visitor.open(ibrahimConfirmed.ownPage()).body()).contains("Je hebt een plek.", "mailto:" + CONTACT);
        inbox.hasExactly();

        // A day before, and an hour before with the meeting link, which nobody has seen until then.
        clock.moveTo(start.minusDays(1));
        for (Inbox.Mail reminder : inbox.hasExactly("ibrahim reminder", "maartje reminder")) {
            assertThat(reminder.text() + reminder.html()).doesNotContain(MEETING_LINK, "laatste kans");
        }
        clock.moveTo(start.minusHours(1).minusMinutes(2));
        inbox.hasExactly();
        assertThat(inbox.all()).noneMatch(mail -> (mail.text() + mail.html() + mail.calendar()).contains(MEETING_LINK));
        assertThat(visitor.open(ibrahimConfirmed.ownPage()).body()).doesNotContain(MEETING_LINK);
        assertThat(visitor.open(ibrahimConfirmed.wayIn()).statusCode()).isEqualTo(200);
        clock.moveTo(start.minusHours(1));
        for (Inbox.Mail reminder : inbox.hasExactly("ibrahim reminder", "maartje reminder")) {
            assertThat(visitor.open(reminder.wayIn()).headers().firstValue("location"))
                    .hasValue(MEETING_LINK);
        }
        assertThat(visitor.open(ibrahimConfirmed.wayIn()).headers().firstValue("location"))
                .as("by the first letter, too")
                .hasValue(MEETING_LINK);
        assertThat(visitor.open(confirmed.ownPage()).body())
                .as("who cancelled")
                .contains("Je bent afgemeld.")
                .doesNotContain(MEETING_LINK);
        assertThat(visitor.open("/sessions/" + SESSION).body()).doesNotContain(MEETING_LINK);

        // Another session is cancelled: the people on its list are told why, and nobody else is mailed.
        organiser.publish(SECOND, Organiser.session("Netwerk Sociaal Domein", clock.inDays(20), Map.of("places", 1)));
        signUp(SECOND, "sanne");
        signUp(SECOND, "joost");
        inbox.hasExactly("sanne confirmed", "joost waiting");
        Inbox.Mail sanneConfirmed = inbox.lastTo("sanne");
        String reason = "De spreker is ziek; we zoeken een nieuwe datum.";
        assertThat(organiser.cancel(SECOND, reason).statusCode()).isEqualTo(200);
        assertThat(organiser.cancel(SECOND, reason).statusCode()).isEqualTo(200);
        inbox.hasExactly();
        clock.advance("PT2M");
        for (Inbox.Mail told : inbox.hasExactly("sanne session-cancelled", "joost session-cancelled")) {
            assertThat(told.text()).contains(reason);
        }
        Inbox.Mail calledOff = inbox.lastTo("sanne");
        assertThat(calledOff.entry("METHOD")).isEqualTo("CANCEL");
        assertThat(calledOff.entry("UID")).isEqualTo(sanneConfirmed.entry("UID"));
        assertThat(calledOff.sequence()).isGreaterThanOrEqualTo(sanneConfirmed.sequence());
        assertThat(calledOff.entry("DTSTAMP")).isGreaterThanOrEqualTo(sanneConfirmed.entry("DTSTAMP"));
        assertThat(inbox.lastTo("joost").calendar()).as("who had no place").isEmpty();

        // Afterwards nobody is mailed, and the list shows the final states.
        clock.moveTo(start.plusDays(2));
        inbox.hasExactly();
        assertThat(organiser.states(SESSION))
                .containsExactlyInAnyOrder(
                        "noor@example.org cancelled", "ibrahim@example.org confirmed", "maartje@example.org confirmed");
        assertThat(organiser.states(SECOND))
                .containsExactlyInAnyOrder("sanne@example.org confirmed", "joost@example.org waitlisted");
        Map<String, List<String>> kinds = new HashMap<>();
        inbox.all().forEach(mail -> kinds.merge(mail.to(), List.of(mail.kind()), StoryTest::joined));
        assertThat(kinds)
                .isEqualTo(Map.of(
                        "noor@example.org", List.of("confirmed", "cancelled"),
                        "ibrahim@example.org",
                                List.of("confirmed", "session-moved", "reminder", "reminder", "reminder"),
                        "maartje@example.org",
                                List.of("waiting", "promoted", "session-moved", "reminder", "reminder", "reminder"),
                        "sanne@example.org", List.of("confirmed", "session-cancelled"),
                        "joost@example.org", List.of("waiting", "session-cancelled")));
    }

    /** Submits the form and returns the page that it leads to. */
    private String signUp(String session, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.sendForm(
                "/sessions/" + session + "/registrations",
                Map.of("name", name, "email", name + "@example.org", "organisation", "", "leave-empty", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return visitor.follow(answer).body();
    }

    private static void assertMoved(Inbox.Mail before, Inbox.Mail after) {
        assertThat(after.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(after.entry("UID")).isEqualTo(before.entry("UID"));
        assertThat(after.sequence()).isGreaterThan(before.sequence());
        assertThat(after.calendar()).doesNotContain(startLine(before));
    }

    private static String startLine(Inbox.Mail mail) {
        return mail.calendar()
                .lines()
                .filter(line -> line.startsWith("DTSTART;"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
