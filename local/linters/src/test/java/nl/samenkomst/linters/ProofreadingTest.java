package nl.samenkomst.linters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/** Checks the spelling and grammar of all texts with LanguageTool. */
final class ProofreadingTest {

    private static final Path TEXTS = Path.of("../../shared/src/main/resources/texts");

    /** All catalogues but {@code dates}, which has parts of dates rather than sentences. */
    private static final List<String> CATALOGUES = List.of(
            "changes",
            "colleagues",
            "door",
            "figures",
            "letters",
            "lists",
            "oidc",
            "organiser",
            "pages",
            "participants",
            "problems",
            "sessions",
            "share",
            "signin",
            "timetable",
            "venue");

    private static final List<String> DISABLED = List.of(
            // Labels and parts of sentences start with a small letter.
            "UPPERCASE_SENTENCE_START",
            // Wants Oxford's "organizer"; most of Britain, GOV.UK included, writes "organiser".
            "OXFORD_SPELLING_Z_NOT_S");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** Sample values of placeholders; all others get a number. */
    private static final Map<String, Map<String, String>> SAMPLES = Map.of("nl", samples("""
                    moment = dinsdag 18 mei om 14.00 uur
                    day = dinsdag 18 mei
                    when = dinsdag 18 mei
                    time = 14.00 uur
                    days = morgen
                    title = Samen leren
                    theme = Digitaal meekomen
                    themes = Digitaal meekomen
                    subject = Welkom
                    organiser = Het buurthuis
                    organisation = Het buurthuis
                    expected = ja of nee
                    with = een einde
                    count = 12 bijeenkomsten
                    """), "en", samples("""
                    moment = Tuesday 18 May at 2 pm
                    day = Tuesday 18 May
                    when = Tuesday 18 May
                    time = 2 pm
                    days = tomorrow
                    title = Learning together
                    theme = Going digital
                    themes = Going digital
                    subject = Welcome
                    organiser = The library
                    organisation = The library
                    expected = yes or no
                    with = an end
                    count = 12 sessions
                    """));

    private static final Map<String, String> SAMPLES_IN_ALL_LANGUAGES = samples("""
            name = Anna
            desk = Samenkomst
            site = Samenkomst
            contact = anna@example.org
            address = anna@example.org
            before = Amsterdam
            after = Rotterdam
            place = Amsterdam
            where = Amsterdam
            zone = Amsterdam
            filter = Amsterdam
            value = Rotterdam
            platform = Teams
            """);

    private record Finding(String rule, String words) {}

    @ParameterizedTest
    @CsvSource({"nl, nl, Je hebt een een plek op de wagtlijst.", "en, en-GB, You has an place on the wating list."})
    void textsHaveAcceptedFindingsOnly(String language, String variant, String mistaken) throws IOException {
        JLanguageTool languageTool = new JLanguageTool(Languages.getLanguageForShortCode(variant));
        languageTool.disableRules(DISABLED);
        Set<Finding> accepted = accepted(language);
        Set<Finding> occurring = new HashSet<>();
        List<String> others = new ArrayList<>();

        for (String catalogue : CATALOGUES) {
            Properties texts = read(TEXTS.resolve("%s.%s.properties".formatted(catalogue, language)));
            for (String key : new TreeSet<>(texts.stringPropertyNames())) {
                String text = filled(texts.getProperty(key, ""), language);
                for (RuleMatch match : languageTool.check(text)) {
                    Finding finding = finding(match, text);
                    occurring.add(finding);
                    if (!accepted.contains(finding)) {
                        others.add("%s %s: %s | %s | %s"
                                .formatted(catalogue, key, finding.rule(), finding.words(), match.getMessage()));
                    }
                }
            }
        }

        assertThat(others).as("findings, to mend or to accept").isEmpty();
        accepted.removeAll(occurring);
        assertThat(accepted).as("accepted findings that no longer occur").isEmpty();
        assertThat(languageTool.check(mistaken))
                .as("findings in a text with mistakes")
                .hasSizeGreaterThan(1);
    }

    private static Finding finding(RuleMatch match, String text) {
        return new Finding(
                match.getSpecificRuleId(),
                text.substring(match.getFromPos(), match.getToPos()).strip());
    }

    private static Set<Finding> accepted(String language) throws IOException {
        Set<Finding> accepted = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/accepted.%s.txt".formatted(language)))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" \\| ", -1);
                assertThat(parts).as(line).hasSize(3).doesNotContain("");
                accepted.add(new Finding(parts[0], parts[1]));
            }
        }
        return accepted;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String filled(String text, String language) {
        Map<String, String> samples = SAMPLES.getOrDefault(language, Map.of());
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            String name = placeholder.group(1);
            return Matcher.quoteReplacement(
                    samples.getOrDefault(name, SAMPLES_IN_ALL_LANGUAGES.getOrDefault(name, "3")));
        });
    }

    private static Map<String, String> samples(String lines) {
        return lines.lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
    }
}
