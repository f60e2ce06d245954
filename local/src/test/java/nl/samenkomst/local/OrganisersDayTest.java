package nl.samenkomst.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in docs/organiser.md do what it says of them, from the first to the last. */
class OrganisersDayTest {

    private static final Path DOCUMENT = Path.of("../docs/organiser.md");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheOrganisersDayWorks() throws Exception {
        Needed.program("bash");
        Needed.program("curl");
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE))) {
            String said = run("set -euo pipefail\n" + commands(desk));

            Organiser organiser = new Organiser(desk);
            assertThat(organiser.states("jongeren"))
                    .as(said)
                    .containsExactly(
                            "noor@gemeente.example.org cancelled",
                            "piet@example.org confirmed",
                            "els@example.com declined",
                            "fatima@example.org waitlisted",
                            "jan@example.org confirmed");
            assertThat(organiser.look("volgende").body()).contains("De spreker is ziek.");
            String file = Files.readString(folder.resolve("aanmeldingen.csv"));
            assertThat(file).startsWith("\uFEFF\"Stand\"").contains("\"'=1+1\"", "\"Wat wil je weten?\"");
        }
    }

    /** Next year, so that the sessions are always yet to come. */
    private static String commands(Desk desk) throws IOException {
        String next = String.valueOf(Year.now(ZoneOffset.UTC).getValue() + 1);
        return COMMANDS.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("2027-", next + "-")
                .replace("http://localhost:8080", desk.address().toString());
    }

    private String run(String script) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process bash = new ProcessBuilder("bash", "-x", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = bash.waitFor(2, TimeUnit.MINUTES);
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(bash.exitValue()).as(output).isZero();
        return output;
    }
}
