package nl.samenkomst.letters;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.style.HouseStyle;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters to organisers about signing in. */
class SignInLetterTest {

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@desk.example"),
            URI.create("https://aanmelden.example.org"),
            HouseStyle.defaultStyle());

    private static final Pattern LINK = Pattern.compile("https://\\S+");

    @Test
    void hasCodeAndLinkAndSaysWhenAndWithWhichBrowserItWasAskedFor() {
        Letter written = LETTERS.write(SignInLetterSamples.toSignIn(NOOR, "Firefox, Linux", Language.NL));
        ReadLetter letter = ReadLetter.of(written.bytes());

        assertThat(written.kind()).isEqualTo("sign-in");
        assertThat(written.session()).isEmpty();
        assertThat(written.recipient()).isEqualTo(NOOR.email());
        assertThat(written.tags().toMap()).containsOnlyKeys("kind", "sent", "to");
        assertThat(letter.text())
                .contains(
                        "Code: 2B4D-6F8H",
                        "https://aanmelden.example.org/organise/sign-in/" + SignInLetterSamples.LINK.secret()
                                + "?lang=nl",
                        "donderdag 11 maart 2027 om 08.00 uur, met Firefox, Linux",
                        "10 minuten",
                        "Heb je hier niet om gevraagd?");
        assertThat(letter.page().select("a.button").attr("href")).contains(SignInLetterSamples.LINK.secret());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSubjectHasTheCode(Language language) {
        assertThat(letters(language).map(Letter::subject))
                .isNotEmpty()
                .allSatisfy(subject -> assertThat(subject).doesNotContainPattern("[0-9]"));
    }

    @Test
    void namesAnUnknownBrowserAsThat() {
        assertThat(ReadLetter.of(LETTERS.write(SignInLetterSamples.toSignIn(NOOR, "", Language.EN))
                                .bytes())
                        .text())
                .contains("with an unknown browser");
    }

    @Test
    void anInvitationSaysWhoInvitesAndHowToSignIn() {
        Letter written = LETTERS.write(SignInLetterSamples.invitation(ELS, Optional.of(NOOR), Language.NL));

        assertThat(written.kind()).isEqualTo("organiser-invited");
        assertThat(ReadLetter.of(written.bytes()).text())
                .contains(
                        "Noor heeft je uitgenodigd. Je rol is gastheer of gastvrouw",
                        ELS.email().value(),
                        "https://aanmelden.example.org/organise/sign-in?lang=nl");
    }

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(Language.values())
                .flatMap(language -> letters(language).map(letter -> Arguments.of(language, letter)));
    }

    private static Stream<Letter> letters(Language language) {
        return Stream.concat(
                SignInLetterSamples.toSignIn(language).stream().map(LETTERS::write),
                SignInLetterSamples.invitations(language).stream().map(LETTERS::write));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysTheSameInTextAndHtml(Language language, Letter written) {
        ReadLetter letter = ReadLetter.of(written.bytes());

        LettersTest.assertSameInTextAndHtml(letter);
        assertThat(letter.text()).doesNotContain("{", "}");
        assertThat(letter.header("Content-Language")).isEqualTo(language.tag());
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void linksToPagesInItsLanguage(Language language, Letter written) {
        assertThat(LINK.matcher(ReadLetter.of(written.bytes()).text()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(link -> link.endsWith("?lang=" + language.tag()));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void beginsWithAHeadlineThatDiffersFromTheSubject(Language language, Letter written) {
        ReadLetter letter = ReadLetter.of(written.bytes());
        String headline = letter.text().lines().findFirst().orElseThrow();

        assertThat(letter.page().select("h1").eachText()).containsExactly(headline);
        assertThat(headline).hasSizeLessThan(76);
        assertThat(letter.subject()).doesNotContain(headline);
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void hasOneButtonWithItsAddressBelowIt(Language language, Letter written) {
        ReadLetter letter = ReadLetter.of(written.bytes());
        Element button = letter.page().expectFirst("a.button");

        assertThat(letter.page().select("p a[href^=http]").eachText()).containsExactly(button.attr("href"));
        assertThat(letter.text()).contains(button.text() + "\r\n", ":\r\n" + button.attr("href") + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void loadsNothingExternalAndIsSmall(Language language, Letter written) {
        ReadLetter letter = ReadLetter.of(written.bytes());

        assertThat(letter.page().select("img, link, script, iframe, video, object, svg, input, form"))
                .isEmpty();
        assertThat(letter.html()).doesNotContain("url(", "@import", "var(", "background=");
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15_000);
    }

    /** A browser says of itself what it wants. */
    @ParameterizedTest
    @MethodSource("nl.samenkomst.letters.HostileWordsTest#hostile")
    void hostileNamesAndBrowsersKeepItsStructure(String words) {
        for (Language language : Language.values()) {
            List<ReadLetter> plain = withWords("Woorden", language);
            List<ReadLetter> hostile = withWords("Woorden " + words, language);
            for (int i = 0; i < plain.size(); i++) {
                assertThat(hostile.get(i).headerNames()).isEqualTo(plain.get(i).headerNames());
                assertThat(hostile.get(i).parts())
                        .extracting(ReadLetter.Part::type)
                        .isEqualTo(plain.get(i).parts().stream()
                                .map(ReadLetter.Part::type)
                                .toList());
                assertThat(elements(hostile.get(i).page()))
                        .isEqualTo(elements(plain.get(i).page()));
                assertThat(hostile.get(i).text().lines())
                        .hasSameSizeAs(plain.get(i).text().lines().toList());
            }
        }
    }

    private static List<ReadLetter> withWords(String words, Language language) {
        Organiser somebody = NOOR.with(words, NOOR.role(), NOOR.scope(), NOOR.endsAt());
        return Stream.of(
                        LETTERS.write(SignInLetterSamples.toSignIn(somebody, words, language)),
                        LETTERS.write(SignInLetterSamples.invitation(somebody, Optional.of(somebody), language)))
                .map(letter -> ReadLetter.of(letter.bytes()))
                .toList();
    }

    private static List<String> elements(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.parents().size()
                        + element.tagName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .toList())
                .toList();
    }
}
