package nl.samenkomst.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.samenkomst.domain.CalendarPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultRemindersTest {

    @ParameterizedTest
    @CsvSource({"P7D, P8D", "P14D, P15D", "P2D, P3D", "P1D, P2D", "PT24H, P1DT24H", "PT0M, P8D", "PT12H, P8D"})
    void theFirstIsADayBeforeTheNoticePeriod(String noticePeriod, String first) {
        SessionDocument document = SampleDocuments.document("noticePeriod", noticePeriod);
        assertThat(document.reminders()).map(CalendarPeriod::toString).containsExactly(first, "P1D", "PT1H");
    }

    @ParameterizedTest
    @CsvSource({"P7D", "P14D"})
    void doNotReplaceChosenOnes(String noticePeriod) {
        SessionDocument document = SampleDocuments.document("noticePeriod", noticePeriod, "reminders", List.of("P3D"));
        assertThat(document.reminders()).map(CalendarPeriod::toString).containsExactly("P3D");
    }
}
