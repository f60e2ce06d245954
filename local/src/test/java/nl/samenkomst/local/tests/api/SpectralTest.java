package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs Spectral on the API's description, with every ruleset in {@code openapi}; skipped where it is missing, but
 * failing in CI.
 */
@Tag("openapi")
final class SpectralTest {

    private static final Path RULESETS = Path.of("src/test/resources/openapi");
    private static final Path DESIGN_RULES = RULESETS.resolve("api-design-rules.yaml");

    @TempDir
    private Path folder;

    static List<Path> rulesets() throws IOException {
        try (Stream<Path> files = Files.list(RULESETS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void findsNothing(Path ruleset) throws Exception {
        assertThat(lint(ruleset, DescriptionFile.in(folder))).isEmpty();
    }

    @Test
    void reportsAMistake() throws Exception {
        assertThat(lint(
                        RULESETS.resolve("spectral.yaml"),
                        DescriptionFile.in(folder, DescriptionFile::repeatAnOperationId)))
                .containsOnly("operation-operationId-unique");
    }

    @Test
    void reportsAMistakeOfEveryDesignRule() throws Exception {
        List<String> rules = Pattern.compile("(?m)^  ([a-z/-]+):$")
                .matcher(Files.readString(DESIGN_RULES))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(lint(DESIGN_RULES, DescriptionFile.in(folder, SpectralTest::breakEveryDesignRule)))
                .containsExactlyInAnyOrderElementsOf(rules);
    }

    private static void breakEveryDesignRule(ObjectNode description) {
        description.put("openapi", "2.0");
        ((ObjectNode) description.at("/info/contact")).remove("email");
        ((ObjectNode) description.at("/info")).put("version", "1");
        ((ObjectNode) description.at("/servers/0")).put("url", "http://leren.example.nl/api");
        ObjectNode paths = (ObjectNode) description.path("paths");
        JsonNode operation = paths.at("/~1sessions~1{id}/get");
        ObjectNode odd = paths.putObject("/Sessies/");
        odd.set("trace", operation.deepCopy());
        ((ObjectNode) odd.at("/trace/responses")).remove("400");
        ((ObjectNode) odd.at("/trace/responses/200")).remove("headers");
        ((ObjectNode) description.at("/components/parameters/lang")).put("name", "the_language");
        ((ObjectNode) description.at("/components/responses/Gone/content"))
                .removeAll()
                .putObject("application/json");
        ((ObjectNode) description.at("/components/schemas/Problem/properties/title")).put("format", "time");
    }

    /** Returns the codes of the findings, each once. */
    private static List<String> lint(Path ruleset, Path description) throws Exception {
        Program.Result ended = Prerequisites.program("spectral")
                .run(
                        "lint",
                        "--ruleset",
                        ruleset.toAbsolutePath().toString(),
                        "--format",
                        "json",
                        "--quiet",
                        "--fail-severity",
                        "hint",
                        description.toString());
        assertThat(ended.out()).as(ended.err()).startsWith("[");
        String findings = ended.out().substring(0, ended.out().lastIndexOf(']') + 1);
        JsonNode all = new ObjectMapper().readTree(findings);
        return all.findValuesAsText("code").stream().distinct().toList();
    }
}
