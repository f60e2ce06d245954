package nl.samenkomst.local.desk.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the command says when a prerequisite is missing. */
final class SamCommandTest {

    @TempDir
    Path path;

    @Test
    void failsWithAMessageWithoutSamCli() throws Exception {
        assertThat(onPath()).isEqualTo(refusal("The command sam is not on the PATH: install the AWS SAM CLI."));
    }

    @Test
    void failsWithAMessageWithoutDocker() throws Exception {
        assertThat(onPath("sam")).isEqualTo(refusal("The command docker is not on the PATH: install Docker."));
    }

    @Test
    void failsWithAMessageWithoutADockerEngine() throws Exception {
        assertThat(onPath("sam", "docker")).isEqualTo(refusal("No Docker engine answers: start Docker."));
    }

    /** Runs the command with a path that has only these programs, each of which fails. */
    private Program.Result onPath(String... programs) throws Exception {
        for (String program : programs) {
            Path file = Files.writeString(path.resolve(program), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new Program(Path.of(System.getProperty("java.home"), "bin", "java"))
                .run(
                        List.of("-classpath", System.getProperty("java.class.path"), SamLocal.class.getName()),
                        Map.of("PATH", path.toString()));
    }

    private static Program.Result refusal(String sentence) {
        return new Program.Result(1, "", sentence + System.lineSeparator());
    }
}
