package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.Role;
import org.junit.jupiter.api.Test;

/** Checks that the texts about colleagues are the same in every language, and exactly those that the pages use. */
final class ColleaguesTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+\\}");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z.-]+)\"");
    private static final Texts TEXTS = new Texts("colleagues");

    /** Keys of which the pages choose one. */
    private static final Set<String> CHOSEN = Set.of(
            "done.invited",
            "done.changed",
            "done.ended",
            "done.reset",
            "done.mailed",
            "scope.choose.all",
            "scope.choose.series",
            "scope.choose.sessions",
            "history.before",
            "history.after",
            "history.as",
            "actor.local",
            "actor.person",
            "actor.desk");

    @Test
    void everyLanguageHasTheSameKeysAndPlaceholders() {
        for (Language language : Language.values()) {
            assertThat(TextKeys.of("colleagues", language)).isEqualTo(TextKeys.of("colleagues", Language.NL));
            for (String key : TextKeys.of("colleagues", Language.NL)) {
                assertThat(placeholders(TEXTS.text(language, key)))
                        .as("%s in %s", key, language.tag())
                        .isEqualTo(placeholders(TEXTS.text(Language.NL, key)));
            }
        }
    }

    @Test
    void pagesUseExactlyTheseTexts() throws IOException {
        Set<String> said = new TreeSet<>(CHOSEN);
        Arrays.stream(Role.values())
                .forEach(role -> said.addAll(List.of("role." + role.word(), "role." + role.word() + ".text")));
        Arrays.stream(DeskAction.values()).forEach(action -> said.add("act." + action.word()));
        for (Path folder :
                List.of(Path.of("src/main/jte/organiser"), Path.of("src/main/java/nl/samenkomst/organiserpages"))) {
            try (Stream<Path> sources = Files.list(folder)) {
                for (Path source :
                        sources.filter(ColleaguesTextsTest::isAboutColleagues).toList()) {
                    SAID.matcher(Files.readString(source)).results().forEach(match -> said.add(match.group(1)));
                }
            }
        }

        said.removeIf(key -> key.endsWith("."));
        Set<String> keys = new TreeSet<>(TextKeys.of("colleagues", Language.NL));
        keys.removeIf(key -> key.startsWith("problem."));
        assertThat(keys).isEqualTo(said);
    }

    private static boolean isAboutColleagues(Path source) {
        return source.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*(colleague|deskhistory).*");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
