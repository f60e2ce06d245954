package nl.samenkomst;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random texts, the same for the same seed, made mostly of troublesome characters. */
public final class RandomTexts {

    private static final String[] TROUBLE = {
        "a",
        "Z",
        "0",
        "9",
        " ",
        "\n",
        "\r",
        "\t",
        "\u00a0",
        "\u2028",
        "\u0000",
        "\u001b",
        "\u0085",
        "=",
        "+",
        "-",
        "@",
        ";",
        ",",
        ".",
        ":",
        "/",
        "\\",
        "'",
        "\"",
        "<",
        "&",
        "%",
        "{",
        "[",
        "(",
        "~",
        "_",
        "P",
        "T",
        "D",
        "#",
        "?",
        "\u00e9",
        "\u00df",
        "\u03c2",
        "\u0130",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\uffff",
        "\ufdd0",
        "\ud800",
        "\udc00",
        "\ud83d\ude00",
        "\uff1d",
        "\uff20",
        "\u3002",
        "\u0301",
        "\u0316",
        "\u0344",
        "\u05b0",
        "\u09be",
        "\u1100",
        "\u1161",
        "\u11a8",
        "\u212b",
        "\ufb2c",
        "\u4e00",
        "xn--",
        "://",
        "nl",
        "2026-12-03"
    };

    private RandomTexts() {}

    /** Returns {@code number} texts of at most {@code maxLength} pieces each; every third repeats pieces in long runs. */
    public static Stream<String> of(long seed, int number, int maxLength) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(i -> i % 3 == 0 ? inRuns(random, maxLength) : mixed(random, maxLength));
    }

    private static String mixed(Random random, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(maxLength + 1); left > 0; left--) {
            text.append(piece(random));
        }
        return text.toString();
    }

    private static String inRuns(Random random, int maxLength) {
        StringBuilder text = new StringBuilder();
        int left = random.nextInt(maxLength + 1);
        while (left > 0) {
            int run = 1 + random.nextInt(left);
            text.append(piece(random).repeat(run));
            left -= run;
        }
        return text.toString();
    }

    private static String piece(Random random) {
        return TROUBLE[random.nextInt(TROUBLE.length)];
    }
}
