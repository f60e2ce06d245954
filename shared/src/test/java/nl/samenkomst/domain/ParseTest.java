package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.RandomTexts;
import org.junit.jupiter.api.Test;

/** Parsers return a value or a problem for any text; they never throw. */
class ParseTest {

    @Test
    void parsersNeverThrow() throws Exception {
        List<Method> parsers = parsers();
        List<String> texts = Stream.of(
                        HostileWords.all(), RandomTexts.of(1, 2_000, 40), RandomTexts.of(2, 200, 2_000), longTexts())
                .flatMap(all -> all)
                .toList();

        assertThat(parsers)
                .extracting(Method::getName)
                .contains("parse", "parseDomain")
                .hasSizeGreaterThan(8);
        for (Method parser : parsers) {
            parser.setAccessible(true);
            for (String text : texts) {
                assertThatCode(() -> parser.invoke(null, text))
                        .as("%s of %s", parser, text.length() > 100 ? text.substring(0, 100) : text)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Stream<String> longTexts() {
        return Stream.of(
                "x@" + "\u00e9".repeat(245) + ".nl",
                "x@" + "\u00e9".repeat(1_500) + ".nl",
                "\u00e9".repeat(1_500) + ".nl",
                "x@" + "\ud83d\ude00".repeat(120) + ".nl",
                "9".repeat(100_000),
                "a-".repeat(50_000),
                "P" + "9".repeat(1_000) + "D",
                "[".repeat(50_000),
                "{\"a\":".repeat(10_000),
                "2026-12-03T14:00:00Z~" + "a".repeat(10_000),
                "2026-99-99T99:99:99Z");
    }

    /** Returns every static method of our classes whose name starts with {@code parse} and that takes one text. */
    private static List<Method> parsers() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(EmailAddress.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Method> parsers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve(Path.of("nl", "samenkomst")))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(name, false, ParseTest.class.getClassLoader());
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().startsWith("parse")
                                && Modifier.isStatic(method.getModifiers())
                                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                        .forEach(parsers::add);
            }
        }
        return parsers;
    }
}
