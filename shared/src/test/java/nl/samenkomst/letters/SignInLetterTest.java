package nl.samenkomst.letters;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.signin.MailCode;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters to organisers about signing in. */
class SignInLetterTest {

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@desk.example"),
            URI.create("https://aanmelden.example.org"),
            HouseStyle.defaultStyle());
    private static final Instant MORNING = Instant.parse("2027-03-11T07:00:00Z");
    private static final SignInToken LINK = SignInToken.generate(new Random(1));
    private static final MailCode CODE = new MailCode("2B4D6F8H");

    @Test
    void hasCodeAndLinkAndSaysWhenAndWithWhichBrowserItWasAskedFor() {
        Letter written = LETTERS.write(mail(Language.NL, "Firefox, Linux"));
        ReadLetter letter = ReadLetter.of(written.bytes());

        assertThat(written.kind()).isEqualTo("sign-in");
        assertThat(written.session()).isEmpty();
        assertThat(written.recipient()).isEqualTo(NOOR.email());
        assertThat(written.tags().toMap()).containsOnlyKeys("kind", "sent", "to");
        assertThat(letter.text())
                .contains(
                        "Code: 2B4D-6F8H",
                        "https://aanmelden.example.org/organise/sign-in/" + LINK.secret() + "?lang=nl",
                        "donderdag 11 maart 2027 om 08.00 uur, met Firefox, Linux",
                        "10 minuten",
                        "Heb je hier niet om gevraagd?");
        assertThat(letter.page().select("a.button").attr("href")).contains(LINK.secret());
        LettersTest.assertSameInTextAndHtml(letter);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSubjectHasTheCode(Language language) {
        assertThat(LETTERS.write(mail(language, "")).subject()).doesNotContainPattern("[0-9]");
    }

    @Test
    void namesAnUnknownBrowserAsThat() {
        assertThat(ReadLetter.of(LETTERS.write(mail(Language.EN, "")).bytes()).text())
                .contains("with an unknown browser");
    }

    @Test
    void anInvitationSaysWhoInvitesAndHowToSignIn() {
        Letter written = LETTERS.write(new InvitationLetterRequest(ELS, Optional.of(NOOR), Language.NL, MORNING));
        ReadLetter letter = ReadLetter.of(written.bytes());

        assertThat(written.kind()).isEqualTo("organiser-invited");
        assertThat(letter.text())
                .contains(
                        "Noor heeft je uitgenodigd. Je rol is gastheer of gastvrouw",
                        ELS.email().value(),
                        "https://aanmelden.example.org/organise/sign-in?lang=nl");
        LettersTest.assertSameInTextAndHtml(letter);
    }

    @ParameterizedTest
    @MethodSource("nl.samenkomst.letters.HostileWordsTest#hostile")
    void hostileNamesKeepItsStructure(String words) {
        Organiser hostile = NOOR.with(words, NOOR.role(), NOOR.scope(), NOOR.endsAt());
        ReadLetter expected =
                ReadLetter.of(LETTERS.write(new InvitationLetterRequest(ELS, Optional.of(NOOR), Language.NL, MORNING))
                        .bytes());
        ReadLetter letter = ReadLetter.of(
                LETTERS.write(new InvitationLetterRequest(ELS, Optional.of(hostile), Language.NL, MORNING))
                        .bytes());

        assertThat(letter.headerNames()).isEqualTo(expected.headerNames());
        assertThat(letter.parts()).hasSize(2);
        assertThat(letter.parts().get(1).body()).doesNotContain("<script", "<b>");
    }

    private static SignInLetterRequest mail(Language language, String browser) {
        return new SignInLetterRequest(
                NOOR,
                new SignInQuestion(NOOR.email(), Optional.empty(), false, language, browser),
                MORNING,
                LINK,
                CODE,
                MORNING);
    }
}
