package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the guide names buttons, links and fields as the pages do, and shows the pictures that there are. */
class GuideTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path TEXTS = Path.of("..", "shared", "src", "main", "resources", "texts");
    private static final Pattern NAMED = Pattern.compile("(?<![*\\w])\\*([^*|]+?)\\*(?!\\*)");
    private static final Pattern PICTURE = Pattern.compile("\\(pictures/([\\w-]+\\.webp)\\)");

    @Test
    void namesWhatIsOnThePages() throws IOException {
        List<String> onPages = englishTexts();
        List<String> named = found(NAMED, guide().replaceAll("\\s+", " "));
        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(words -> assertThat(onPages).anyMatch(text -> text.startsWith(words)));
        assertThat(onPages).noneMatch(text -> text.startsWith("Make the session"));
    }

    @Test
    void showsEveryPictureOfTheDesk() throws IOException {
        try (Stream<Path> pictures = Files.list(DOCS.resolve("pictures"))) {
            assertThat(found(PICTURE, guide()))
                    .containsExactlyInAnyOrderElementsOf(
                            pictures.map(picture -> picture.getFileName().toString())
                                    .filter(name -> name.startsWith("organise-"))
                                    .toList());
        }
    }

    private static String guide() throws IOException {
        return Files.readString(DOCS.resolve("organiser.md"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> englishTexts() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.filter(file -> file.toString().endsWith(".en.properties"))
                    .flatMap(file -> texts(file).stream())
                    .map(String::valueOf)
                    .toList();
        }
    }

    private static Collection<Object> texts(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.values();
    }
}
