package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BidiIsolationTest {

    @Test
    void splitsSentenceIntoOursAndTyped() {
        String sentence = "Beste " + BidiIsolation.isolated("محمد") + ", " + BidiIsolation.isolated("") + "tot "
                + BidiIsolation.isolated("dan");

        assertThat(BidiIsolation.withoutMarks(sentence)).isEqualTo("Beste محمد, tot dan");
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
    void removesTypedIsolateMarks() {
        assertThat(BidiIsolation.runs(BidiIsolation.isolated("a\u2069b\u2068c")))
                .containsExactly(new TextRun("a b c", true));
    }
}
