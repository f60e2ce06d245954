package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.organiserpages.ProviderPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CataloguesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+\\}");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z.-]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]*)\"");

    private static final Pattern KEY_IN_A_CATALOGUE =
            Pattern.compile("`([a-z.-]+)`\\s+in\\s+`(dates|letters|lists|pages|problems)`");
    private static final Pattern OVERRIDES =
            Pattern.compile("# \\S+/overrides/([a-z]+)\\.[a-z]+\\.properties\\n((?:[a-z.-]+=.*\\n)+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afterwards",
                "answers",
                "colleagues",
                "dates",
                "door",
                "figures",
                "lists",
                "messages",
                "oidc",
                "organiser",
                "pages",
                "participants",
                "problems",
                "sessions",
                "share",
                "signin",
                "timetable"
            })
    void everyLanguageHasTheSameKeysAndPlaceholders(String catalogue) {
        Texts texts = new Texts(catalogue);

        for (Language language : Language.values()) {
            assertThat(TextKeys.of(catalogue, language))
                    .as(language.tag())
                    .isEqualTo(TextKeys.of(catalogue, Language.NL));
            for (String key : TextKeys.of(catalogue, Language.NL)) {
                if (!catalogue.equals("dates")) {
                    assertThat(placeholders(texts.text(language, key)))
                            .as("%s in %s", key, language.tag())
                            .isEqualTo(placeholders(texts.text(Language.NL, key)));
                }
            }
        }
    }

    @Test
    void pagesUseExactlyTheirCatalogue() throws IOException {
        Set<String> said = new TreeSet<>(Set.of("language.name"));
        for (Path folder : List.of(Path.of("src/main/jte/pages"), Path.of("src/main/java/nl/samenkomst/pages"))) {
            try (Stream<Path> sources = Files.list(folder)) {
                for (Path source : sources.toList()) {
                    SAID.matcher(Files.readString(source)).results().forEach(match -> said.add(match.group(1)));
                }
            }
        }

        assertThat(said).isEqualTo(new TreeSet<>(TextKeys.of("pages", Language.NL)));
    }

    @Test
    void pagesUseExactlyTheCatalogueOfWhatFollowsASession() throws IOException {
        Set<String> literals = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main/jte/pages"), Path.of("src/main/java/nl/samenkomst/pages"))) {
            try (Stream<Path> sources = Files.list(folder)) {
                for (Path source : sources.toList()) {
                    String code = Files.readString(source);
                    LITERAL.matcher(code).results().forEach(match -> literals.add(match.group(1)));
                    Pattern.compile("after\\(\\s*\"([a-z.-]+)\"")
                            .matcher(code)
                            .results()
                            .forEach(match -> said.add(match.group(1)));
                }
            }
        }

        assertThat(TextKeys.of("afterwards", Language.NL)).isNotEmpty().containsAll(said);
        assertThat(literals).containsAll(TextKeys.of("afterwards", Language.NL));
    }

    /** Keys that are made of words of the domain, such as the word of a state. */
    private static final Pattern MADE_OF_WORDS = Pattern.compile(
            "(mark|to|letter|wait|odd|did|field|value|who|done|not|refused|unit|cancel[.]language|filter[.]mail)[.].*");

    /** Of the pages on which a session is edited also those made of an input, a choice or a problem. */
    private static final Pattern MADE_OF_INPUTS = Pattern.compile(
            "(input|choice|section|row|add|problem|copy|publish[.]tell|summary[.](admission|[a-z]+s|programme))[.].*"
                    + "|publish[.](changed-meanwhile|cancelled|out-of-scope|gone)"
                    + "|following[.](failed[.].*|changed-meanwhile|nothing-ticked|some-failed|wrong)"
                    + "|together[.](of-colleague|closed-themes|overtaken)"
                    + "|summary[.](programme|themes|questions|materials)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers",
                "door",
                "editing",
                "figures",
                "messages",
                "organiser",
                "participants",
                "sessions",
                "share",
                "timetable"
            })
    void organisersPagesUseEveryTextOf(String catalogue) throws IOException {
        String sources = organisersPages();

        assertThat(TextKeys.of(catalogue, Language.NL))
                .filteredOn(key -> !MADE_OF_WORDS.matcher(key).matches())
                .filteredOn(key -> !catalogue.equals("editing")
                        || !MADE_OF_INPUTS.matcher(key).matches())
                .allMatch(key -> Stream.of(key, key.replaceFirst("[.]one$", ""))
                        .anyMatch(named -> sources.indexOf("\"" + named + "\"") > 0));
    }

    /** Returns the templates and models of all pages for organisers. */
    private static String organisersPages() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder :
                List.of(Path.of("src/main/jte/organiser"), Path.of("src/main/java/nl/samenkomst/organiserpages"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }

    @Test
    void organisersPagesSayOnlyTextsThatThereAre() throws IOException {
        Set<String> said = new TreeSet<>();
        SAID.matcher(organisersPages()).results().forEach(match -> said.add(match.group(1)));

        // The beginning of a key that ends with a word of the domain.
        said.removeIf(key -> key.endsWith("."));

        assertThat(Stream.of(
                                "answers",
                                "colleagues",
                                "door",
                                "editing",
                                "figures",
                                "messages",
                                "organiser",
                                "participants",
                                "sessions",
                                "share",
                                "signin",
                                "timetable")
                        .flatMap(catalogue -> TextKeys.of(catalogue, Language.NL).stream()))
                .containsAll(said);
    }

    @Test
    void thePagesToSignInWithUseExactlyTheirCatalogue() throws IOException {
        Pattern file = Pattern.compile(
                "(SignIn|Mail|Factor|Recovery|ConfirmFactor|Account|Ask).*java|(signin|mail|factor|recovery|confirm|account).*jte");
        Set<String> said = new TreeSet<>();
        Set<String> literals = new TreeSet<>();
        for (Path folder : List.of(
                Path.of("src/main/jte/organiser"),
                Path.of("src/main/java/nl/samenkomst/organiserpages"),
                Path.of("../functions/sign-in/src/main/java/nl/samenkomst/signin"))) {
            try (Stream<Path> sources = Files.list(folder)) {
                for (Path source : sources.filter(one ->
                                file.matcher(one.getFileName().toString()).matches())
                        .toList()) {
                    String words = Files.readString(source);
                    SAID.matcher(words).results().forEach(match -> said.add(match.group(1)));
                    LITERAL.matcher(words).results().forEach(match -> literals.add(match.group(1)));
                }
            }
        }

        assertThat(TextKeys.of("signin", Language.NL)).containsAll(said);
        assertThat(literals).containsAll(TextKeys.of("signin", Language.NL));
    }

    @Test
    void thePagesOfAProviderUseExactlyTheirCatalogue() throws IOException {
        Pattern provided =
                Pattern.compile("provided\\((?:why == Why.ONCE_MORE [?] )?\"([a-z.-]+)\"(?: : \"([a-z.-]+)\")?\\)");
        Set<String> said = new TreeSet<>();
        provided.matcher(organisersPages()).results().forEach(match -> {
            said.add(match.group(1));
            Optional.ofNullable(match.group(2)).ifPresent(said::add);
        });
        for (ProviderPage.What what : ProviderPage.What.values()) {
            String key = what.name().toLowerCase(Locale.ROOT).replace('_', '-');
            said.add(key + ".text");
            if (what != ProviderPage.What.STEP_UP) {
                said.add(key);
            }
        }

        assertThat(said).isEqualTo(new TreeSet<>(TextKeys.of("oidc", Language.NL)));
    }

    /** An adopter renames the desk in these two texts only. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void onlyTwoTextsNameTheDesk(Language language) {
        Set<String> named = new TreeSet<>();
        for (String catalogue : List.of("dates", "letters", "lists", "pages", "problems")) {
            Texts texts = new Texts(catalogue);
            for (String key : TextKeys.of(catalogue, language)) {
                if (texts.text(language, key).contains("Samenkomst")) {
                    named.add(catalogue + " " + key);
                }
            }
        }

        assertThat(named).containsExactly("letters desk", "pages site");
    }

    @Test
    void documentsNameExistingTexts() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> documents = Files.list(Path.of("../docs"))) {
            for (Path document : documents.filter(Files::isRegularFile).toList()) {
                String words = Files.readString(document);
                KEY_IN_A_CATALOGUE
                        .matcher(words)
                        .results()
                        .forEach(found -> named.add(found.group(2) + " " + found.group(1)));
                OVERRIDES
                        .matcher(words)
                        .results()
                        .forEach(found -> found.group(2)
                                .lines()
                                .forEach(line -> named.add(found.group(1) + " " + line.replaceFirst("=.*", ""))));
            }
        }

        assertThat(named).contains("pages site", "letters desk", "pages agenda.empty");
        assertThat(named).allMatch(text -> {
            String[] parts = text.split(" ", 2);
            return new Texts(parts[0]).has(Language.NL, parts[1]);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStateHasAWordInTheOrganisersList(Language language) {
        assertThat(TextKeys.of("lists", language).stream().filter(key -> key.startsWith("state.")))
                .containsExactlyInAnyOrderElementsOf(RegistrationState.WORDS.stream()
                        .map(word -> "state." + word)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasASentenceForEveryField(Language language) {
        for (Reason reason : Reason.values()) {
            assertThat(new Texts("problems").has(language, "problem." + reason.word()))
                    .as(reason.word())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRefusalHasASentenceAndATitle(Language language) {
        for (Refusal refusal : Refusal.values()) {
            assertThat(ProblemTexts.of(refusal, language)).endsWith(".");
            assertThat(ProblemTexts.title(refusal.status(), language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void signUpProblemsFillEveryPlaceholder(Language language) {
        String control = "\u0007";
        List<Map<String, String>> forms = List.of(
                Map.of(),
                Map.of("name", "x".repeat(201), "email", "x".repeat(300), "organisation", "x".repeat(201)),
                Map.of("name", control, "email", "a" + control + "b@example.org", "organisation", "a" + control + "b"),
                Map.of("email", "noor", "theme", "a", "answer.b", "c", SignUpForm.HONEYPOT, "d"));

        for (Map<String, String> form : forms) {
            assertThat(problems(SignUpForm.parse(form)))
                    .extracting(problem -> ProblemTexts.of(problem, language))
                    .isNotEmpty()
                    .allMatch(CataloguesTest::isWhole);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void documentProblemsFillEveryPlaceholder(Language language) {
        List<Map<String, ?>> documents = List.of(
                Map.of("unknown", 1, "start", "yesterday", "places", 0, "online", "yes", "reminders", List.of("PT0M")),
                Map.of(
                        "start", "2026-12-03T15:00:00+01:00",
                        "end", "2026-12-03T14:00:00+01:00",
                        "opens", "2026-12-04T15:00:00+01:00",
                        "closes", "2026-12-05T15:00:00+02:00",
                        "image", "http://example.org/",
                        "themes", List.of("a"),
                        "admission", "invited",
                        "topics", List.of("a", "a")),
                Map.of(
                        "start", "2026-12-03T15:00:00+01:00",
                        "opens", "2026-11-30T15:00:00+01:00",
                        "closes", "2026-12-05T15:00:00+01:00",
                        "noticePeriod", "P7D",
                        "programme", List.of(Map.of("from", "15:00", "to", "14:00"))),
                Map.of(
                        "start", "2026-12-03T15:00:00+01:00",
                        "end", "2026-12-03T17:00:00+01:00",
                        "programme",
                                List.of(
                                        Map.of("from", "12:00"),
                                        Map.of("to", "12:00"),
                                        Map.of("from", "17:00"),
                                        Map.of("to", "18:00"),
                                        Map.of("from", "15:00", "to", "16:00"),
                                        Map.of("from", "15:30"),
                                        Map.of("to", "15:30"))));

        for (Map<String, ?> document : documents) {
            assertThat(problems(SessionDocumentFields.parse(document)))
                    .extracting(problem -> ProblemTexts.of(problem, language))
                    .isNotEmpty()
                    .allMatch(CataloguesTest::isWhole);
        }
    }

    @Test
    void prefersSentenceForTheField() {
        assertThat(ProblemTexts.of(new Problem("name", Reason.REQUIRED), Language.NL))
                .isEqualTo("Vul je naam in.");
        assertThat(ProblemTexts.of(new Problem("place", Reason.REQUIRED), Language.NL))
                .isEqualTo("Dit ontbreekt. Vul het in.");
        assertThat(ProblemTexts.of(new Problem("to", Reason.TOO_EARLY, "moment", "from"), Language.EN))
                .isEqualTo("This is too early. Choose a time after the start of this part.");
    }

    @Test
    void closedStatesHaveRefusals() {
        assertThat(Refusal.of(SignUpState.OPEN)).isEmpty();
        assertThat(Refusal.of(SignUpState.WAITING_LIST)).isEmpty();
        assertThat(Refusal.of(SignUpState.FULL)).contains(Refusal.SESSION_FULL);
        assertThat(Refusal.of(SignUpState.NOT_YET)).map(Refusal::code).contains("session.not-yet");
    }

    @Test
    void prefersQueryThenHeaderThenDutch() {
        assertThat(language("en", "nl")).isEqualTo(Language.EN);
        assertThat(language("fr", "en-GB,en;q=0.9,nl;q=0.8")).isEqualTo(Language.EN);
        assertThat(language("", "de, nl;q=0.4, en;q=0.5")).isEqualTo(Language.EN);
        assertThat(language("", "NL-be")).isEqualTo(Language.NL);
        assertThat(language("", "en;q=0")).isEqualTo(Language.NL);
        assertThat(LanguageChoice.of(Optional.empty(), Optional.empty())).isEqualTo(Language.NL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ";", ";;q=", "en;q", "en;q=x", "*;q=0.1", "en;q=NaN", "-", "en;q=-1", "ñ,\u0000"})
    void ignoresInvalidHeader(String header) {
        assertThat(language("", header)).isEqualTo(Language.NL);
    }

    private static Language language(String lang, String acceptLanguage) {
        return LanguageChoice.of(Optional.of(lang), Optional.of(acceptLanguage));
    }

    private static List<Problem> problems(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?> invalid ? invalid.problems() : List.of();
    }

    private static boolean isWhole(String sentence) {
        return !PLACEHOLDER.matcher(sentence).find();
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            placeholders.add(matcher.group());
        }
        return placeholders;
    }
}
