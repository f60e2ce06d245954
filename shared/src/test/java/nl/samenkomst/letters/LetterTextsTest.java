package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.texts.TextKeys;
import nl.samenkomst.urls.DeskUrls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");
    private static final DeskUrls URLS = new DeskUrls(URI.create("https://aanmelden.example.org/desk"));
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]*)\"");

    @Test
    void everyLanguageHasTheSameKeysAndPlaceholders() {
        for (Language language : Language.values()) {
            assertThat(TextKeys.of("letters", language))
                    .as(language.tag())
                    .isEqualTo(TextKeys.of("letters", Language.NL));
            for (String key : TextKeys.of("letters", Language.NL)) {
                assertThat(values(language, key))
                        .as("%s in %s", key, language.tag())
                        .isEqualTo(values(Language.NL, key));
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/nl/samenkomst/letters"))) {
            for (Path source : sources.toList()) {
                LITERAL.matcher(Files.readString(source)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        subjects().forEach(literals::add);
        assertThat(literals).containsAll(TextKeys.of("letters", Language.NL));
    }

    /** Composes a letter of each kind in each state: a missing text throws. */
    @ParameterizedTest
    @EnumSource
    void everyKindHasItsTextsInEveryLanguage(LetterKind kind) {
        for (Language language : Language.values()) {
            assertThat(LetterContext.TEXTS.has(language, "subject." + kind.word()))
                    .as("subject." + kind.word() + " in " + language)
                    .isTrue();
            assertThat(letters(kind, language)).isNotEmpty().allSatisfy(mail -> {
                Content content = new LetterComposer(mail, URLS).content();
                assertThat(content.subject()).contains("Eenzaamheid onder jongeren");
                assertThat(content.headline().text()).isNotBlank();
                assertThat(content.opening()).isNotEmpty();
                assertThat(content.action()).isPresent();
            });
        }
    }

    /** Every subject is a kind's or the organiser's, or is about several sessions: no kind of long ago has one. */
    @Test
    void everySubjectBelongsToAKind() {
        assertThat(TextKeys.of("letters", Language.NL).stream().filter(key -> key.startsWith("subject.")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(subjects(), Stream.of("subject.several.one", "subject.several.more"))
                                .toList());
    }

    private static Stream<String> subjects() {
        return Stream.of(LetterKind.values()).map(kind -> "subject." + kind.word());
    }

    private static List<LetterRequest> letters(LetterKind kind, Language language) {
        return LettersTest.everything()
                .filter(mail -> mail.kind() == kind && mail.registration().language() == language)
                .toList();
    }

    private static Set<String> values(Language language, String key) {
        return PLACE.matcher(LetterContext.TEXTS.text(language, key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
