package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs up, switches the language and cancels in lynx, by the keys that a person presses. */
final class TextBrowserTest extends DeskTestCase {

    private static final String SESSION = "lokale-aanpak";
    private static final String ENTER = "^J";
    private static final String TAB = "<tab>";
    private static final String CLEAR = "^U";

    @TempDir
    private Path folder;

    TextBrowserTest() throws IOException, InterruptedException {}

    @BeforeEach
    void publish() throws IOException, InterruptedException {
        organiser.publish(SESSION, Organiser.session("Lokale aanpak", clock.inDays(30), Map.of("places", 1)));
    }

    @Test
    void playsTheWholeJourney() throws Exception {
        String page = visitor.to("/sessions/" + SESSION).build().uri().toString();
        assertThat(afterPressing(page + "?lang=nl", "/", "English", ENTER, ENTER))
                .contains("(BUTTON) Sign me up", "Leave this field empty")
                .doesNotContain("Meld je aan")
                .doesNotContainPattern("\\(BUTTON\\)\\s*\n");

        // The trap is a field like any other here, so the Tab key passes it.
        String form = page + "?lang=en#sign-up";
        assertThat(afterPressing(form, "Noor", TAB, "noor@example.org", TAB, TAB, TAB, ENTER))
                .contains("There was a place, and we have your registration");
        inbox.hasExactly("noor confirmed");
        assertThat(inbox.lastTo("noor").subject()).isEqualTo("You are signed up: Lokale aanpak");

        assertThat(afterPressing(inbox.lastTo("noor").ownPage() + "#cancel", ENTER))
                .contains("You have cancelled.");
        assertThat(organiser.states(SESSION)).containsExactly("noor@example.org cancelled");
    }

    /** Opens a page, presses these keys or types these words, and returns the page that is shown then. */
    private String afterPressing(String address, String... keys) throws IOException, InterruptedException {
        Path script = folder.resolve("keys");
        Path shown = folder.resolve("shown");
        Stream<String> save = Stream.of("p", ENTER, CLEAR, "shown", ENTER, "q", "y");
        Files.write(
                script,
                Stream.concat(Stream.of(keys), save)
                        .flatMap(TextBrowserTest::pressed)
                        .map("key "::concat)
                        .toList());
        Files.deleteIfExists(shown);
        Process process = Prerequisites.program("lynx")
                .prepare(
                        List.of("-cmd_script=" + script, "-delay=0", "-assume_charset=utf-8", address),
                        Map.of("TERM", "xterm", "HOME", folder.toString(), "LANG", "C.UTF-8"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(shown);
    }

    private static Stream<String> pressed(String keyOrWords) {
        return List.of(ENTER, TAB, CLEAR).contains(keyOrWords)
                ? Stream.of(keyOrWords)
                : keyOrWords.chars().mapToObj(Character::toString);
    }
}
