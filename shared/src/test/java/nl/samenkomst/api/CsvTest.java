package nl.samenkomst.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.HostileWords;
import nl.samenkomst.RandomTexts;
import org.junit.jupiter.api.Test;

class CsvTest {

    /** The start of a formula as one expression; its cost is quadratic in the white space, so for short cells only. */
    private static final Pattern FORMULA = Pattern.compile("(?<=\\A|[,;\\t\\r\\n])"
            + "(?=[\\s\"'\\u00a0]*(?:[=@\\uff1d\\uff20]|[+\\-\\uff0b\\uff0d](?![0-9. ]*\\z))|[\\t\\r])");

    private static final String ALPHABET = "a1.=,;\t\r\n \"'\u00a0\u000b\f\u0085\u2028-@+\uff1d\uff20\ud83d\ude00";

    @Test
    void escapesSameCellsAsExpression() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String cell = random.ints(random.nextInt(9), 0, ALPHABET.length())
                    .mapToObj(c -> ALPHABET.substring(c, c + 1))
                    .collect(Collectors.joining());
            assertSame(cell);
        }
        HostileWords.all().forEach(CsvTest::assertSame);
        RandomTexts.of(2, 2_000, 60).forEach(CsvTest::assertSame);
    }

    /** Takes hours with the regular expression. */
    @Test
    void readsALongCellOnce() {
        String cell = "\n".repeat(2_000_000) + "=";

        assertThat(Csv.escapeFormulas(cell)).isEqualTo("'\n".repeat(2_000_000) + "'=");
    }

    private static void assertSame(String cell) {
        assertThat(Csv.escapeFormulas(cell))
                .as(() -> cell.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" ")))
                .isEqualTo(FORMULA.matcher(cell).replaceAll("'"));
    }
}
