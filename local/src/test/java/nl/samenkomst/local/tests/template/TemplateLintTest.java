package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs AWS's linters on the template; skipped where they are missing, but failing in CI. */
@Tag("sam")
final class TemplateLintTest {

    @Test
    void samValidatesTheTemplate() throws Exception {
        assertThat(validate(TemplateTest.FILE)).satisfies(ended -> {
            assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out()).contains("is a valid SAM Template").doesNotContain("[W", "[E");
        });
    }

    @Test
    void cfnLintFindsNothing() throws Exception {
        assertThat(lint(TemplateTest.FILE)).isEqualTo(new Program.Result(0, "", ""));
    }

    @Test
    void bothReportAMistake(@TempDir Path folder) throws Exception {
        String template = Files.readString(TemplateTest.FILE);
        Path invalid =
                Files.writeString(folder.resolve("template.yaml"), template.replace("KeyType: HASH", "KeyType: HUSH"));

        assertThat(template).contains("KeyType: HASH");
        assertThat(validate(invalid).status()).isNotZero();
        assertThat(lint(invalid)).satisfies(ended -> {
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).contains("HUSH");
        });
    }

    private static Program.Result validate(Path template) throws Exception {
        return Prerequisites.program("sam")
                .run(
                        List.of("validate", "--lint", "--template", template.toString(), "--region", "eu-west-1"),
                        Map.of("SAM_CLI_TELEMETRY", "0"));
    }

    /** Includes the informational checks, which cfn-lint leaves out by default. */
    private static Program.Result lint(Path template) throws Exception {
        return Prerequisites.program("cfn-lint")
                .run(
                        "--include-checks",
                        "I",
                        "--regions",
                        "eu-west-1",
                        "eu-central-1",
                        "eu-north-1",
                        "--template",
                        template.toString());
    }
}
