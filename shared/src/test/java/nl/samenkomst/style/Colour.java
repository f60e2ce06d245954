package nl.samenkomst.style;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An opaque color in sRGB.
 *
 * @param red 0 to 255, like the other components
 */
record Colour(int red, int green, int blue) {

    /** Parses {@code #0a5a62}, {@code #fff}, {@code rgb(10, 90, 98)} and {@code rgb(10 90 98)}. */
    static Colour parse(String written) {
        String value = written.strip().toLowerCase(Locale.ROOT);
        if (value.matches("#[0-9a-f]{3}")) {
            value = value.replaceAll("([0-9a-f])", "$1$1");
        }
        if (value.matches("#[0-9a-f]{6}")) {
            String digits = value;
            return of(IntStream.of(1, 3, 5)
                    .mapToObj(at -> Integer.parseInt(digits.substring(at, at + 2), 16))
                    .toList());
        }
        if (value.matches("rgb\\(\\d{1,3}([, ]+\\d{1,3}){2}\\)")) {
            return of(List.of(value.replaceAll("[^0-9]+", " ").strip().split(" ")).stream()
                    .map(Integer::valueOf)
                    .toList());
        }
        throw new IllegalArgumentException("not a colour that has a contrast; write #rrggbb: " + written);
    }

    /** Returns the contrast ratio, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
    double contrastWith(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** Returns the relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance"). */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Colour of(List<Integer> channels) {
        return new Colour(channels.get(0), channels.get(1), channels.get(2));
    }
}
