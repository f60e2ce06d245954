package nl.samenkomst.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.domain.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

    @Test
    void fillsEachInEitherLanguage() {
        assertThat(Placeholder.fill("{naam} {name} {titel} {title} {begin} {start}", Placeholder::name))
                .isEqualTo("NAME NAME TITLE TITLE START START");
    }

    @Test
    void forgivesCapitalsAndSpaces() {
        assertThat(Placeholder.firstUnknown("Dag { Naam }")).isEmpty();
        assertThat(Placeholder.fill("Dag { Naam }", placeholder -> "Noor")).isEqualTo("Dag Noor");
    }

    @Test
    void fillsNothingThatWasFilledIn() {
        assertThat(Placeholder.fill("{naam}", placeholder -> "{titel} $1 \\")).isEqualTo("{titel} $1 \\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nmae}", "{}", "{ }", "{naam.x}", "{naam} {y}"})
    void findsWhatIsNone(String text) {
        assertThat(Placeholder.firstUnknown("Dag " + text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "}{", "a { b", "{naam", "naam}", ""})
    void leavesLoneBracesAlone(String text) {
        assertThat(Placeholder.firstUnknown(text)).isEmpty();
        assertThat(Placeholder.fill(text, Placeholder::name)).isEqualTo(text);
    }

    @Test
    void isWrittenInTheReadersLanguage() {
        assertThat(Placeholder.all(Language.NL)).containsExactly("{naam}", "{titel}", "{begin}");
        assertThat(Placeholder.all(Language.EN)).containsExactly("{name}", "{title}", "{start}");
    }
}
