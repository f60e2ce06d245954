package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.SessionDifference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DifferenceTextTest {

    /** The hours that an organiser types into a title stay as typed if they are none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14:00-15:00 Wat onderzoek zegt (Sam Bakker) | 14.00-15.00 uur, *Wat onderzoek zegt (Sam Bakker)* | 14:00-15:00, *Wat onderzoek zegt (Sam Bakker)*
            09:30 Inloop                                | 09.30 uur, *Inloop*                                | 09:30, *Inloop*
            -16:30 In gesprek                           | tot 16.30 uur, *In gesprek*                        | until 16:30, *In gesprek*
            Afsluiting                                  | *Afsluiting*                                       | *Afsluiting*
            25:00 uur van het jaar                      | *25:00 uur van het jaar*                           | *25:00 uur van het jaar*
            - 5 vragen                                  | *- 5 vragen*                                       | *- 5 vragen*
            12:75-13:00 Rekenen                         | *12:75-13:00 Rekenen*                              | *12:75-13:00 Rekenen*
            """)
    void writesTheHoursOfAProgrammePartAsPeopleDo(String part, String dutch, String english) {
        assertThat(line(part, Language.NL)).isEqualTo("Nieuw in het programma: " + dutch);
        assertThat(line(part, Language.EN)).isEqualTo("New in the programme: " + english);
    }

    private static String line(String part, Language language) {
        SessionDifference difference = new SessionDifference(SessionDifference.Kind.PROGRAMME, "", "", part);
        return new DifferenceText(SampleSessions.EENZAAMHEID_ONDER_JONGEREN, language, typed -> "*" + typed + "*")
                .lines(List.of(difference), Optional.empty())
                .getFirst();
    }
}
