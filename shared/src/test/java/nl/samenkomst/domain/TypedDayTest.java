package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-04",
                "2027-3-4",
                "4-3-2027",
                "04-03-2027",
                " 4 - 3 - 2027 ",
                "4/3/2027",
                "4.3.2027",
                "4 3 2027",
                "4 maart 2027",
                "4 Maart 2027",
                "4 mrt 2027",
                "4 mrt. 2027",
                "do 4 mrt 2027",
                "donderdag 4 maart 2027",
                "4 March 2027",
                "4-mrt-2027",
                "March 4, 2027",
                "Thursday, March 4 2027",
                "Thu 4 Mar 2027"
            })
    void readsADayAsPeopleTypeIt(String typed) {
        assertThat(TypedDay.parse(typed)).contains(LocalDate.of(2027, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "morgen",
                "4-3",
                "4-3-27",
                "31-2-2027",
                "4 ma 2027",
                "4 foo 2027",
                "0-3-2027",
                "4-13-2027",
                "4-3-1999",
                "4-3-2200",
                "2027",
                "4-3-2027-1",
                "٤-٣-٢٠٢٧"
            })
    void readsNothingElse(String typed) {
        assertThat(TypedDay.parse(typed)).isEmpty();
    }

    @Test
    void knowsEveryMonthInBothLanguages() {
        String[] months = {
            "januari", "February", "maart", "apr", "mei", "June", "jul", "aug", "sept", "okt", "Nov", "december"
        };
        for (int month = 1; month <= 12; month++) {
            assertThat(TypedDay.parse("1 " + months[month - 1] + " 2027")).contains(LocalDate.of(2027, month, 1));
        }
    }

    @Test
    void readsNoLongText() {
        assertThat(TypedDay.parse("4-3-2027" + " ".repeat(70_000))).isEmpty();
    }
}
