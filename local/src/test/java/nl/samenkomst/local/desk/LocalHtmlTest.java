package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.kit.Visitor;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.Test;

/** Checks that the Nu HTML Checker finds no error or warning on the desk's own pages. */
class LocalHtmlTest {

    private static final Path SHARED = Path.of("..", "shared", "target");

    @Test
    void everyDeskPageIsValidHtml() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE))) {
            String letter =
                    new MailboxReader(desk.address()).newest("waiting", "").id();
            for (String path :
                    List.of("/local", "/local/mailbox", "/local/mailbox/" + letter, "/local/clock", "/local/nowhere")) {
                pages.put(path, Visitor.at(desk).open(path).body());
            }
        }
        try (URLClassLoader apart = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertThat(checker(apart).apply(pages)).isEmpty();
            assertThat(checker(apart).apply(Map.of("wrong", "<p>no head"))).isNotEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Map<String, String>, List<String>> checker(ClassLoader apart) throws Exception {
        return (Function<Map<String, String>, List<String>>) apart.loadClass("nl.samenkomst.pages.HtmlChecker")
                .getConstructor()
                .newInstance();
    }

    /** Returns the class path of shared's tests: the checker needs an older Jetty than DynamoDB Local does. */
    private static URL[] classPath() throws IOException {
        String libraries = Files.readString(SHARED.resolve("test-class-path")).strip();
        return Stream.concat(
                        Stream.of(SHARED.resolve("test-classes")),
                        Stream.of(libraries.split(File.pathSeparator)).map(Path::of))
                .map(LocalHtmlTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException everyPathHasOne) {
            throw new IllegalArgumentException(everyPathHasOne);
        }
    }
}
