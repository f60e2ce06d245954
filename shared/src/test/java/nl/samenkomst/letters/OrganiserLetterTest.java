package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserNumbers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The letter to the organiser about registrations under review. */
class OrganiserLetterTest {

    /** Of a desk without organisers who sign in with a browser. */
    private static final Letters LETTERS = letters(false);

    private static final Letters WITH_ORGANISERS = letters(true);
    private static final RegistrationState REVIEW =
            new RegistrationState.UnderReview(Recipient.SIGNED_UP, true, Optional.empty());
    private static final Instant MORNING = Instant.parse("2027-03-11T07:00:00Z");
    private static final Session SESSION = LetterSessions.EENZAAMHEID_ONDER_JONGEREN;

    @Test
    void listsNamesAndWaitingTimesForContact() {
        Letter written = LETTERS.write(mail(SESSION, 2, "Fatima Yılmaz"));
        ReadLetter letter = ReadLetter.of(written.bytes());

        assertThat(written.kind()).isEqualTo("review");
        assertThat(written.recipient().value()).isEqualTo("bijeenkomsten@kenniscentrum.example");
        assertThat(written.subject()).isEqualTo("2 aanmeldingen wachten op je besluit: Eenzaamheid onder jongeren");
        assertThat(letter.header("To")).contains("bijeenkomsten@kenniscentrum.example");
        assertThat(letter.headerNames()).contains("Auto-Submitted");
        assertThat(letter.parts()).hasSize(2);
        assertThat(letter.text())
                .startsWith("Er wacht iemand sinds woensdag 10 maart 2027 om 11.00 uur\r\n")
                .contains(
                        "Fatima Yılmaz, sinds woensdag 10 maart 2027 om 11.00 uur",
                        "dinsdag 18 mei 2027, 14.00-16.30 uur",
                        "https://organiser.example.org/api/v1/organiser/sessions/eenzaamheid-onder-jongeren/registrations"
                                + "?state=under-review");
        assertThat(letter.page().select("a.button")).isEmpty();
        LettersTest.assertSameInTextAndHtml(letter);
    }

    @Test
    void leadsToThePeopleWhoWaitForADecisionIfOrganisersSignIn() {
        ReadLetter letter = ReadLetter.of(
                WITH_ORGANISERS.write(mail(SESSION, 2, "Fatima Yılmaz")).bytes());
        String page = "https://aanmelden.example.org/organise/sessions/eenzaamheid-onder-jongeren/participants"
                + "?state=under-review";

        assertThat(letter.page().select("a.button").eachAttr("href")).containsExactly(page);
        assertThat(letter.page().select("a.button").text()).isEqualTo("Beslis over wie kan meedoen");
        assertThat(letter.text()).contains(page).doesNotContain("/api/v1/", "organiser.example.org");
        LettersTest.assertSameInTextAndHtml(letter);
    }

    @Test
    void leadsToTheSessionIfNobodyWaitsForADecision() {
        ReadLetter letter = ReadLetter.of(WITH_ORGANISERS
                .write(new OrganiserLetterRequest(
                        new SessionSnapshot(SESSION, Places.allFree(SESSION.document())),
                        List.of(),
                        Optional.empty(),
                        true,
                        MORNING))
                .bytes());

        assertThat(letter.page().select("a.button").eachAttr("href"))
                .containsExactly("https://aanmelden.example.org/organise/sessions/eenzaamheid-onder-jongeren");
        assertThat(letter.text()).doesNotContain("/api/v1/");
        LettersTest.assertSameInTextAndHtml(letter);
    }

    @Test
    void isInTheSessionsLanguageAndCountsOne() {
        Letter letter = LETTERS.write(mail(LetterSessions.session(Map.of("language", "en")), 1, "Fatima"));

        assertThat(letter.subject()).startsWith("1 registration is waiting for your decision: ");
    }

    @Test
    void namesAHundredAndCountsTheRest() {
        String text = ReadLetter.of(LETTERS.write(mail(SESSION, 103, "Fatima")).bytes())
                .parts()
                .getFirst()
                .body();

        assertThat(text.lines().filter(line -> line.startsWith("Fatima, sinds")))
                .hasSize(100);
        assertThat(text).contains("En nog 3 anderen.");
    }

    @Test
    void tellsWhatChangedInNumbersAndWhoComesTomorrow() {
        Places places = Places.allFree(SESSION.document())
                .add(Count.TAKEN, 12)
                .add(Count.WAITING, 3)
                .add(Count.REVIEWING, 2)
                .add(Count.HELD, 1);
        OrganiserNumbers changes = new OrganiserNumbers(MORNING.minus(Duration.ofDays(1)), 4, 2, 1, 2, 2, 1, 3);
        Letter changed = LETTERS.write(new OrganiserLetterRequest(
                new SessionSnapshot(SESSION, places), List.of(), Optional.of(changes), false, MORNING));

        assertThat(changed.kind()).isEqualTo("organiser");
        assertThat(changed.subject()).isEqualTo("Wat er veranderde: Eenzaamheid onder jongeren");
        assertThat(ReadLetter.of(changed.bytes()).text())
                .contains(
                        String.join(
                                "\r\n",
                                "Sinds woensdag 10 maart 2027 om 08.00 uur:",
                                "4 nieuwe aanmeldingen",
                                "2 afmeldingen",
                                "1 daarvan was na de afmeldtermijn",
                                "2 plekken vrijgekomen",
                                "2 plekken gegeven aan mensen van de wachtlijst",
                                "1 mail kwam niet aan: in de lijst zie je van wie",
                                "3 mensen meldden onze mail als ongewenst en krijgen geen mail meer",
                                ""),
                        "Nu: 11 met een plek, 3 op de wachtlijst, 2 wachten op je besluit",
                        "https://organiser.example.org/api/v1/organiser/sessions/eenzaamheid-onder-jongeren/registrations.html");

        Letter tomorrow = LETTERS.write(new OrganiserLetterRequest(
                new SessionSnapshot(SESSION, places), List.of(), Optional.empty(), true, MORNING));
        assertThat(tomorrow.subject()).isEqualTo("Morgen, 11 deelnemers: Eenzaamheid onder jongeren");
    }

    @ParameterizedTest
    @MethodSource("nl.samenkomst.letters.HostileWordsTest#hostile")
    void hostileNamesKeepItsStructure(String words) {
        ReadLetter expected =
                ReadLetter.of(LETTERS.write(mail(SESSION, 1, "Naam")).bytes());
        ReadLetter letter = ReadLetter.of(LETTERS.write(mail(LetterSessions.session(Map.of("region", "x")), 1, words))
                .bytes());

        assertThat(letter.headerNames()).isEqualTo(expected.headerNames());
        assertThat(letter.parts()).hasSize(2);
        assertThat(letter.parts().getFirst().body().lines())
                .hasSameSizeAs(expected.parts().getFirst().body().lines().toList());
        assertThat(letter.parts().get(1).body()).doesNotContain("<script", "<b>");
    }

    private static Letters letters(boolean hasOrganisers) {
        return new Letters(
                new EmailAddress("aanmelden@desk.example"),
                URI.create("https://aanmelden.example.org"),
                URI.create("https://organiser.example.org"),
                hasOrganisers,
                HouseStyle.defaultStyle());
    }

    private static OrganiserLetterRequest mail(Session session, int number, String name) {
        Recipient somebody = new Recipient(name, new EmailAddress("fatima@gemeente.example"), Language.NL);
        return new OrganiserLetterRequest(
                new SessionSnapshot(session, Places.allFree(session.document())),
                Collections.nCopies(number, somebody.registration(session, REVIEW)),
                Optional.empty(),
                false,
                MORNING);
    }
}
