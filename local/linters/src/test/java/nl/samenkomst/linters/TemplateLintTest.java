package nl.samenkomst.linters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs AWS's linters on the template; skipped where they are missing, but failing in CI. */
@Tag("sam")
final class TemplateLintTest {

    private static final Path TEMPLATE = Path.of("../../template.yaml");

    /** Includes the informational checks, which cfn-lint leaves out by default. */
    private static final List<String> CFN_LINT = List.of(
            "cfn-lint", "--include-checks", "I", "--regions", "eu-west-1", "eu-central-1", "eu-north-1", "--template");

    private static final List<String> SAM_VALIDATE =
            List.of("sam", "validate", "--lint", "--region", "eu-west-1", "--template");

    /** The exit status and all output of a linter. */
    private record Report(int status, String output) {}

    @Test
    void samValidatesTheTemplate() throws Exception {
        Report report = lint(SAM_VALIDATE, TEMPLATE);

        assertThat(report.status()).as(report.output()).isZero();
        assertThat(report.output()).contains("is a valid SAM Template").doesNotContain("[W", "[E");
    }

    @Test
    void cfnLintFindsNothing() throws Exception {
        assertThat(lint(CFN_LINT, TEMPLATE)).isEqualTo(new Report(0, ""));
    }

    @Test
    void bothReportAMistake(@TempDir Path folder) throws Exception {
        Path mistaken = Files.writeString(folder.resolve("template.yaml"), """
                AWSTemplateFormatVersion: 2010-09-09
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Table:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      BillingMode: PAY_PER_REQUEST
                      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
                      KeySchema: [{ AttributeName: pk, KeyType: HUSH }]
                """);

        for (List<String> linter : List.of(SAM_VALIDATE, CFN_LINT)) {
            Report report = lint(linter, mistaken);
            assertThat(report.status()).as(report.output()).isNotZero();
            assertThat(report.output()).contains("HUSH");
        }
    }

    private static Report lint(List<String> linter, Path template) throws IOException, InterruptedException {
        Process running = start(linter, template);
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Report(running.waitFor(), output);
    }

    private static Process start(List<String> linter, Path template) {
        ProcessBuilder program = new ProcessBuilder(
                Stream.concat(linter.stream(), Stream.of(template.toString())).toList());
        program.environment().put("SAM_CLI_TELEMETRY", "0");
        try {
            return program.redirectErrorStream(true).start();
        } catch (IOException missing) {
            String why = "The command %s is not on the PATH.".formatted(linter.getFirst());
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why, missing);
            }
            System.out.println("skipped: " + why);
            return Assumptions.abort(why);
        }
    }
}
