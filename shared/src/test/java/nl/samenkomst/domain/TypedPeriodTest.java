package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.domain.TypedPeriod.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPeriodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    8                      | DAYS    | P8D
                    2                      | WEEKS   | P14D
                    90                     | MINUTES | PT1H30M
                    1                      | HOURS   | PT1H
                    8 dagen                | HOURS   | P8D
                    8 dagen ervoor         | HOURS   | P8D
                    8 Dagen voor het begin | HOURS   | P8D
                    1 dag en 2 uur         | DAYS    | P1DT2H
                    1 day, 2 hours         | DAYS    | P1DT2H
                    1d 2u 30m              | DAYS    | P1DT2H30M
                    2 weken van tevoren    | DAYS    | P14D
                    1 hour before the start| DAYS    | PT1H
                    24 uur                 | DAYS    | PT24H
                    """)
    void readsWhatPeopleType(String typed, Unit unit, String expected) {
        assertThat(TypedPeriod.parse(typed, unit)).map(CalendarPeriod::toString).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0 dagen",
                "-1",
                "1,5",
                "acht",
                "8 maanden",
                "dagen",
                "8 dagen x",
                "x 8 dagen",
                "99999",
                "9999999999",
                "P8D",
                "8 8",
                "1 dag en"
            })
    void refusesTheRest(String typed) {
        assertThat(TypedPeriod.parse(typed, Unit.DAYS)).isEmpty();
    }

    @Test
    void takesNoLongTimeForALongText() {
        assertThat(TypedPeriod.parse("1 dag ".repeat(1_000_000), Unit.DAYS)).isEmpty();
    }
}
