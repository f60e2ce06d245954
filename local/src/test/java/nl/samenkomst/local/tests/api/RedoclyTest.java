package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs Redocly CLI on the API's description, with the rules that it recommends; skipped where it is missing, but
 * failing in CI.
 */
@Tag("openapi")
final class RedoclyTest {

    @TempDir
    private Path folder;

    @Test
    void findsNothing() throws Exception {
        JsonNode totals = lint(DescriptionFile.in(folder)).path("totals");

        assertThat(totals.path("errors").asInt(-1)).isZero();
        assertThat(totals.path("warnings").asInt(-1)).isZero();
    }

    @Test
    void reportsAMistake() throws Exception {
        assertThat(lint(DescriptionFile.in(folder, DescriptionFile::repeatAnOperationId))
                        .findValuesAsText("ruleId"))
                .containsOnly("operation-operationId-unique");
    }

    private static JsonNode lint(Path description) throws Exception {
        Program.Result ended = Prerequisites.program("redocly")
                .run(
                        List.of("lint", description.toString(), "--format", "json"),
                        Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
        assertThat(ended.out()).as(ended.err()).contains("\"totals\"");
        return new ObjectMapper().readTree(ended.out().substring(ended.out().indexOf('{')));
    }
}
