package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    /** One character of each kind that composes: with a mark, of Hangul's parts, and one that is itself replaced. */
    @ParameterizedTest
    @CsvSource({
        "Zoe\u0308, Zo\u00EB",
        "\u1112\u1161\u11AB, \uD55C",
        "\u212B, \u00C5",
        "e\u0323\u0302, \u1EC7",
        "Ha\u0308nsel & Rene\u0301, H\u00E4nsel & Ren\u00E9"
    })
    void tidiesIntoTheComposedForm(String typed, String composed) {
        assertThat(Line.tidy(typed)).isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zo\u00EB", "Jan-Willem", "\u00D8rsted", "\u01C5", "\u1EC7"})
    void leavesWhatIsComposedAsItIs(String typed) {
        assertThat(Line.tidy(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {" Noor ", "\u00A0Noor\u00A0", "\u2003Noor\t"})
    void takesTheWhiteSpaceFromBothEnds(String typed) {
        assertThat(Line.tidy(typed)).isEqualTo("Noor");
    }
}
