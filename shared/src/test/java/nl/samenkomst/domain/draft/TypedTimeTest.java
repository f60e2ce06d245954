package nl.samenkomst.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15:00",
                "15.00",
                "15,00",
                " 15:00 ",
                "15u00",
                "15 u 00",
                "15h00",
                "15:00:00",
                "15",
                "15u",
                "15 uur",
                "15.00 uur",
                "15:00 u",
                "3pm",
                "3 pm",
                "15 00",
                "3 p.m.",
                "3:00 PM"
            })
    void readsATimeAsPeopleTypeIt(String typed) {
        assertThat(TypedTime.parse(typed)).contains(LocalTime.of(15, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "24:00", "15:60", "15:0", "1500", "drie uur", "13 pm", "0 am", "15:00-17:00", "15:00 uur uur"
            })
    void readsNothingElse(String typed) {
        assertThat(TypedTime.parse(typed)).isEmpty();
    }

    @Test
    void readsMidnightAndNoonOfTwelveHours() {
        assertThat(TypedTime.parse("12 am")).contains(LocalTime.MIDNIGHT);
        assertThat(TypedTime.parse("12 pm")).contains(LocalTime.NOON);
    }

    @Test
    void readsBackEveryTimeThatJavaWrites() {
        for (LocalTime time : new LocalTime[] {LocalTime.of(9, 5), LocalTime.of(9, 5, 7), LocalTime.of(9, 5, 7, 50)}) {
            assertThat(TypedTime.parse(time.toString())).contains(time);
        }
    }
}
