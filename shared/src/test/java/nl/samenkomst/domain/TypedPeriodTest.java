package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.domain.TypedPeriod.Unit;
import org.junit.jupiter.api.Test;
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
                "8 Dagen voor het begin|P8D",
                "1 hour before the start|PT1H",
                "24 uur|PT24H",
                "één uur|PT1H",
                "1 uur en 30 minuten|PT1H30M",
                "1 hour, 30 min.|PT1H30M",
                "1d 2u 30m|P1DT2H30M",
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
                " ",
                "7",
                "dagen",
                "7 dagen 7 dagen",
                "7 dagen te laat",
                "8 dagen x",
                "x 8 dagen",
                "1,5",
                "acht dagen",
                "7 maanden",
                "99999 weken",
                "9999999999 dagen",
                "-1 dag",
                "1 dag en",
                "een"
            })
    void readsNothingElse(String typed) {
        assertThat(TypedPeriod.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8,DAYS,P8D", "2,WEEKS,P14D", "90,MINUTES,PT1H30M", "1,HOURS,PT1H", "8 dagen,HOURS,P8D"})
    void aNumberAloneIsOfTheUnitChosenBesideIt(String typed, Unit unit, String period) {
        assertThat(TypedPeriod.parse(typed, unit)).map(CalendarPeriod::toString).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0 dagen", "PT0M", "99999", "9999999999"})
    void aNumberAloneIsMoreThanZeroAndWithinTheLimit(String typed) {
        assertThat(TypedPeriod.parse(typed, Unit.DAYS)).isEmpty();
    }

    @Test
    void takesNoLongTimeForALongText() {
        assertThat(TypedPeriod.parse("1 dag ".repeat(1_000_000), Unit.DAYS)).isEmpty();
    }
}
