package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the table "Where things are" in the README names everything that exists, and nothing else. */
final class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+?)/?`");

    @ParameterizedTest
    @CsvSource({
        "shared, shared/src/main/java/nl/samenkomst",
        "functions, functions",
        "local, local/src/main/java/nl/samenkomst/local:local/src/test/java/nl/samenkomst/local:local/linters/src/test/java/nl/samenkomst",
        "docs, docs",
    })
    void listsEveryPartOf(String row, String folders) throws IOException {
        Set<String> parts = new TreeSet<>();
        for (String folder : folders.split(":", -1)) {
            parts.addAll(parts(ROOT.resolve(folder)));
        }
        assertThat(named(row)).isEqualTo(parts);
    }

    private static Set<String> named(String row) throws IOException {
        String start = "| `" + row + "/` | ";
        String cell = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .collect(Collectors.joining());
        return QUOTED.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("curl"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of folders and documents, and Wiring, the class that puts them together. */
    private static Set<String> parts(Path folder) throws IOException {
        Set<String> parts = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if ((Files.isDirectory(file) && !name.equals("target")) || name.endsWith(".md")) {
                    parts.add(name);
                } else if (name.equals("Wiring.java")) {
                    parts.add("Wiring");
                }
            }
        }
        return parts;
    }
}
