package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs the commands of the runbook for an administrator who cannot get in and whom no other one can help. */
class LastAdministratorTest {

    private static final Pattern UPDATE =
            Pattern.compile("--update-expression '([^']+)' --condition-expression '([^']+)' \\\\\\n"
                    + "  --expression-attribute-values ['\"](.+)['\"]\\n");
    private static final Pattern QUERY = Pattern.compile(
            "--key-condition-expression '([^']+)' \\\\\\n  --expression-attribute-values '(.+)' \\\\\\n");

    private final Gathering gathering = new Gathering();
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void theQueryFindsThem() throws IOException {
        MatchResult query = QUERY.matcher(section()).results().findFirst().orElseThrow();

        assertThat(gathering
                        .table()
                        .query(request -> request.tableName(table())
                                .keyConditionExpression(query.group(1))
                                .expressionAttributeValues(values(query.group(2))))
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item).containsEntry("SK", AttributeValue.fromS("O#" + found().id())));
    }

    @Test
    void whoLostThePhoneEnrolsAnew() throws IOException {
        Version before = found().version();

        update(0);

        assertThat(found().factorSince()).isEmpty();
        assertThat(found().version()).isEqualTo(before.next());
        assertThat(found().isActive(gathering.clock.instant())).isTrue();
    }

    @Test
    void whoLostTheMailboxMakesRoomForTheFirstOrganiser() throws IOException {
        assertThat(noor.open("/organise").status()).isEqualTo(200);

        update(1);

        assertThat(found().isActive(gathering.clock.instant())).isFalse();
        assertThat(noor.open("/organise").status()).isEqualTo(303);
    }

    /** Runs the command at this index of the section. */
    private void update(int index) throws IOException {
        List<MatchResult> commands = UPDATE.matcher(section()).results().toList();
        assertThat(commands).hasSize(2);
        MatchResult command = commands.get(index);
        String now = gathering.clock.instant().toString();
        String written = command.group(3).replace("\\\"", "\"").replaceAll("\\$\\(date [^)]+\\)", now);
        gathering
                .table()
                .updateItem(request -> request.tableName(table())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("ORGANISERS"),
                                "SK", AttributeValue.fromS("O#" + found().id())))
                        .updateExpression(command.group(1))
                        .conditionExpression(command.group(2))
                        .expressionAttributeValues(values(written)));
    }

    private static Map<String, AttributeValue> values(String json) {
        try {
            Map<String, AttributeValue> values = new HashMap<>();
            JSON.std
                    .mapFrom(json)
                    .forEach((name, value) -> ((Map<?, ?>) value)
                            .forEach((type, written) -> values.put(
                                    name,
                                    type.equals("N")
                                            ? AttributeValue.fromN(String.valueOf(written))
                                            : AttributeValue.fromS(String.valueOf(written)))));
            return values;
        } catch (IOException invalid) {
            throw new AssertionError(json, invalid);
        }
    }

    private Organiser found() {
        return gathering.organisers().all().getFirst();
    }

    private String table() {
        return Objects.requireNonNull(gathering.settings().get("TABLE_NAME"));
    }

    private static String section() throws IOException {
        String runbook = Files.readString(Path.of("../docs/runbook.md"));
        int start = runbook.indexOf("## The last administrator cannot get in\n");
        return runbook.substring(start, runbook.indexOf("\n## ", start));
    }
}
