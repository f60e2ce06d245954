package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "P7D, P7D",
        "P1W, P7D",
        "P1W1D, P8D",
        "PT1H, PT1H",
        "PT90M, PT1H30M",
        "P1DT12H, P1DT12H",
        "PT0M, PT0M",
        "P0D, PT0M",
        "PT9999H99999M, PT11665H39M",
        "P3659DT23H60M, P3659DT24H",
        "P3660D, P3660D"
    })
    void readsIsoSpans(String written, String again) {
        assertThat(CalendarPeriod.parse(written).orElseThrow()).hasToString(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1DT",
                "-P1D",
                "P-1D",
                "P1M",
                "P1Y",
                "7D",
                "P9999D",
                "PT1S",
                "p7d",
                "P1.5D",
                "P3661D",
                "P523W",
                "PT87841H",
                "P3660DT1M",
                "P999999999W",
                "PT9999999999H"
            })
    void refusesInvalidOrTooLongPeriods(String written) {
        assertThat(CalendarPeriod.parse(written)).isEmpty();
    }

    @Test
    void writesPeriodsThatParseToTheSame() {
        Random random = new Random(14);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String written = "P" + part(random, "W") + part(random, "D") + "T" + part(random, "H") + part(random, "M");
            Optional<CalendarPeriod> span = CalendarPeriod.parse(written);
            if (span.isPresent()) {
                read++;
                assertThat(CalendarPeriod.parse(span.get().toString()))
                        .as(written)
                        .isEqualTo(span);
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String part(Random random, String unit) {
        return random.nextBoolean() ? "" : random.nextInt(1 << random.nextInt(1, 30)) + unit;
    }

    @Test
    void restoresPeriodsOverTheLimit() {
        CalendarPeriod stored = CalendarPeriod.restore("P40000DT999999999H").orElseThrow();

        assertThat(CalendarPeriod.parse(stored.toString())).isEmpty();
        assertThat(CalendarPeriod.restore(stored.toString())).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        // Summer time ends on 25 October 2026 and begins on 28 March 2027.
        "2026-10-29T14:00:00+01:00, P7D, 2026-10-22T14:00:00+02:00",
        "2027-04-01T14:00:00+02:00, P7D, 2027-03-25T14:00:00+01:00",
        "2026-10-25T04:00:00+01:00, PT2H, 2026-10-25T02:00:00+01:00",
        "2026-10-25T04:00:00+01:00, PT3H, 2026-10-25T02:00:00+02:00",
        "2027-03-28T04:00:00+02:00, PT2H, 2027-03-28T01:00:00+01:00",
        "2027-04-04T02:30:00+02:00, P7D, 2027-03-28T03:30:00+02:00"
    })
    void subtractsCalendarDaysAndElapsedHours(String start, String span, String before) {
        ZonedDateTime moment = ZonedDateTime.parse(start + "[Europe/Amsterdam]");

        assertThat(CalendarPeriod.parse(span).orElseThrow().before(moment).toInstant())
                .isEqualTo(ZonedDateTime.parse(before).toInstant());
    }

    @Test
    void addsCalendarDays() {
        ZonedDateTime end = ZonedDateTime.parse("2027-03-27T17:00:00+01:00[Europe/Amsterdam]");

        assertThat(CalendarPeriod.parse("P1D").orElseThrow().after(end))
                .hasToString("2027-03-28T17:00+02:00[Europe/Amsterdam]");
    }
}
