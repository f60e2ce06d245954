package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import org.junit.jupiter.api.Test;

class LetterTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]*)\"");

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameValues() {
        assertThat(LetterContext.TEXTS.keys(Language.EN)).isEqualTo(LetterContext.TEXTS.keys(Language.NL));
        for (String key : LetterContext.TEXTS.keys(Language.NL)) {
            assertThat(values(Language.EN, key)).as(key).isEqualTo(values(Language.NL, key));
        }
    }

    @Test
    void noSentenceIsLeftUnsaid() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/nl/samenkomst/letters"))) {
            for (Path source : sources.toList()) {
                LITERAL.matcher(Files.readString(source)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        assertThat(literals).containsAll(LetterContext.TEXTS.keys(Language.NL));
    }

    private static Set<String> values(Language language, String key) {
        return PLACE.matcher(LetterContext.TEXTS.text(language, key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
