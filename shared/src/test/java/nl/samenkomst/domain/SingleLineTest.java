package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import nl.samenkomst.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {

    /** One example of each kind of composition: with a mark, from Hangul jamo, and of a singleton. */
    @ParameterizedTest
    @CsvSource({
        "Zoe\u0308, Zo\u00EB",
        "\u1112\u1161\u11AB, \uD55C",
        "\u212B, \u00C5",
        "e\u0323\u0302, \u1EC7",
        "Ha\u0308nsel & Rene\u0301, H\u00E4nsel & Ren\u00E9"
    })
    void composesToNfc(String typed, String composed) {
        assertThat(SingleLine.tidy(typed)).isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zo\u00EB", "Jan-Willem", "\u00D8rsted", "\u01C5", "\u1EC7"})
    void keepsComposedText(String typed) {
        assertThat(SingleLine.tidy(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Noor ",
                "\u00A0Noor\u00A0",
                "\u2003Noor\t",
                "\ufeff Noor\u200b",
                "\u202aNoor\u202c",
                " \u2068 Noor \u2069 ",
                "\u2800Noor",
                "\u200e\u00a0No\u00ador\u200d"
            })
    void stripsWhiteSpaceAndInvisibleCharacters(String typed) {
        assertThat(SingleLine.tidy(typed)).isEqualTo("Noor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\u200b\u200d \u00ad", "\u3164", "\u2800\u2060", "\u202e", "\ufe0f"})
    void isEmptyIfNothingIsVisible(String typed) {
        assertThat(SingleLine.tidy(typed)).isEmpty();
        assertThat(SingleLine.tidyText(typed)).isEmpty();
    }

    /** A soft hyphen between a letter and its mark keeps the two from being composed. */
    @Test
    void composesAfterDropping() {
        assertThat(SingleLine.tidy("Zoe\u00ad\u0308")).isEqualTo("Zo\u00EB");
    }

    /** No language puts so many marks on one letter, and a normalizer takes quadratic time to sort them. */
    @Test
    void skipsNormalizingLongRunsOfMarks() {
        String ordered = "e" + "\u0316".repeat(15) + "\u0301".repeat(15);
        String few = "e" + "\u0301".repeat(15) + "\u0316".repeat(15);
        String many = few + "\u0316";

        assertThat(SingleLine.tidy(few)).isEqualTo(Normalizer.normalize(ordered, Form.NFC));
        assertThat(SingleLine.isClean(few)).isTrue();
        assertThat(SingleLine.tidy(many)).isEqualTo(many);
        assertThat(SingleLine.isClean(many)).isFalse();
        assertThat(SingleLine.isCleanText(many)).isFalse();
    }

    @Test
    void composesEveryTextThatIsClean() {
        RandomTexts.of(1, 20_000, 60).forEach(typed -> {
            String tidy = SingleLine.tidy(typed);

            assertThat(SingleLine.tidy(tidy)).as("again").isEqualTo(tidy);
            if (SingleLine.isCleanText(typed)) {
                assertThat(Normalizer.isNormalized(tidy, Form.NFC)).isTrue();
            }
            if (longestRowOfMarks(typed) > 30) {
                assertThat(IgnorableCharacters.drop(typed)).contains(tidy);
                assertThat(SingleLine.isCleanText(typed) || SingleLine.isClean(typed))
                        .isFalse();
            }
        });
    }

    private static int longestRowOfMarks(String text) {
        return Pattern.compile("\\p{M}+")
                .matcher(text)
                .results()
                .mapToInt(row -> row.group().codePointCount(0, row.group().length()))
                .max()
                .orElse(0);
    }
}
