package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that {@code docs/security.md} lists every requirement of the chapters that it is about once, and names only
 * tests and documents that exist.
 */
class SecurityTableTest {

    private static final Path ROOT = Path.of("..");

    /**
     * The requirements of levels 1 and 2 with their levels, from chapters V3, V6, V7, V8, V10, V14 and V16 of OWASP ASVS 5.0.0
     * (https://github.com/OWASP/ASVS/tree/v5.0.0_release/5.0/en).
     */
    private static final List<String> REQUIREMENTS = Stream.of("""
            3.2.1 (1), 3.2.2 (1)
            3.3.1 (1), 3.3.2 (2), 3.3.3 (2), 3.3.4 (2)
            3.4.1 (1), 3.4.2 (1), 3.4.3 (2), 3.4.4 (2), 3.4.5 (2), 3.4.6 (2)
            3.5.1 (1), 3.5.2 (1), 3.5.3 (1), 3.5.4 (2), 3.5.5 (2)
            3.7.1 (2), 3.7.2 (2)
            6.1.1 (1), 6.1.2 (2), 6.1.3 (2)
            6.2.1 (1), 6.2.2 (1), 6.2.3 (1), 6.2.4 (1), 6.2.5 (1), 6.2.6 (1), 6.2.7 (1), 6.2.8 (1), 6.2.9 (2), 6.2.10 (2), 6.2.11 (2), 6.2.12 (2)
            6.3.1 (1), 6.3.2 (1), 6.3.3 (2), 6.3.4 (2)
            6.4.1 (1), 6.4.2 (1), 6.4.3 (2), 6.4.4 (2)
            6.5.1 (2), 6.5.2 (2), 6.5.3 (2), 6.5.4 (2), 6.5.5 (2)
            6.6.1 (2), 6.6.2 (2), 6.6.3 (2)
            6.8.1 (2), 6.8.2 (2), 6.8.3 (2), 6.8.4 (2)
            7.1.1 (2), 7.1.2 (2), 7.1.3 (2)
            7.2.1 (1), 7.2.2 (1), 7.2.3 (1), 7.2.4 (1)
            7.3.1 (2), 7.3.2 (2)
            7.4.1 (1), 7.4.2 (1), 7.4.3 (2), 7.4.4 (2), 7.4.5 (2)
            7.5.1 (2), 7.5.2 (2)
            7.6.1 (2), 7.6.2 (2)
            8.1.1 (1), 8.1.2 (2)
            8.2.1 (1), 8.2.2 (1), 8.2.3 (2)
            8.3.1 (1)
            8.4.1 (2)
            10.1.1 (2), 10.1.2 (2)
            10.2.1 (2), 10.2.2 (2)
            10.3.1 (2), 10.3.2 (2), 10.3.3 (2), 10.3.4 (2)
            10.4.1 (1), 10.4.2 (1), 10.4.3 (1), 10.4.4 (1), 10.4.5 (1), 10.4.6 (2), 10.4.7 (2), 10.4.8 (2), 10.4.9 (2), 10.4.10 (2), 10.4.11 (2)
            10.5.1 (2), 10.5.2 (2), 10.5.3 (2), 10.5.4 (2), 10.5.5 (2)
            10.6.1 (2), 10.6.2 (2)
            10.7.1 (2), 10.7.2 (2), 10.7.3 (2)
            14.1.1 (2), 14.1.2 (2)
            14.2.1 (1), 14.2.2 (2), 14.2.3 (2), 14.2.4 (2)
            14.3.1 (1), 14.3.2 (2), 14.3.3 (2)
            16.1.1 (2)
            16.2.1 (2), 16.2.2 (2), 16.2.3 (2), 16.2.4 (2), 16.2.5 (2)
            16.3.1 (2), 16.3.2 (2), 16.3.3 (2), 16.3.4 (2)
            16.4.1 (2), 16.4.2 (2), 16.4.3 (2)
            16.5.1 (2), 16.5.2 (2), 16.5.3 (2)
            """.split("[,\\n]", -1))
            .map(String::strip)
            .filter(requirement -> !requirement.isEmpty())
            .toList();

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:#(\\w+))?`");
    private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]+))?\\)");

    @Test
    void listsEveryRequirementOnceInOrder() throws IOException {
        assertThat(REQUIREMENTS).hasSize(133);
        assertThat(rows().map(row -> "%s (%s)".formatted(row.get(0), row.get(1))))
                .containsExactlyElementsOf(REQUIREMENTS);
    }

    @Test
    void everyRowNamesATestAReviewOrAReason() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row).as(row.getFirst()).noneMatch(String::isBlank);
            assertThat(row.get(4)).as(row.getFirst()).matches("(Test: |Review: |Does not apply: |Not met).+");
            if (row.get(4).startsWith("Test: ")) {
                assertThat(TEST.matcher(row.get(4)).find()).as(row.getFirst()).isTrue();
            }
        });
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, String> tests = sources("src/test/java");
        for (List<String> row : rows().toList()) {
            Matcher test = TEST.matcher(String.join(" ", row));
            while (test.find()) {
                assertThat(tests).as(row.getFirst()).containsKey(test.group(1));
                if (test.group(2) != null) {
                    assertThat(tests.get(test.group(1))).as(row.getFirst()).contains(" void " + test.group(2) + "(");
                }
            }
        }
    }

    /** A review is of code that is there. */
    @Test
    void everyNamedTypeExists() throws IOException {
        Map<String, String> types = sources("src/main/java");
        types.putAll(sources("src/test/java"));
        for (List<String> row :
                rows().filter(row -> row.get(4).contains("Review: ")).toList()) {
            Matcher type = CODE.matcher(row.get(4).substring(row.get(4).indexOf("Review: ")));
            while (type.find()) {
                assertThat(types.containsKey(type.group(1)) || isParameter(type.group(1)))
                        .as("%s: %s", row.getFirst(), type.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher link = LINK.matcher(document());
        while (link.find()) {
            Path target = link.group(1).isEmpty()
                    ? ROOT.resolve("docs/security.md")
                    : ROOT.resolve("docs").resolve(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(Files.readString(target).lines().filter(line -> line.startsWith("#")))
                        .map(SecurityTableTest::anchor)
                        .contains(link.group(2));
            }
        }
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static boolean isParameter(String name) throws IOException {
        return Files.readString(TemplateTest.FILE).contains("\n  " + name + ":\n");
    }

    /** Returns the source of every type by its simple name, of several types of one name together. */
    private static Map<String, String> sources(String folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("shared", "local", "functions")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().replace('\\', '/').contains(folder))
                        .toList()) {
                    sources.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    private static Stream<List<String>> rows() throws IOException {
        return document()
                .lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)));
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }
}
