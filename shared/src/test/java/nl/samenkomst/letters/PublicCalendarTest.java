package nl.samenkomst.letters;

import static java.util.Objects.requireNonNull;
import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.LetterSessions.NETWERK_SOCIAAL_DOMEIN;
import static nl.samenkomst.letters.LetterSessions.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.component.VEvent;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class PublicCalendarTest {

    private static final PublicCalendar CALENDAR = new PublicCalendar(URI.create("https://aanmelden.example.org"));

    @Test
    void publishesASessionForAnybody() {
        String text = CALENDAR.publish(List.of(EENZAAMHEID_ONDER_JONGEREN));
        VEvent event = ReadLetter.events(text).getFirst();

        assertThat(text).contains("\r\nMETHOD:PUBLISH\r\n").doesNotContain("ATTENDEE", "zoom.example.org");
        assertThat(ReadLetter.value(event, "UID")).isEqualTo("eenzaamheid-onder-jongeren@aanmelden.example.org");
        assertThat(ReadLetter.value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(ReadLetter.value(event, "DTSTAMP")).isEqualTo("20270301T090000Z");
        assertThat(ReadLetter.value(event, "URL"))
                .isEqualTo("https://aanmelden.example.org/sessions/eenzaamheid-onder-jongeren");
        assertThat(ReadLetter.value(event, "DESCRIPTION"))
                .isEqualTo("Wat helpt jongeren die zich alleen voelen?\n\nTwee gemeenten vertellen.");
        assertThat(ReadLetter.value(event, "TRANSP")).isEqualTo("TRANSPARENT");
    }

    @Test
    void showsThatASessionWasCancelled() {
        Session cancelled = EENZAAMHEID_ONDER_JONGEREN.cancelled("ziek", PUBLISHED.plusSeconds(60));
        VEvent event = ReadLetter.events(CALENDAR.publish(List.of(cancelled))).getFirst();

        assertThat(ReadLetter.value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(ReadLetter.value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(ReadLetter.value(event, "DTSTAMP")).isEqualTo("20270301T090100Z");
    }

    @Test
    void feedHasNameAndHourlyRefresh() {
        String text = CALENDAR.feed(List.of(EENZAAMHEID_ONDER_JONGEREN), "Agenda: rust, ruimte; en\\meer");

        assertThat(ReadLetter.events(text)).hasSize(1);
        assertThat(text)
                .contains(
                        "\r\nNAME:Agenda: rust\\, ruimte\\; en\\\\meer\r\n",
                        "\r\nX-WR-CALNAME:Agenda",
                        "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        assertThat(CALENDAR.publish(List.of(EENZAAMHEID_ONDER_JONGEREN))).doesNotContain("NAME:");
    }

    /** A calendar must have at least one component (RFC 5545 §3.6). */
    @Test
    void feedWithoutSessionsIsValid() {
        String text = CALENDAR.feed(List.of(), "Agenda");

        assertThat(ReadLetter.events(text)).isEmpty();
        assertThat(text)
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void writesEachZoneOnce() {
        Session elsewhere = LetterSessions.session(Map.of(
                "timeZone", "Asia/Kolkata",
                "start", "2027-05-18T14:00:00+05:30",
                "end", "2027-05-18T15:00:00+05:30"));
        String text = CALENDAR.publish(List.of(EENZAAMHEID_ONDER_JONGEREN, NETWERK_SOCIAAL_DOMEIN, elsewhere));

        assertThat(ReadLetter.events(text)).hasSize(3);
        assertThat(text).containsOnlyOnce("TZID:Europe/Amsterdam").containsOnlyOnce("TZID:Asia/Kolkata");
    }

    /** Morocco's clock changes with Ramadan, so no yearly rule describes it. */
    @Test
    void writesEveryTransitionOfZoneWithoutRules() {
        List<String> starts = List.of("2027-01-15T12:00:00+01:00", "2027-02-20T12:00:00Z", "2027-04-02T12:00:00+01:00");
        List<Session> sessions = starts.stream()
                .map(start -> LetterSessions.session(Map.of(
                        "timeZone",
                        "Africa/Casablanca",
                        "start",
                        start,
                        "end",
                        OffsetDateTime.parse(start).plusHours(1).toString())))
                .toList();
        String text = CALENDAR.publish(sessions).replace("Africa/Casablanca", "Elsewhere");

        assertThat(ReadLetter.events(text))
                .extracting(event -> InvitationTest.instant(
                        requireNonNull(event.getDateTimeStart()).getDate()))
                .containsExactlyElementsOf(starts.stream()
                        .map(start -> OffsetDateTime.parse(start).toInstant())
                        .toList());
    }
}
