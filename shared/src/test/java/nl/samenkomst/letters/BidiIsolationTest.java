package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BidiIsolationTest {

    @Test
    void keepsTheirWordsApartFromOurs() {
        String sentence = "Beste " + BidiIsolation.theirs("محمد") + ", " + BidiIsolation.theirs("") + "tot "
                + BidiIsolation.theirs("dan");

        assertThat(BidiIsolation.bare(sentence)).isEqualTo("Beste محمد, tot dan");
        assertThat(BidiIsolation.runs(sentence))
                .containsExactly(
                        new TextRun("Beste ", false),
                        new TextRun("محمد", true),
                        new TextRun(", ", false),
                        new TextRun("", true),
                        new TextRun("tot ", false),
                        new TextRun("dan", true));
        assertThat(BidiIsolation.runs("")).isEmpty();
    }

    @Test
    void isNotMisledByMarksThatSomebodyTyped() {
        assertThat(BidiIsolation.runs(BidiIsolation.theirs("a\u2069b\u2068c")))
                .containsExactly(new TextRun("a b c", true));
    }
}
