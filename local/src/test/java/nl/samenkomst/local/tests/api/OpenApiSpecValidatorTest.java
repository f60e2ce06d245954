package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs openapi-spec-validator on the API's description; skipped where it is missing, but failing in CI. */
@Tag("openapi")
final class OpenApiSpecValidatorTest {

    @TempDir
    private Path folder;

    @Test
    void findsNothing() throws Exception {
        assertThat(validate(DescriptionFile.in(folder))).satisfies(ended -> {
            assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out()).endsWith(": OK\n");
        });
    }

    @Test
    void reportsAMistake() throws Exception {
        assertThat(validate(DescriptionFile.in(folder, DescriptionFile::repeatAnOperationId)))
                .satisfies(ended -> {
                    assertThat(ended.status()).isNotZero();
                    assertThat(ended.out() + ended.err()).contains("showSession", "not unique");
                });
    }

    private static Program.Result validate(Path description) throws Exception {
        return Prerequisites.program("openapi-spec-validator").run(description.toString());
    }
}
