package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * Checks that every Maven profile that starts a program uses the Java that {@code .ci/jdks} tries, and skips the tests.
 */
final class BuildTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyProfileStartsTheJavaOfTheToolchain() throws IOException {
        Document root = pom(ROOT.resolve("pom.xml"));

        assertThat(root.select("useJdk").eachText()).containsExactly("Never");
        assertThat(root.select("executable").eachText()).containsExactly("java");
        for (Path module : modules()) {
            assertThat(pom(module).select("executable")).as(module.toString()).isEmpty();
        }
    }

    @Test
    void everyProfileThatStartsAProgramSkipsTheTests() throws IOException {
        List<String> starting = profilesWith(ROOT.resolve("local/pom.xml"), "exec-maven-plugin");

        assertThat(starting).contains("desk");
        assertThat(profilesWith(ROOT.resolve("pom.xml"), "<maven.test.skip>true"))
                .containsAll(starting);
    }

    /** Returns the ids of a pom's profiles that contain this text. */
    private static List<String> profilesWith(Path pom, String xml) throws IOException {
        return pom(pom).select("profile").stream()
                .filter(profile -> profile.outerHtml().contains(xml))
                .map(profile -> profile.select("> id").text())
                .toList();
    }

    private static List<Path> modules() throws IOException {
        List<Path> poms = new ArrayList<>();
        for (String folder : List.of("shared", "functions", "local")) {
            try (Stream<Path> found = Files.find(ROOT.resolve(folder), 3, (file, is) -> file.endsWith("pom.xml"))) {
                found.forEach(poms::add);
            }
        }
        return poms;
    }

    private static Document pom(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file), Parser.xmlParser());
    }
}
