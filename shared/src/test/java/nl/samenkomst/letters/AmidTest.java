package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmidTest {

    @Test
    void keepsTheirWordsApartFromOurs() {
        String sentence = "Beste " + Amid.theirs("محمد") + ", " + Amid.theirs("") + "tot " + Amid.theirs("dan");

        assertThat(Amid.bare(sentence)).isEqualTo("Beste محمد, tot dan");
        assertThat(Amid.runs(sentence))
                .containsExactly(
                        new Run("Beste ", false),
                        new Run("محمد", true),
                        new Run(", ", false),
                        new Run("", true),
                        new Run("tot ", false),
                        new Run("dan", true));
        assertThat(Amid.runs("")).isEmpty();
    }

    @Test
    void isNotMisledByMarksThatSomebodyTyped() {
        assertThat(Amid.runs(Amid.theirs("a\u2069b\u2068c"))).containsExactly(new Run("a b c", true));
    }
}
