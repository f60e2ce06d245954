package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedPeriodTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 dagen|P7D",
                "7 days|P7D",
                "7d|P7D",
                "1 week|P7D",
                "een week|P7D",
                "a week before|P7D",
                "2 weken en 1 dag|P15D",
                "1 dag|P1D",
                "1 dag vooraf|P1D",
                "24 uur|PT24H",
                "één uur|PT1H",
                "1 uur en 30 minuten|PT1H30M",
                "1 hour, 30 min.|PT1H30M",
                "90 minuten van tevoren|PT1H30M",
                "0 dagen|PT0M",
                "P7D|P7D",
                "p1dt2h|P1DT2H"
            })
    void readsAPeriodAsPeopleTypeIt(String typed, String period) {
        assertThat(TypedPeriod.parse(typed)).map(CalendarPeriod::toString).contains(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "dagen",
                "7 dagen 7 dagen",
                "7 dagen te laat",
                "7 maanden",
                "999999 weken",
                "-1 dag",
                "een"
            })
    void readsNothingElse(String typed) {
        assertThat(TypedPeriod.parse(typed)).isEmpty();
    }
}
