package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.DeskClock;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Prerequisites;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs schemathesis, which generates hundreds of requests from the API description alone; skipped where it is missing,
 * but failing in CI. Its output is in {@code target/schemathesis-description.txt}.
 */
@Tag("schemathesis")
@TestInstance(Lifecycle.PER_CLASS)
final class SchemathesisTest {

    private static final int TIMEOUT_MINUTES = 5;

    /** For each operation and phase. */
    private static final String EXAMPLES = System.getProperty("schemathesis.examples", "5");

    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final String CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,"
            + "response_schema_conformance,response_headers_conformance";

    /** Sessions in every state; most of the generated requests use these. */
    private static final List<String> SESSIONS =
            List.of("open", "thema-s", "vol", "wachten", "nog-niet", "gesloten", "beoordeeld", "afgelast", "nergens");

    /** More people than are cancelled and erased during the run. */
    private static final List<String> PEOPLE = List.of("anna", "bo", "cas", "dirk", "esra", "finn", "gijs", "hanna");

    private final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    private final Organiser organiser = new Organiser(desk);
    private final Visitor program = Visitor.at(desk);
    private final Inbox inbox = new Inbox(desk);
    private final DeskClock clock = new DeskClock(desk);

    @TempDir
    Path folder = Path.of("");

    SchemathesisTest() throws IOException, InterruptedException {}

    @BeforeAll
    void publish() throws Exception {
        organiser.publish("gesloten", announced(Map.of("closes", Organiser.written(clock.inDays(1)))));
        organiser.publish("open", announced(Map.of("noticePeriod", "P7D")));
        organiser.publish(
                "thema-s",
                announced(Map.of(
                        "themes",
                        List.of(
                                Map.of("id", "buurt", "title", "Buurt", "places", 2),
                                Map.of("id", "werk", "title", "Werk")),
                        "questions",
                        List.of(Map.of("id", "kans", "label", "Welke kans zie je?", "required", true)))));
        organiser.publish("vol", announced(Map.of("places", 1, "waitingList", false)));
        organiser.publish("wachten", announced(Map.of("places", 1)));
        organiser.publish("nog-niet", announced(Map.of("opens", Organiser.written(clock.inDays(20)))));
        organiser.publish("beoordeeld", announced(Map.of("admission", "reviewed")));
        organiser.publish("afgelast", announced(Map.of()));
        organiser.cancel("afgelast", "De spreker is ziek.");
        signUp("vol", "noor");
        signUp("wachten", "noor");
        for (String name : PEOPLE) {
            signUp("open", name);
        }
        inbox.hasExactly(Stream.concat(Stream.of("noor", "noor"), PEOPLE.stream())
                .map(name -> name + " confirmed")
                .toArray(String[]::new));
        clock.moveTo(clock.inDays(2));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void findsNoServerErrorAndNoUndescribedResponse() throws Exception {
        String output = run(desk.address() + DESCRIPTION, 0, "--max-examples", EXAMPLES);

        assertThat(output)
                .as("more than a few requests, by every phase")
                .containsPattern("Test cases:\\s+\\d{3,} generated, \\d{3,} passed")
                .contains("✅ Examples", "✅ Coverage", "✅ Fuzzing", "✅ Stateful");
    }

    @Test
    void findsAnUndescribedResponse() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode description = json.readTree(program.open(DESCRIPTION).body());
        ((ObjectNode) description.at("/paths/~1sessions~1{id}/get/responses")).remove("404");
        Path lacking = Files.write(folder.resolve("lacking.json"), json.writeValueAsBytes(description));

        String output = run(
                lacking.toString(),
                1,
                "--url",
                desk.address() + "/api/v1",
                "--include-operation-id",
                "showSession",
                "--phases",
                "coverage");

        assertThat(output).contains("Undocumented status code", "Received: 404");
    }

    /** Runs schemathesis, asserts its exit status and returns its output. */
    private String run(String description, int status, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-color",
                "--config-file",
                settings().toString(),
                "run",
                description,
                "--checks",
                CHECKS,
                "--seed",
                "1",
                "--generation-database",
                "none",
                "--continue-on-failure",
                "--request-timeout",
                "20"));
        arguments.addAll(List.of(options));
        File output = new File("target", "schemathesis-" + (status == 0 ? "description" : "lacking") + ".txt");
        Process process = Prerequisites.program("schemathesis")
                .prepare(arguments, Map.of("NO_PROXY", "*"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String all = Files.readString(output.toPath());
        assertThat(ended).as("in time: %s", all).isTrue();
        assertThat(process.exitValue()).as(all).isEqualTo(status);
        return all;
    }

    /**
     * Writes a configuration with existing sessions and links for most of the requests; the others use made-up ones.
     */
    private Path settings() throws IOException, InterruptedException {
        List<String> tokens = inbox.all().stream()
                .map(Inbox.Mail::ownPage)
                .filter(link -> link.contains("/sessions/open/"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        return Files.writeString(folder.resolve("schemathesis.toml"), """
                [dictionaries]
                sessions = { values = %s }
                own = { values = ["open"] }
                tokens = { values = %s }

                [parameters]
                "path.id" = { dictionary = "sessions", probability = 0.9 }

                [[operations]]
                include-path-regex = "token"
                parameters = { "path.id" = { dictionary = "own" }, "path.token" = { dictionary = "tokens", probability = 0.8 } }
                """.formatted(quoted(SESSIONS), quoted(tokens)));
    }

    private Map<String, Object> announced(Map<String, ?> more) throws IOException, InterruptedException {
        return Organiser.session("Bijeenkomst", clock.inDays(40), more);
    }

    private void signUp(String session, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = program.call(
                "/api/v1/sessions/" + session + "/registrations", Map.of("name", name, "email", name + "@example.org"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static String quoted(List<String> values) {
        return "[\"" + String.join("\", \"", values) + "\"]";
    }
}
