package nl.samenkomst.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every house style has enough contrast for text and for shapes, in light and dark (WCAG 2.2, criteria 1.4.3 and
 * 1.4.11).
 */
final class HouseStylesTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private static final String PAGE = "--basis-color-default-bg-document";
    private static final String PANEL = "--basis-color-default-bg-subtle";
    private static final String HEADER = "--samenkomst-page-header-background-color";
    private static final String ACTION = "--basis-color-action-1-";
    private static final String FOCUS = "--basis-focus-outline-color";
    private static final String FOCUS_INVERSE = "--basis-focus-inverse-outline-color";

    /** Colors of patterns and thin lines, which say nothing. */
    private static final Set<String> DECORATIONS = Set.of(
            "--basis-color-default-border-subtle",
            "--basis-color-accent-1-bg-default",
            "--basis-color-accent-1-border-subtle",
            "--basis-color-accent-2-border-subtle",
            "--samenkomst-page-header-border-color");

    private static final Pattern TOKEN = Pattern.compile("--(?:basis|samenkomst)-[a-z0-9-]*[a-z0-9](?=[\\s,)\"])");

    static List<String> styles() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/styles"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void hasEnoughContrastInLight(String name) {
        HouseStyle style = HouseStyle.named(name);
        assertThat(tooFaint(style::value)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void hasEnoughContrastInDark(String name) {
        HouseStyle style = HouseStyle.named(name);
        assertThat(tooFaint(style::darkValue)).isEmpty();
    }

    /** Checks the calculation against the values in WCAG's own documents. */
    @Test
    void computesContrastLikeWcag() {
        Colour white = Colour.parse("#fff");
        assertThat(white.contrastWith(Colour.parse("#000000"))).isEqualTo(21);
        assertThat(Colour.parse("rgb(118, 118, 118)").contrastWith(white)).isBetween(4.54, 4.55);
        assertThat(Colour.parse("#777").contrastWith(white)).isBetween(4.47, 4.48);
    }

    @Test
    void reportsFaintTokensByName() {
        HouseStyle faint = new HouseStyle(
                Tokens.parse(".faint-theme { --basis-color-default-color-subtle: #999999 }"),
                Tokens.parse(ours()),
                Optional.empty());

        assertThat(tooFaint(faint::value))
                .containsExactly(
                        "--basis-color-default-color-subtle on --basis-color-default-bg-document: 2.8, not 4.5",
                        "--basis-color-default-color-subtle on --basis-color-default-bg-subtle: 2.6, not 4.5");
    }

    /** A token that our own style lacks is no error in a style sheet; one that nothing uses only seems to matter. */
    @Test
    void ourStyleHasExactlyTheTokensThatPagesAndLettersUse() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String file : List.of(
                "resources/pages.css",
                "java/nl/samenkomst/letters/LetterStyles.java",
                "java/nl/samenkomst/style/HouseStyle.java")) {
            TOKEN.matcher(Files.readString(Path.of("src/main", file)))
                    .results()
                    .forEach(found -> used.add(found.group()));
        }

        assertThat(Tokens.parse(ours()).light().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyColorIsComparedOrDecorates() {
        Set<String> compared = new TreeSet<>(DECORATIONS);
        HouseStyle ours = HouseStyle.defaultStyle();
        tooFaint(token -> {
            compared.add(token);
            return ours.value(token);
        });

        assertThat(compared)
                .isEqualTo(Tokens.parse(ours()).light().entrySet().stream()
                        .filter(token -> token.getValue().startsWith("#"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private static List<String> tooFaint(UnaryOperator<String> value) {
        List<String> faint = new ArrayList<>();
        for (String ground : List.of(PAGE, PANEL)) {
            atLeast(TEXT, "--basis-color-default-color-document", ground, value, faint);
            atLeast(TEXT, "--basis-color-default-color-subtle", ground, value, faint);
            atLeast(TEXT, ACTION + "color-default", ground, value, faint);
            atLeast(TEXT, ACTION + "color-hover", ground, value, faint);
            atLeast(SHAPE, "--basis-color-default-border-default", ground, value, faint);
            for (String feeling : List.of("positive", "warning", "negative")) {
                atLeast(TEXT, "--basis-color-" + feeling + "-color-default", ground, value, faint);
                atLeast(SHAPE, "--basis-color-" + feeling + "-border-default", ground, value, faint);
            }
        }
        atLeast(TEXT, "--basis-color-default-color-document", "--basis-color-default-bg-default", value, faint);
        for (String text : List.of("default", "hover")) {
            atLeast(TEXT, ACTION + "color-" + text, ACTION + "bg-subtle", value, faint);
            atLeast(TEXT, ACTION + "inverse-color-default", ACTION + "inverse-bg-" + text, value, faint);
        }
        atLeast(TEXT, "--basis-color-default-color-document", ACTION + "bg-subtle", value, faint);
        for (String feeling : List.of("positive", "warning", "negative")) {
            String ground = "--basis-color-" + feeling + "-bg-subtle";
            atLeast(TEXT, "--basis-color-default-color-document", ground, value, faint);
            atLeast(TEXT, ACTION + "color-default", ground, value, faint);
            atLeast(TEXT, "--basis-color-" + feeling + "-color-default", ground, value, faint);
            atLeast(SHAPE, "--basis-color-" + feeling + "-border-default", ground, value, faint);
        }
        atLeast(TEXT, "--samenkomst-page-header-color", HEADER, value, faint);
        // Two focus rings: at least one must be visible on each background.
        for (String ground : List.of(PAGE, PANEL, HEADER, ACTION + "inverse-bg-default", ACTION + "bg-subtle")) {
            if (contrast(FOCUS, ground, value) < SHAPE && contrast(FOCUS_INVERSE, ground, value) < SHAPE) {
                faint.add("neither %s nor %s is seen on %s".formatted(FOCUS, FOCUS_INVERSE, ground));
            }
        }
        return faint;
    }

    private static void atLeast(
            double least, String front, String ground, UnaryOperator<String> value, List<String> faint) {
        double contrast = contrast(front, ground, value);
        if (contrast < least) {
            faint.add(String.format(Locale.ROOT, "%s on %s: %.1f, not %.1f", front, ground, contrast, least));
        }
    }

    private static double contrast(String front, String ground, UnaryOperator<String> value) {
        return Colour.parse(value.apply(front)).contrastWith(Colour.parse(value.apply(ground)));
    }

    private static String ours() {
        try {
            return Files.readString(Path.of("src/main/resources/styles/samenkomst/tokens.css"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
