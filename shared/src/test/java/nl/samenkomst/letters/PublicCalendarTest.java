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
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.VEvent;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class PublicCalendarTest {

    private static final PartLimit NO_LIMIT = PartLimit.ofBytes(Long.MAX_VALUE);
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

    /** Many calendars show no status, and a subscription drops no session that was called off. */
    @Test
    void saysInTheTitleThatASessionWasCancelled() {
        Session cancelled = EENZAAMHEID_ONDER_JONGEREN.cancelled("", PUBLISHED.plusSeconds(60));
        Session english = LetterSessions.session(Map.of("language", "en", "title", "Learning together"))
                .cancelled("", PUBLISHED.plusSeconds(60));

        assertThat(ReadLetter.events(CALENDAR.feed(List.of(cancelled, english), "Agenda", NO_LIMIT)))
                .extracting(event -> ReadLetter.value(event, "SUMMARY"))
                .containsExactly("Gaat niet door: Eenzaamheid onder jongeren", "Cancelled: Learning together");
    }

    @Test
    void feedLeavesOutDescriptionsAndThenTheLastSessionsToStayWithinItsLimit() {
        String summary = "Wat helpt? ".repeat(100).strip();
        List<Session> sessions = IntStream.range(0, 20)
                .mapToObj(i -> LetterSessions.session(Map.of("title", "Sessie " + i, "summary", summary)))
                .toList();
        List<VEvent> all = ReadLetter.events(CALENDAR.feed(sessions, "Agenda", PartLimit.ofBytes(60_000)));
        List<VEvent> short_ = ReadLetter.events(CALENDAR.feed(sessions, "Agenda", PartLimit.ofBytes(15_000)));
        List<VEvent> first = ReadLetter.events(CALENDAR.feed(sessions, "Agenda", PartLimit.ofBytes(5_000)));

        assertThat(all)
                .hasSize(20)
                .allMatch(event -> ReadLetter.value(event, "DESCRIPTION").equals(summary));
        assertThat(short_)
                .hasSize(20)
                .allMatch(event -> ReadLetter.value(event, "DESCRIPTION").isEmpty());
        assertThat(first).hasSizeBetween(5, 15);
        assertThat(ReadLetter.value(first.getFirst(), "SUMMARY")).isEqualTo("Sessie 0");
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
        String text = CALENDAR.feed(List.of(EENZAAMHEID_ONDER_JONGEREN), "Agenda: rust, ruimte; en\\meer", NO_LIMIT);

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
        String text = CALENDAR.feed(List.of(), "Agenda", NO_LIMIT);

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
