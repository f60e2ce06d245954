package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CalendarEntryTest {

    @Test
    void isReadUnfoldedAndWithoutItsTimeZone() {
        CalendarEntry entry = CalendarEntry.read("""
                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VTIMEZONE
                DTSTART:19700329T020000
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:a.b@
                 example.org
                SEQUENCE:2
                SUMMARY:Buurt\\, zorg\\; en meer
                DTSTART;TZID=Europe/Amsterdam:20261203T150000
                DTEND:20261203T160000Z
                LOCATION;ALTREP="https://example.org":Zaal 1
                END:VEVENT
                """.replace("\n", "\r\n"));

        assertThat(entry.uid()).isEqualTo("a.b@example.org");
        assertThat(entry.summary()).isEqualTo("Buurt, zorg; en meer");
        assertThat(entry.start()).isEqualTo("2026-12-03, 15:00 (Europe/Amsterdam)");
        assertThat(entry.end()).isEqualTo("2026-12-03, 16:00 Z");
        assertThat(entry.location()).isEqualTo("Zaal 1");
        assertThat(entry.status()).isEmpty();
        assertThat(entry.inWords()).startsWith("An invitation");
    }

    @Test
    void showsUnparsableTextAsIs() {
        CalendarEntry entry = CalendarEntry.read("nothing\n:\n;;:\nMETHOD:DANCE");

        assertThat(entry.inWords()).isEqualTo("A calendar without a method that we know.");
        assertThat(entry.source()).startsWith("nothing");
    }
}
