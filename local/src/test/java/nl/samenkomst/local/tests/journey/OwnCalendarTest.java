package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.CalendarProgram;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Checks that a session is in a person's calendar once, however it came there and whatever happens to it. */
final class OwnCalendarTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String TITLE = "Lokale aanpak";

    private final CalendarProgram calendar = new CalendarProgram();

    OwnCalendarTest() throws IOException, InterruptedException {}

    @Test
    void lettersAndTheOwnPageKeepOneEntry() throws Exception {
        ZonedDateTime start = clock.inDays(30);
        organiser.publish(SESSION, session(start));
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        Inbox.Mail confirmed = inbox.lastTo("noor");
        calendar.take(confirmed.calendar());
        HttpResponse<String> file = fileOf(confirmed, "Zet in je agenda");
        assertThat(file.headers().firstValue("content-type")).hasValue("text/calendar; charset=utf-8; method=REQUEST");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"lokale-aanpak.ics\"");
        calendar.take(file.body());
        assertShows(start);

        // A session that moves is corrected by the page's file and by the letter, in either order.
        ZonedDateTime later = start.plusDays(1);
        organiser.put(SESSION, session(later), Optional.empty());
        calendar.take(fileOf(confirmed, "Zet in je agenda").body());
        assertShows(later);
        inbox.hasExactly("noor session-moved");
        calendar.take(inbox.lastTo("noor").calendar());
        calendar.take(confirmed.calendar());
        assertShows(later);

        visitor.sendForm(confirmed.ownPage() + "/cancellation", Map.of("lang", "nl"));
        inbox.hasExactly("noor cancelled");
        calendar.take(inbox.lastTo("noor").calendar());
        assertThat(calendar.shows()).isEmpty();
        calendar.take(confirmed.calendar());
        HttpResponse<String> cancelled = fileOf(confirmed, "Haal uit je agenda");
        assertThat(cancelled.headers().firstValue("content-type"))
                .hasValue("text/calendar; charset=utf-8; method=CANCEL");
        calendar.take(cancelled.body());
        assertThat(calendar.shows()).isEmpty();

        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        calendar.take(inbox.lastTo("noor").calendar());
        assertShows(later);

        // Erasing sends nothing, so the pages say what to do; the entry is corrected after the next sign-up.
        String own = inbox.lastTo("noor").ownPage();
        assertThat(visitor.open(own).body())
                .contains("Meld je dan eerst af. De mail die je daarna krijgt, haalt de bijeenkomst uit je agenda.");
        HttpResponse<String> erased = visitor.sendForm(own + "/erasure", Map.of("sure", "yes", "lang", "nl"));
        assertThat(visitor.follow(erased).body())
                .contains("Staat deze bijeenkomst nog in je agenda? Haal de bijeenkomst daar dan zelf weg.", TITLE);
        inbox.hasExactly();
        ZonedDateTime last = later.plusDays(1);
        organiser.put(SESSION, session(last), Optional.empty());
        assertShows(later);
        visitor.signUp(SESSION, "noor");
        inbox.hasExactly("noor confirmed");
        calendar.take(inbox.lastTo("noor").calendar());
        assertShows(last);
    }

    @Test
    void offersNoEntryToPeopleWhoWait() throws Exception {
        organiser.publish(SESSION, session(clock.inDays(30)));
        visitor.signUp(SESSION, "noor");
        visitor.signUp(SESSION, "ibrahim");
        inbox.hasExactly("noor confirmed", "ibrahim waiting");
        String own = inbox.lastTo("ibrahim").ownPage();

        assertThat(Jsoup.parse(visitor.open(own).body()).select("a[href$=.ics]"))
                .isEmpty();
        HttpResponse<String> guessed = visitor.open(own + "/calendar.ics");
        assertThat(guessed.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(guessed).body()).contains("Je bent nummer 1 op de wachtlijst.");
    }

    /** Calendars hide an invitation from its organiser. */
    @Test
    void invitesTheSessionsContactAddress() throws Exception {
        organiser.publish(SESSION, session(clock.inDays(30)));
        visitor.call(
                "/api/v1/sessions/" + SESSION + "/registrations",
                Map.of("name", "Kennisinstituut", "email", Organiser.CONTACT));
        inbox.hasExactly("vragen confirmed");
        Inbox.Mail letter = inbox.lastTo("vragen");

        assertThat(letter.entry("METHOD")).isEqualTo("REQUEST");
        assertThat(letter.calendar().replaceAll("\r\n[ \t]", ""))
                .contains("\r\nORGANIZER;CN=\"Kennisinstituut Sociaal\":mailto:aanmelden@example.org\r\n")
                .contains(":mailto:" + Organiser.CONTACT + "\r\n");
    }

    private static Map<String, Object> session(ZonedDateTime start) {
        return Organiser.session(TITLE, start, Map.of("places", 1));
    }

    /** Downloads what the own page offers under this name. */
    private HttpResponse<String> fileOf(Inbox.Mail letter, String link) throws IOException, InterruptedException {
        Element offered = Jsoup.parse(visitor.open(letter.ownPage()).body()).expectFirst("a[href$=.ics]");
        assertThat(offered.text()).isEqualTo(link);
        return visitor.open(offered.attr("href"));
    }

    private void assertShows(ZonedDateTime start) {
        String written = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").format(start);
        assertThat(calendar.shows()).containsExactly(written + " " + TITLE);
    }
}
