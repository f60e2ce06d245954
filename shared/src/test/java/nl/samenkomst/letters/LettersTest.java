package nl.samenkomst.letters;

import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.LetterSessions.MEETING_LINK;
import static nl.samenkomst.letters.LetterSessions.NETWERK_SOCIAAL_DOMEIN;
import static nl.samenkomst.letters.LetterSessions.PUBLISHED;
import static nl.samenkomst.letters.Recipient.FATIMA;
import static nl.samenkomst.letters.Recipient.GAVE_UP_LATE;
import static nl.samenkomst.letters.Recipient.GAVE_UP_PLACE;
import static nl.samenkomst.letters.Recipient.JOHN;
import static nl.samenkomst.letters.Recipient.LEFT_QUEUE;
import static nl.samenkomst.letters.Recipient.PLACE;
import static nl.samenkomst.letters.Recipient.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.DeskUrls;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {

    private static final EmailAddress SENDER = new EmailAddress("aanmelden@desk.example");
    private static final URI ORGANISER_URL = URI.create("https://organiser.example.org");
    private static final Letters LETTERS = new Letters(
            SENDER, URI.create("https://aanmelden.example.org/desk"), ORGANISER_URL, false, HouseStyle.defaultStyle());
    private static final Session CANCELLED =
            EENZAAMHEID_ONDER_JONGEREN.cancelled("De spreker is ziek.\nHet spijt ons.", at("2027-05-10T10:00:00Z"));

    private static final List<Map<String, Object>> MATERIALS = List.of(
            Map.of("title", "Gids", "url", "https://example.org/gids.pdf?a=1&b=2", "version", "2e druk"),
            Map.of("title", "Dia's", "url", "https://example.org/dias", "when", "after"));

    private static final Session WITH_MATERIALS = LetterSessions.session(Map.of("materials", MATERIALS));

    private static final SessionId NEXT = new SessionId("volgende");

    private static final Instant LONG_BEFORE = at("2027-03-10T10:00:00Z");
    private static final Instant A_DAY_BEFORE = at("2027-05-17T12:00:00Z");
    private static final Instant SHORTLY_BEFORE = at("2027-05-18T11:30:00Z");

    @Test
    void tagsNameEveryRegistrationAndTheLatestOfTheirMoments() {
        LetterRequest first = Recipient.FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN);
        LetterRequest other = Recipient.FATIMA.mail(
                LetterKind.WAITING,
                NETWERK_SOCIAAL_DOMEIN,
                Recipient.QUEUE,
                first.now().plusMillis(70));
        LetterRequest both = new LetterRequest(
                first.kind(),
                first.sessionSnapshot(),
                first.registration(),
                first.position(),
                first.now(),
                List.of(other));

        assertThat(LETTERS.write(both).tags())
                .isEqualTo(new LetterTags(
                        "confirmed",
                        first.session().id(),
                        other.now(),
                        List.of(
                                new RegistrationKey(
                                        first.session().id(),
                                        first.registration().id()),
                                new RegistrationKey(
                                        other.session().id(),
                                        other.registration().id()))));
    }

    @Test
    void tellsConfirmedPersonEverything() {
        ReadLetter letter = read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN));

        assertThat(letter.text())
                .isEqualTo("""
                Je hebt een plek op dinsdag 18 mei 2027 om 14.00 uur
                Kenniscentrum Samen

                Beste Fatima Yılmaz,

                Fijn dat je meedoet. Hieronder staat wat je moet weten.

                Bekijk of verander je aanmelding
                Je eigen pagina:
                %1$s

                Wat: Eenzaamheid onder jongeren
                Wanneer: dinsdag 18 mei 2027, 14.00-16.30 uur
                Waar: Online
                Van: Kenniscentrum Samen
                Meedoen: Ga naar de bijeenkomst (vanaf dinsdag 18 mei 2027 om 13.00 uur)
                %2$s
                Afmelden: Dat kan tot dinsdag 11 mei 2027 om 14.00 uur, op je eigen pagina
                Let op: Weiger je in je mailprogramma of agenda, dan ben je nog niet afgemeld. Afmelden doe je op je eigen pagina

                Over de bijeenkomst

                Wat helpt jongeren die zich alleen voelen?

                Twee gemeenten vertellen.

                Groeten,
                Kenniscentrum Samen

                Deze mail komt van Samenkomst, namens de organisator. Je krijgt hem omdat dit e-mailadres voor de bijeenkomst is opgegeven. Wie je eigen link heeft, kan je aanmelding bekijken en veranderen. Stuur deze mail dus niet door.
                Vragen: bijeenkomsten@kenniscentrum.example

                Wil je geen mail meer? Zet dat uit op je eigen pagina.
                %1$s#refusal
                """.formatted(ownPage(FATIMA), meeting(FATIMA)).replace("\n", "\r\n"));
    }

    @Test
    void tellsOfSeveralSessionsInOneLetter() {
        Session materials = Session.published(
                new SessionId("met-materiaal"), LetterSessions.document(Map.of("materials", MATERIALS)), PUBLISHED);
        Session hall = Session.published(NEXT, NETWERK_SOCIAAL_DOMEIN.document(), PUBLISHED);
        LetterRequest first = FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN);
        ReadLetter letter = read(new LetterRequest(
                first.kind(),
                first.sessionSnapshot(),
                first.registration(),
                first.position(),
                first.now(),
                List.of(
                        FATIMA.mail(LetterKind.WAITING, hall, QUEUE, LONG_BEFORE),
                        FATIMA.mail(LetterKind.CONFIRMED, materials, PLACE, LONG_BEFORE))));

        assertThat(letter.subject()).isEqualTo("Je aanmeldingen: Eenzaamheid onder jongeren, en nog 2 bijeenkomsten");
        assertThat(letter.text())
                .startsWith("Je meldde je aan voor 3 bijeenkomsten\r\n")
                .containsSubsequence(
                        "Deze mail gaat over 3 bijeenkomsten.",
                        "Bekijk of verander je aanmeldingen",
                        "Eenzaamheid onder jongeren\r\n--",
                        "Je hebt een plek.",
                        "Netwerk Sociaal Domein\r\n--",
                        "nummer 2 op de wachtlijst",
                        "Waar: Bibliotheek Almelo",
                        "https://aanmelden.example.org/desk/sessions/volgende/registrations/",
                        "Eenzaamheid onder jongeren\r\n--",
                        "Je hebt een plek.",
                        "https://aanmelden.example.org/desk/sessions/met-materiaal/registrations/",
                        "Materiaal\r\n\r\nGids (2e druk)\r\nhttps://example.org/gids.pdf");
        assertThat(letter.page().select("h2").eachText())
                .containsExactly("Eenzaamheid onder jongeren", "Netwerk Sociaal Domein", "Eenzaamheid onder jongeren");
        assertSameInTextAndHtml(letter);
        assertThat(letter.header("Content-Type")).startsWith("multipart/mixed");
        assertThat(letter.attached()).containsOnlyKeys("met-materiaal.ics");
        assertThat(ReadLetter.value(letter.event(), "UID"))
                .isNotEqualTo(ReadLetter.value(
                        Objects.requireNonNull(letter.attached().get("met-materiaal.ics")), "UID"));
        assertThat(ReadLetter.value(Objects.requireNonNull(letter.attached().get("met-materiaal.ics")), "UID"))
                .contains(".met-materiaal@");
    }

    /** Thunderbird 153 shows the first {@code text/calendar} part and stores the last, attached or not. */
    @Test
    void hasOneCalendarPartAndAttachesFurtherEntriesAsFiles() {
        Session second = Session.published(NEXT, EENZAAMHEID_ONDER_JONGEREN.document(), PUBLISHED);
        ReadLetter letter = read(
                several(LetterKind.CONFIRMED, PLACE, FATIMA.mail(LetterKind.CONFIRMED, second, PLACE, LONG_BEFORE)));

        assertThat(letter.tree()).isEqualTo("""
                multipart/mixed
                  multipart/alternative
                    text/plain; charset=UTF-8
                    text/html; charset=UTF-8
                    text/calendar; charset=UTF-8; method=REQUEST
                  application/ics; name="volgende.ics" attachment; filename="volgende.ics"
                """);
        assertThat(ReadLetter.value(letter.event(), "UID")).contains(".eenzaamheid-onder-jongeren@");
        assertThat(ReadLetter.value(Objects.requireNonNull(letter.attached().get("volgende.ics")), "UID"))
                .contains(".volgende@");
    }

    /** Mail programs offer to store an entry in the letter, but not one in an attached file. */
    @Test
    void hasTheOnlyEntryAsItsCalendarPartWhicheverSessionItIsOf() {
        Session second = Session.published(NEXT, EENZAAMHEID_ONDER_JONGEREN.document(), PUBLISHED);
        ReadLetter letter =
                read(several(LetterKind.WAITING, QUEUE, FATIMA.mail(LetterKind.CONFIRMED, second, PLACE, LONG_BEFORE)));

        assertThat(letter.tree()).isEqualTo("""
                multipart/alternative
                  text/plain; charset=UTF-8
                  text/html; charset=UTF-8
                  text/calendar; charset=UTF-8; method=REQUEST
                """);
        assertThat(ReadLetter.value(letter.event(), "UID")).contains(".volgende@");
    }

    private static LetterRequest several(LetterKind kind, RegistrationState state, LetterRequest other) {
        LetterRequest first = FATIMA.mail(kind, EENZAAMHEID_ONDER_JONGEREN, state, LONG_BEFORE);
        return new LetterRequest(
                kind, first.sessionSnapshot(), first.registration(), first.position(), first.now(), List.of(other));
    }

    /** Mail programs send the reply to the desk's sender, and nothing reads it. */
    @Test
    void saysWithEachEntryThatDecliningItCancelsNothing() {
        LetterRequest late =
                FATIMA.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, PLACE, at("2027-05-12T10:00:00Z"));
        String onOwnPage = "Weiger je in je mailprogramma of agenda, dan ben je nog niet afgemeld."
                + " Afmelden doe je op je eigen pagina";
        String byMail = "Weiger je in je mailprogramma of agenda, dan ben je nog niet afgemeld."
                + " Mail daarvoor naar bijeenkomsten@kenniscentrum.example";

        assertSays(read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)), onOwnPage);
        assertSays(read(late), byMail);
        assertThat(Stream.of(
                        FATIMA.mail(LetterKind.REMINDER, EENZAAMHEID_ONDER_JONGEREN, PLACE, LONG_BEFORE),
                        FATIMA.mail(LetterKind.WAITING, EENZAAMHEID_ONDER_JONGEREN, QUEUE, LONG_BEFORE),
                        FATIMA.mail(LetterKind.CANCELLED, EENZAAMHEID_ONDER_JONGEREN, GAVE_UP_PLACE, LONG_BEFORE)))
                .allSatisfy(mail -> assertThat(read(mail).text()).doesNotContain("Weiger"));
    }

    private static void assertSays(ReadLetter letter, String sentence) {
        assertThat(letter.text()).contains("\r\nLet op: " + sentence + "\r\n");
        assertThat(ReadLetter.value(letter.event(), "DESCRIPTION")).contains("\nLet op: " + sentence + "\n");
    }

    @Test
    void isInTheRecipientsLanguage() {
        ReadLetter letter = read(JOHN.confirmation(EENZAAMHEID_ONDER_JONGEREN));

        assertThat(letter.text())
                .contains("Dear John Doe,", "You can cancel until Tuesday 11 May 2027 at 14:00, on your own page");
        assertThat(letter.subject()).isEqualTo("You are signed up: Eenzaamheid onder jongeren");
        assertThat(letter.header("Content-Language")).isEqualTo("en");
        assertThat(letter.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(letter.page().select("[lang=nl]").eachText())
                .contains("Eenzaamheid onder jongeren", "Wat helpt jongeren die zich alleen voelen?");
        assertThat(letter.page().select("dt").hasAttr("lang")).isFalse();
    }

    @Test
    void isFromOrganiserWithReplyToContact() {
        ReadLetter letter = read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN));

        assertThat(letter.addresses("From")).singleElement().satisfies(from -> {
            assertThat(from.getAddress()).isEqualTo(SENDER.value());
            assertThat(from.getPersonal()).isEqualTo("Kenniscentrum Samen");
        });
        assertThat(letter.addresses("To")).singleElement().satisfies(to -> {
            assertThat(to.getAddress()).isEqualTo("fatima@gemeente.example");
            assertThat(to.getPersonal()).isEqualTo("Fatima Yılmaz");
        });
        assertThat(letter.header("Reply-To")).isEqualTo("bijeenkomsten@kenniscentrum.example");
        assertThat(letter.header("Date")).isEqualTo("Wed, 10 Mar 2027 10:00:00 +0000");
        assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letter.header("X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
    }

    @Test
    void hasNoListUnsubscribeHeader() {
        assertThat(read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)).headerNames())
                .containsExactlyInAnyOrder(
                        "MIME-Version",
                        "From",
                        "Reply-To",
                        "To",
                        "Subject",
                        "Date",
                        "Content-Language",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress",
                        "Content-Type");
    }

    @Test
    void tellsThePositionOnTheWaitingList() {
        LetterRequest mail = FATIMA.mail(LetterKind.WAITING, EENZAAMHEID_ONDER_JONGEREN, QUEUE, LONG_BEFORE);

        assertThat(read(mail).text()).startsWith("Je bent nummer 2 op de wachtlijst\r\n");
    }

    @Test
    void ownLinkLetterTellsQueuePosition() {
        LetterRequest mail = JOHN.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, QUEUE, LONG_BEFORE);

        assertThat(read(mail).text()).contains("You are number 2 on the waiting list.", ownPage(JOHN));
    }

    @Test
    void ownLinkLetterTellsThatTheLinkIsNew() {
        LetterRequest renewed = EveryLetter.renewed(FATIMA);
        LetterRequest again = FATIMA.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, PLACE, LONG_BEFORE);

        assertThat(read(renewed).text())
                .startsWith("Hier is je nieuwe eigen link\r\n")
                .contains("De links uit eerdere mails werken niet meer.", "Je hebt een plek.")
                .contains(renewed.registration().ownLink().token())
                .doesNotContain(again.registration().ownLink().token());
        assertThat(read(again).text())
                .startsWith("Hier is je eigen link nog een keer\r\n")
                .doesNotContain("werken niet meer");
    }

    @Test
    void ownLinkLetterSaysThatTheSessionIsOver() {
        Instant later = EENZAAMHEID_ONDER_JONGEREN.document().when().end().toInstant();

        assertThat(read(FATIMA.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, PLACE, later))
                        .text())
                .contains("Deze bijeenkomst is geweest.")
                .doesNotContain("Je hebt een plek.");
        assertThat(read(FATIMA.mail(LetterKind.OWN_LINK, CANCELLED, PLACE, LONG_BEFORE))
                        .text())
                .contains("Deze bijeenkomst gaat niet door.")
                .doesNotContain("Je hebt een plek.");
    }

    @Test
    void everyLetterSaysNotToForwardIt() {
        assertThat(read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)).text())
                .contains("Wie je eigen link heeft, kan je aanmelding bekijken en veranderen.");
    }

    @Test
    void linksToMeetingOnceItsLinkIsVisible() {
        LetterRequest mail =
                FATIMA.mail(LetterKind.REMINDER, EENZAAMHEID_ONDER_JONGEREN, PLACE, at("2027-05-18T11:00:00Z"));

        assertThat(read(mail).text())
                .contains("Ga naar de bijeenkomst\r\nDe link naar de bijeenkomst:\r\n" + meeting(FATIMA) + "\r\n")
                .contains("Je eigen pagina: Bekijk je aanmelding\r\n" + ownPage(FATIMA) + "\r\n")
                .doesNotContain("Meedoen", "vanaf");
        assertThat(button(read(mail)).attr("href")).isEqualTo(meeting(FATIMA));
    }

    @Test
    void saysThatTheMeetingLinkFollows() {
        Session noLinkYet = LetterSessions.session(Map.of("meetingLink", Map.of()));

        assertThat(read(FATIMA.confirmation(noLinkYet)).text())
                .contains("Meedoen: Ga naar de bijeenkomst (de organisator moet de link nog invullen)\r\n"
                        + meeting(FATIMA));
        assertThat(read(FATIMA.confirmation(NETWERK_SOCIAAL_DOMEIN)).text())
                .contains("Waar: Bibliotheek Almelo, zaal 2")
                .doesNotContain("Meedoen");
    }

    @Test
    void reminderWarnsOfCancellationDeadline() {
        Instant dayBeforeTheDeadline = at("2027-05-10T12:00:00Z");
        Instant weekBeforeTheDeadline = at("2027-05-04T12:00:00Z");

        assertThat(reminder(dayBeforeTheDeadline))
                .contains(
                        "De bijeenkomst is over 8 dagen: dinsdag 18 mei 2027 om 14.00 uur\r\n",
                        "Dit is de laatste kans om je op tijd af te melden. Dat kan tot dinsdag 11 mei 2027 om 14.00 uur.");
        assertThat(reminder(weekBeforeTheDeadline)).doesNotContain("laatste kans");
        assertThat(reminder(A_DAY_BEFORE)).doesNotContain("laatste kans").startsWith("De bijeenkomst is morgen: ");
        assertThat(reminder(SHORTLY_BEFORE)).startsWith("De bijeenkomst is vandaag: ");
    }

    @Test
    void namesContactAfterCancellationDeadline() {
        assertThat(reminder(A_DAY_BEFORE))
                .contains("Afmelden: Dat kon tot dinsdag 11 mei 2027 om 14.00 uur. Kun je toch niet komen? Mail dan"
                        + " naar bijeenkomsten@kenniscentrum.example");
    }

    @Test
    void offersLateCancellationIfAllowed() {
        Session late = LetterSessions.session(Map.of("lateCancellation", true));
        LetterRequest mail = FATIMA.mail(LetterKind.REMINDER, late, PLACE, A_DAY_BEFORE);

        assertThat(read(mail).text())
                .contains("Het kan nog op je eigen pagina, maar de organisator ziet dan dat het laat is");
    }

    @Test
    void confirmsCancellationByFormerState() {
        assertThat(cancelled(GAVE_UP_PLACE))
                .startsWith("Je plek is nu vrij voor iemand anders")
                .contains("Toch komen? Meld je opnieuw aan")
                .doesNotContain("na de afmeldtermijn");
        assertThat(cancelled(GAVE_UP_LATE)).contains("Je hebt je afgemeld na de afmeldtermijn.");
        assertThat(cancelled(LEFT_QUEUE)).startsWith("Je wacht niet meer op een plek");
    }

    @Test
    void quotesReasonInTheSessionsLanguage() {
        LetterRequest mail = JOHN.mail(LetterKind.SESSION_CANCELLED, CANCELLED, PLACE, A_DAY_BEFORE);

        assertThat(read(mail).text())
                .startsWith("The session on Tuesday 18 May 2027 has been cancelled")
                .contains("De spreker is ziek.\r\nHet spijt ons.")
                .doesNotContain("Joining", "Cancelling");
        assertThat(read(mail).page().select("p[lang=nl]").eachText()).contains("De spreker is ziek. Het spijt ons.");
    }

    @Test
    void changeLetterHasAllCurrentDetails() {
        Session corrected = EENZAAMHEID_ONDER_JONGEREN.changed(
                LetterSessions.document(Map.of("title", "Beter")), Announcement.ALWAYS, LONG_BEFORE);

        assertThat(read(FATIMA.mail(LetterKind.SESSION_CHANGED, corrected, PLACE, LONG_BEFORE)))
                .satisfies(letter -> {
                    assertThat(letter.subject()).isEqualTo("Gewijzigd: Beter");
                    assertThat(letter.text())
                            .contains(
                                    "De organisator heeft de gegevens van deze bijeenkomst gewijzigd.",
                                    "Je hebt nog steeds een plek.",
                                    "Wat: Beter",
                                    "Wanneer: dinsdag 18 mei 2027, 14.00-16.30 uur",
                                    "Programma: Bekijk het programma en meer\r\nhttps://aanmelden.example.org/desk/sessions/eenzaamheid",
                                    "Wat helpt jongeren die zich alleen voelen?");
                });
        assertThat(read(JOHN.mail(LetterKind.SESSION_CHANGED, corrected, QUEUE, LONG_BEFORE))
                        .text())
                .contains(
                        "The organiser has changed the details of this session.",
                        "You are number 2 on the waiting list.");
    }

    @Test
    void listsTheMaterialsWithTheirVersionsAndLinks() {
        for (LetterKind kind : LetterKind.values()) {
            String before =
                    read(FATIMA.mail(kind, WITH_MATERIALS, PLACE, LONG_BEFORE)).text();
            assertThat(before.contains("Materiaal\r\n\r\nGids (2e druk)\r\nhttps://example.org/gids.pdf?a=1&b=2\r\n"))
                    .as(kind.word())
                    .isEqualTo(kind.listsMaterials());
            assertThat(before).doesNotContain("dias");
            assertThat(read(FATIMA.mail(kind, WITH_MATERIALS, QUEUE, LONG_BEFORE))
                            .text())
                    .doesNotContain("gids.pdf");
        }
        ReadLetter afterwards =
                read(JOHN.mail(LetterKind.FOLLOW_UP, WITH_MATERIALS, PLACE, at("2027-05-18T14:30:00Z")));
        assertThat(afterwards.subject()).isEqualTo("Materials from the session: Eenzaamheid onder jongeren");
        assertThat(afterwards.text())
                .contains("The session is over", "Dia's\r\nhttps://example.org/dias", "Gids (2e druk)")
                .doesNotContain("Joining", "Cancelling");
        assertThat(afterwards.page().select("li[lang=nl] a").eachText()).containsExactly("Gids (2e druk)", "Dia's");
        assertThat(button(afterwards).text()).isEqualTo("View the materials");
    }

    @Test
    void thanksPeopleWhoCameAndAsksHowItWas() {
        Instant afterwards = at("2027-05-18T14:30:00Z");
        ReadLetter thanks = read(FATIMA.mail(LetterKind.FOLLOW_UP, WITH_MATERIALS, PLACE, afterwards));
        assertThat(thanks.text()).contains("Bedankt dat je meedeed.").doesNotContain("Hoe was het");

        Session asking = LetterSessions.session(Map.of("questions", SampleSessions.QUESTIONS_AFTERWARDS));
        ReadLetter question = read(FATIMA.mail(LetterKind.FOLLOW_UP, asking, PLACE, afterwards));
        assertThat(question.subject()).isEqualTo("Hoe was het? Eenzaamheid onder jongeren");
        assertThat(question.text())
                .contains("Bedankt dat je meedeed.", "Je naam komt er niet bij")
                .doesNotContain("materiaal");
        assertThat(button(question).text()).isEqualTo("Vertel hoe het was");
        assertThat(read(JOHN.mail(LetterKind.FOLLOW_UP, asking, PLACE, afterwards))
                        .subject())
                .isEqualTo("How was it? Eenzaamheid onder jongeren");
    }

    @Test
    void listsThemeMaterialsOnlyForThatTheme() {
        Session session = LetterSessions.session(Map.of(
                "themes",
                List.of(Map.of("id", "buurt", "title", "Buurt"), Map.of("id", "werk", "title", "Werk")),
                "materials",
                List.of(
                        Map.of("title", "Allen", "url", "https://example.org/allen"),
                        Map.of("title", "Buurt", "url", "https://example.org/buurt", "theme", "buurt"),
                        Map.of("title", "Werk", "url", "https://example.org/werk", "theme", "werk"))));
        RegistrationState atWork = new RegistrationState.Confirmed(LONG_BEFORE, false, ThemeId.parse("werk"));

        assertThat(read(FATIMA.mail(LetterKind.MATERIALS, session, atWork, LONG_BEFORE))
                        .text())
                .contains("https://example.org/allen", "https://example.org/werk")
                .doesNotContain("https://example.org/buurt");
    }

    @Test
    void namesTimeZoneUnlessAmsterdam() {
        Session elsewhere = LetterSessions.session(Map.of(
                "timeZone", "America/New_York",
                "start", "2027-05-18T09:00:00-04:00",
                "end", "2027-05-18T10:00:00-04:00"));

        assertThat(read(FATIMA.confirmation(elsewhere)).text())
                .contains("Wanneer: dinsdag 18 mei 2027, 09.00-10.00 uur (tijdzone America/New_York)")
                .contains("11 mei 2027 om 09.00 uur (tijdzone America/New_York)");
        assertThat(read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)).text()).doesNotContain("tijdzone");
    }

    @ParameterizedTest
    @MethodSource("distinct")
    void carriesTheOwnLinkAndTheSameFactsInTextAndHtml(Written written) {
        LetterRequest mail = written.mail();
        ReadLetter letter = written.letter();
        String token = mail.registration().ownLink().token();

        assertThat(letter.text())
                .contains("https://aanmelden.example.org/desk/sessions/eenzaamheid-onder-jongeren/registrations/"
                        + token + "?lang=" + mail.registration().language().tag())
                .contains(mail.session().document().about().title())
                .doesNotContain("{", "}");
        assertSameInTextAndHtml(letter);
    }

    /** A browser may prefer another language than the letter's; entries are stored where no header is sent. */
    @ParameterizedTest
    @MethodSource("distinct")
    void linksToPagesInTheLettersLanguage(Written written) {
        String lang = "?lang=" + written.mail().registration().language().tag();
        ReadLetter letter = written.letter();
        String entry = letter.calendar().orElse("").replaceAll("\r\n[ \t]", "").replace("\\n", "\n");

        assertThat(Pattern.compile("https://aanmelden[^\\s]+")
                        .matcher(letter.text() + "\n" + entry)
                        .results()
                        .map(MatchResult::group))
                .isNotEmpty()
                .allMatch(link -> link.replace("#refusal", "").endsWith(lang));
    }

    @ParameterizedTest
    @MethodSource("distinct")
    void beginsWithHeadlineThatDiffersFromSubject(Written written) {
        ReadLetter letter = written.letter();
        Document page = letter.page();
        String headline = letter.text().lines().findFirst().orElseThrow();
        String title = written.mail().session().document().about().title();

        assertThat(page.select("h1").eachText()).containsExactly(headline);
        assertThat(page.body().text()).startsWith(headline);
        assertThat(headline).hasSizeLessThan(76);
        assertThat(letter.subject()).endsWith(": " + title).doesNotContain(headline);
        assertThat(letter.subject().length() - title.length()).isLessThan(40);
    }

    @ParameterizedTest
    @MethodSource("distinct")
    void hasOneButtonWithItsAddressBelowIt(Written written) {
        ReadLetter letter = written.letter();
        Document page = letter.page();
        Element button = page.expectFirst("a.button");
        List<String> links = page.select("a[href^=http]").eachAttr("href");

        assertThat(page.select("p a[href^=http]").eachText()).containsExactly(button.attr("href"));
        assertThat(letter.text()).contains(button.text() + "\r\n", ":\r\n" + button.attr("href") + "\r\n");
        assertThat(links).filteredOn(button.attr("href")::equals).hasSize(2);
    }

    /** Nothing is lost in mail programs that remove style sheets and show no images. */
    @ParameterizedTest
    @MethodSource("distinct")
    void loadsNothingExternalAndIsSmall(Written written) {
        Document page = written.letter().page();

        assertThat(page.select("img, link, script, iframe, video, object, svg, input, form"))
                .isEmpty();
        assertThat(page.html()).doesNotContain("url(", "@import", "var(", "background=");
        assertThat(page.select("[id]")).isEmpty();
        assertThat(page.select("table:not([role=presentation])")).isEmpty();
        assertThat(written.letter().html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15_000);
    }

    @Test
    void buttonDependsOnKindAndState() {
        Session byInvitation = LetterSessions.session(Map.of("admission", "invited"));
        String agenda = "https://aanmelden.example.org/desk/sessions";
        String page = agenda + "/eenzaamheid-onder-jongeren?lang=nl";

        assertThat(button(LetterKind.CONFIRMED, EENZAAMHEID_ONDER_JONGEREN, PLACE))
                .isEqualTo("Bekijk of verander je aanmelding " + ownPage(FATIMA));
        assertThat(button(LetterKind.INVITED, byInvitation, new RegistrationState.Invited(LONG_BEFORE)))
                .isEqualTo("Laat weten of je komt " + ownPage(FATIMA));
        assertThat(button(LetterKind.OWN_LINK, byInvitation, new RegistrationState.InvitationDeclined(LONG_BEFORE)))
                .isEqualTo("Toch komen? Laat het weten " + ownPage(FATIMA));
        assertThat(button(LetterKind.CANCELLED, byInvitation, GAVE_UP_PLACE))
                .isEqualTo("Toch komen? Laat het weten " + ownPage(FATIMA));
        assertThat(button(LetterKind.REVOKED, byInvitation, new RegistrationState.InvitationRevoked(LONG_BEFORE, "")))
                .isEqualTo("Bekijk of verwijder je gegevens " + ownPage(FATIMA));
        assertThat(button(LetterKind.CHOOSE_THEME, EENZAAMHEID_ONDER_JONGEREN, PLACE))
                .isEqualTo("Kies een ander thema " + ownPage(FATIMA));
        assertThat(button(LetterKind.CANCELLED, EENZAAMHEID_ONDER_JONGEREN, GAVE_UP_PLACE))
                .isEqualTo("Toch komen? Meld je opnieuw aan " + page);
        assertThat(button(
                        LetterKind.DECLINED,
                        EENZAAMHEID_ONDER_JONGEREN,
                        new RegistrationState.Declined(LONG_BEFORE, "")))
                .isEqualTo("Bekijk andere bijeenkomsten " + agenda + "?lang=nl");
        assertThat(button(LetterKind.SESSION_CANCELLED, CANCELLED, PLACE))
                .isEqualTo("Bekijk andere bijeenkomsten " + agenda + "?lang=nl");
        assertThat(button(LetterKind.SESSION_CANCELLED, byInvitation.cancelled("", LONG_BEFORE), PLACE))
                .isEqualTo("Bekijk je aanmelding " + ownPage(FATIMA));
    }

    @Test
    void inlinesLightColorsAndAddsDarkStyleSheet() {
        for (String name : List.of("samenkomst", "gemeente", "avond")) {
            HouseStyle style = HouseStyle.named(name);
            Letters letters =
                    new Letters(SENDER, URI.create("https://aanmelden.example.org"), ORGANISER_URL, false, style);
            Document page = ReadLetter.of(letters.write(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN))
                            .bytes())
                    .page();

            assertThat(page.select("td.button").attr("style"))
                    .contains("background-color:" + style.value("--basis-color-action-1-inverse-bg-default"));
            assertThat(page.select("head > style").html().contains("prefers-color-scheme:dark"))
                    .isEqualTo(style.hasDark());
            assertThat(page.select("meta[name=color-scheme]").attr("content"))
                    .isEqualTo(style.hasDark() ? "light dark" : "dark");
        }
    }

    @ParameterizedTest
    @MethodSource("distinct")
    void givesConfirmedOwnLinkButNeverMeetingUrl(Written written) {
        boolean comes = comes(written.mail());
        ReadLetter letter = written.letter();
        String calendar = letter.calendar().orElse("").replace("\r\n ", "");

        for (String part : List.of(letter.text(), letter.html(), calendar)) {
            assertThat(part).doesNotContain(URI.create(MEETING_LINK).getHost());
            assertThat(part.contains("/meeting")).isEqualTo(comes && !part.isEmpty());
        }
    }

    @Test
    void everyLetterSaysHowToGetNoMore() {
        for (Written written : distinct()) {
            String link = "https://aanmelden.example.org/desk"
                    + DeskUrls.ownRefusal(written.mail().registration());
            assertThat(written.letter().text()).as("%s", written).contains(link);
            assertThat(written.letter().page().select("a[href$=#refusal]").text())
                    .as("%s", written)
                    .isEqualTo(howToGetNoMore(written.mail().registration()));
        }
    }

    private static String howToGetNoMore(Registration registration) {
        boolean isDutch = registration.language() == Language.NL;
        if (registration.proof().isGiven()) {
            return isDutch
                    ? "Wil je geen mail meer? Zet dat uit op je eigen pagina."
                    : "No more emails? Turn them off on your own page.";
        }
        return isDutch
                ? "Was jij dit niet? Laat het ons weten, dan mailen we je niet meer."
                : "Was this not you? Let us know, and we will send you no more emails.";
    }

    @Test
    void aLetterToAnAddressThatNobodyConfirmedAsksWhetherItWasThem() {
        assertThat(read(EveryLetter.unproven(FATIMA)).text())
                .contains("Was jij dit niet? Laat het ons weten, dan mailen we je niet meer.\r\n");
    }

    @Test
    void isDeterministic() {
        everything()
                .forEach(mail -> assertThat(LETTERS.write(mail).bytes())
                        .as(() -> name(mail))
                        .isEqualTo(LETTERS.write(mail).bytes()));
    }

    /** A letter and its request, the first one of all that lead to this letter. */
    record Written(LetterRequest mail, ReadLetter letter) {

        @Override
        public String toString() {
            return name(mail);
        }
    }

    /** All that a check of a letter can depend on: only its date is left out. */
    private record Content(String withoutDate, boolean comes) {}

    /** Keeps the letters for all checks, written and read once. */
    private static final class Distinct {

        private static final List<Written> LETTERS = read();

        private static List<Written> read() {
            Map<Content, Written> distinct = new LinkedHashMap<>();
            everything().forEach(mail -> {
                byte[] bytes = LettersTest.LETTERS.write(mail).bytes();
                String withoutDate =
                        new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\r\nDate: [^\r]+\r\n", "\r\n");
                distinct.computeIfAbsent(
                        new Content(withoutDate, comes(mail)), _ -> new Written(mail, ReadLetter.of(bytes)));
            });
            return List.copyOf(distinct.values());
        }
    }

    /**
     * Returns every letter once. What is left out is a letter with the same bytes but for its date, of which the checks
     * expect the same: all are of one session with one title, and the link to the own page is in the bytes.
     */
    static List<Written> distinct() {
        return Distinct.LETTERS;
    }

    private static boolean comes(LetterRequest mail) {
        return mail.registration().state() instanceof RegistrationState.Confirmed
                && !mail.session().isCancelled();
    }

    private static String name(LetterRequest mail) {
        return String.join(
                " ",
                mail.kind().word(),
                mail.registration().state().toString(),
                mail.registration().language().tag(),
                mail.now().toString(),
                mail.session().isCancelled() ? "cancelled" : "");
    }

    static Stream<LetterRequest> everything() {
        List<RegistrationState> standings = List.of(
                PLACE,
                new RegistrationState.Confirmed(LONG_BEFORE, true, Optional.empty()),
                QUEUE,
                GAVE_UP_PLACE,
                GAVE_UP_LATE,
                LEFT_QUEUE,
                new RegistrationState.UnderReview(LONG_BEFORE, true, Optional.empty()),
                new RegistrationState.Declined(LONG_BEFORE, "Deze keer is het voor gemeenten."),
                new RegistrationState.CancelledByOrganiser(LONG_BEFORE, true, "Er is een dubbele aanmelding."),
                new RegistrationState.Lapsed(LONG_BEFORE, true),
                new RegistrationState.Invited(LONG_BEFORE),
                new RegistrationState.InvitationDeclined(LONG_BEFORE),
                new RegistrationState.InvitationRevoked(LONG_BEFORE, "De bijeenkomst is voor bibliotheken."));
        return Stream.concat(
                unconfirmed(),
                Stream.of(LetterKind.values())
                        .flatMap(kind -> standings.stream()
                                .flatMap(state -> Stream.of(FATIMA, JOHN)
                                        .flatMap(person -> Stream.of(LONG_BEFORE, A_DAY_BEFORE, SHORTLY_BEFORE)
                                                .flatMap(now -> Stream.of(WITH_MATERIALS, CANCELLED)
                                                        .map(session -> person.mail(kind, session, state, now)))))));
    }

    /** Returns the letters to addresses that nobody has confirmed. */
    private static Stream<LetterRequest> unconfirmed() {
        List<RegistrationState> standings =
                List.of(PLACE, QUEUE, new RegistrationState.UnderReview(LONG_BEFORE, true, Optional.empty()));
        return Stream.of(LetterKind.CONFIRM_ADDRESS, LetterKind.CONFIRMED, LetterKind.WAITING, LetterKind.UNDER_REVIEW)
                .flatMap(kind -> standings.stream()
                        .flatMap(state -> Stream.of(FATIMA, JOHN)
                                .flatMap(person -> Stream.of(Optional.<Instant>empty(), Optional.of(A_DAY_BEFORE))
                                        .map(until ->
                                                person.unconfirmed(kind, EENZAAMHEID_ONDER_JONGEREN, state, until)))));
    }

    @Test
    void toStringOmitsThePerson() {
        assertThat(LETTERS.write(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)))
                .hasToString("Letter[confirmed, eenzaamheid-onder-jongeren]");
    }

    private static String reminder(Instant now) {
        return read(FATIMA.mail(LetterKind.REMINDER, EENZAAMHEID_ONDER_JONGEREN, PLACE, now))
                .text();
    }

    private static String cancelled(RegistrationState state) {
        return read(FATIMA.mail(LetterKind.CANCELLED, EENZAAMHEID_ONDER_JONGEREN, state, LONG_BEFORE))
                .text();
    }

    private static String ownPage(Recipient person) {
        return "https://aanmelden.example.org/desk/sessions/eenzaamheid-onder-jongeren/registrations/"
                + person.registration(EENZAAMHEID_ONDER_JONGEREN, PLACE)
                        .ownLink()
                        .token()
                + "?lang=" + person.language().tag();
    }

    private static String meeting(Recipient person) {
        return ownPage(person).replace("?", "/meeting?");
    }

    /** Asserts the same sentences and links in the same order; HTML has the URL behind words, plain text below them. */
    static void assertSameInTextAndHtml(ReadLetter letter) {
        assertThat(words(letter.page().body().text()))
                .isEqualTo(words(letter.text().replaceAll("(?m)^-+\r?$", "")));
        assertThat(letter.page().select("a[href^=http]").eachAttr("href").stream()
                        .distinct())
                .containsExactlyElementsOf(Pattern.compile("https?://\\S+")
                        .matcher(letter.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }

    /** Returns the words without URLs, and without the colons that only one form has after a label. */
    private static String words(String text) {
        return text.replaceAll("https?://\\S+", " ")
                .replaceAll(":(?=\\s)", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Element button(ReadLetter letter) {
        return Objects.requireNonNull(letter.page().select("a.button").first());
    }

    private static String button(LetterKind kind, Session session, RegistrationState state) {
        Element button = button(read(FATIMA.mail(kind, session, state, LONG_BEFORE)));
        return button.text() + " " + button.attr("href");
    }

    private static ReadLetter read(LetterRequest mail) {
        return ReadLetter.of(LETTERS.write(mail).bytes());
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
