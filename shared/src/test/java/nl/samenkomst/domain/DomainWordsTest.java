package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports are checked by the architecture test; this checks what comments, names and texts of the domain know. */
class DomainWordsTest {

    private static final Path DOMAIN = Path.of("src/main/java/nl/samenkomst/domain");

    private static final Pattern CLOUD = Pattern.compile(
            "(?i:dynamo|lambda|amazon|template\\.yaml|batchget|snapstart)|\\b(?:AWS|SES|CloudFormation|ARN)\\b");

    @Test
    void nothingInTheDomainNamesTheCloud() throws IOException {
        try (Stream<Path> files = Files.walk(DOMAIN)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).hasSizeGreaterThan(100);
            for (Path source : sources) {
                assertThat(Files.readAllLines(source))
                        .as("%s", source)
                        .noneMatch(line -> CLOUD.matcher(line).find());
            }
        }
    }
}
