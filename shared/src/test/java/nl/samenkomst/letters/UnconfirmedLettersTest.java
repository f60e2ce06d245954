package nl.samenkomst.letters;

import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.Recipient.PLACE;
import static nl.samenkomst.letters.Recipient.QUEUE;
import static nl.samenkomst.letters.Recipient.SIGNED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;

/** Letters to an address that nobody has confirmed, which anybody can have typed with any name. */
class UnconfirmedLettersTest {

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@desk.example"),
            URI.create("https://aanmelden.example.org/desk"),
            URI.create("https://organiser.example.org"),
            false,
            HouseStyle.defaultStyle());

    private static final Recipient STRANGER =
            new Recipient("uw DigiD is geblokkeerd", new EmailAddress("slachtoffer@gemeente.example"), Language.NL);

    private static final Session ANOTHER = Session.published(
            new SessionId("nog-een"), EENZAAMHEID_ONDER_JONGEREN.document(), LetterSessions.PUBLISHED);

    private static final Optional<Instant> FOR_EVER = Optional.empty();
    private static final Optional<Instant> A_DAY = Optional.of(SIGNED_UP.plusSeconds(86_400));

    @Test
    void sayNothingThatTheSenderMade() {
        for (LetterKind kind : List.of(
                LetterKind.CONFIRM_ADDRESS, LetterKind.CONFIRMED, LetterKind.WAITING, LetterKind.UNDER_REVIEW)) {
            for (RegistrationState state : List.of(PLACE, QUEUE)) {
                ReadLetter letter = read(kind, state, FOR_EVER);
                assertThat(letter.text()).doesNotContainIgnoringCase("digid");
                assertThat(letter.html()).doesNotContainIgnoringCase("digid");
                assertThat(letter.header("To")).isEqualTo("slachtoffer@gemeente.example");
                assertThat(letter.calendar().orElse("")).doesNotContainIgnoringCase("digid");
                assertThat(letter.text()).contains("Goedendag,");
            }
        }
    }

    @Test
    void haveOneButtonWhichLeadsToTheOwnPage() {
        String text = read(LetterKind.CONFIRM_ADDRESS, PLACE, A_DAY).text();
        assertThat(text)
                .contains("Bevestig dat dit e-mailadres van jou is")
                .contains("We houden een plek voor je vrij.")
                .contains("Doe dat voor donderdag 11 maart 2027 om 11.00 uur. Anders vervalt je aanmelding.")
                .contains("Bevestig je e-mailadres");
    }

    @Test
    void sayWhatIsNotMailedBeforeTheAddressIsConfirmed() {
        assertThat(read(LetterKind.CONFIRMED, PLACE, FOR_EVER).text())
                .contains("Je hebt een plek op")
                .contains("Tot die tijd krijg je geen herinnering, en ook geen mail als er iets verandert");
    }

    @Test
    void tellAnAdmittedDomainThatNobodyHasToDecide() {
        Session session =
                LetterSessions.session(Map.of("admission", "reviewed", "admitDomains", List.of("gemeente.example")));
        RegistrationState review = new RegistrationState.UnderReview(SIGNED_UP, true, Optional.empty());
        for (LetterKind kind : List.of(LetterKind.UNDER_REVIEW, LetterKind.CONFIRM_ADDRESS)) {
            assertThat(text(STRANGER.unconfirmed(kind, session, review, FOR_EVER)))
                    .startsWith("Bevestig dat dit e-mailadres van jou is")
                    .contains("hoef je niet te wachten op een besluit", "We houden een plek voor je vrij.")
                    .doesNotContain("bekijkt", "als er een besluit is");
        }
        Recipient another = new Recipient("Jan", new EmailAddress("jan@elders.example"), Language.NL);
        assertThat(text(another.unconfirmed(LetterKind.UNDER_REVIEW, session, review, FOR_EVER)))
                .contains("Als je dit adres hebt bevestigd, bekijkt de organisator je aanmelding.")
                .doesNotContain("hoef je niet te wachten");
    }

    @Test
    void askOnceToConfirmBeforeTheFirstOfSeveralWouldLapse() {
        Optional<Instant> twoDays = Optional.of(SIGNED_UP.plusSeconds(2 * 86_400));
        LetterRequest first =
                STRANGER.unconfirmed(LetterKind.CONFIRM_ADDRESS, EENZAAMHEID_ONDER_JONGEREN, PLACE, twoDays);
        LetterRequest other = STRANGER.unconfirmed(LetterKind.CONFIRM_ADDRESS, ANOTHER, QUEUE, A_DAY);
        assertThat(text(Recipient.bundling(first, other)))
                .containsOnlyOnce("Bevestig op je eigen pagina dat dit e-mailadres van jou is.")
                .contains("Doe dat voor donderdag 11 maart 2027 om 11.00 uur.")
                .doesNotContain("12 maart");
    }

    /** Somebody may sign up for a series of which they confirmed one session before. */
    @Test
    void askToConfirmTheOneOfSeveralThatIsNot() {
        LetterRequest confirmed = STRANGER.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, PLACE, SIGNED_UP);
        LetterRequest other = STRANGER.unconfirmed(LetterKind.CONFIRM_ADDRESS, ANOTHER, QUEUE, A_DAY);
        assertThat(text(Recipient.bundling(confirmed, other)))
                .containsSubsequence(
                        "Je hebt een plek.",
                        "nummer 2 op de wachtlijst",
                        "Bevestig op je eigen pagina dat dit e-mailadres van jou is.",
                        "Doe dat voor donderdag 11 maart",
                        "/sessions/nog-een/registrations/");
    }

    @Test
    void haveNoCalendarEntryWhereTheRegistrationLapses() {
        assertThat(read(LetterKind.CONFIRM_ADDRESS, PLACE, A_DAY).calendar()).isEmpty();
        assertThat(read(LetterKind.CONFIRMED, PLACE, FOR_EVER).calendar()).isPresent();
    }

    private static ReadLetter read(LetterKind kind, RegistrationState state, Optional<Instant> until) {
        return ReadLetter.of(LETTERS.write(STRANGER.unconfirmed(kind, EENZAAMHEID_ONDER_JONGEREN, state, until))
                .bytes());
    }

    private static String text(LetterRequest mail) {
        return ReadLetter.of(LETTERS.write(mail).bytes()).text();
    }
}
