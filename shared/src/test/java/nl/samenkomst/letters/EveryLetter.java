package nl.samenkomst.letters;

import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.LetterSessions.NETWERK_SOCIAAL_DOMEIN;
import static nl.samenkomst.letters.Recipient.SIGNED_UP;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserNumbers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.DeskUrls;

/** Every letter in every registration state, as HTML by a unique name; identical HTML only once. */
public final class EveryLetter {

    private static final DeskUrls URLS = new DeskUrls(URI.create("https://aanmelden.example.org/desk"));

    private EveryLetter() {}

    public static Map<String, String> in(Language language) {
        return in(HouseStyle.defaultStyle(), language);
    }

    /** Returns every letter in a house style. */
    public static Map<String, String> in(HouseStyle style, Language language) {
        LetterStyles styles = new LetterStyles(style);
        Recipient person = language == Language.NL ? Recipient.FATIMA : Recipient.JOHN;
        Map<String, String> names = new LinkedHashMap<>();
        LettersTest.everything()
                .filter(mail -> mail.registration().language() == language)
                .forEach(mail -> names.putIfAbsent(html(mail, styles), name(mail)));
        names.put(html(ofSeveral(person), styles), "of-several");
        names.put(html(moved(person), styles), "session-moved-differences");
        names.put(html(unproven(person), styles), "confirmed-unproven");
        names.put(html(lastWord(person), styles), "last-word-next");
        names.put(html(renewed(person), styles), "own-link-renewed");
        names.put(html(withLink(person), styles), "message-with-link");
        for (Optional<DeskUrls> desk : List.of(Optional.of(URLS), Optional.<DeskUrls>empty())) {
            OrganiserLetterComposer composer = new OrganiserLetterComposer(toTheOrganiser(person), URLS, desk);
            names.put(Html.of(composer.content(), styles), desk.isPresent() ? "review" : "review-without-desk");
        }
        SignInLetterComposer toOrganisers = new SignInLetterComposer(URLS);
        SignInLetterSamples.toSignIn(language)
                .forEach(mail -> names.put(Html.of(toOrganisers.content(mail), styles), "sign-in"));
        SignInLetterSamples.invitations(language)
                .forEach(mail -> names.put(
                        Html.of(toOrganisers.content(mail), styles),
                        "organiser-invited-" + mail.colleague().role().word()));
        Map<String, String> letters = new LinkedHashMap<>();
        names.forEach((html, name) -> letters.put("letter-" + name + "-" + (letters.size() + 1), html));
        return letters;
    }

    private static LetterRequest withLink(Recipient person) {
        MessageWords words = new MessageWords("Lees dit", "Het programma staat op https://example.org/programma.");
        return person.mail(LetterKind.MESSAGE, EENZAAMHEID_ONDER_JONGEREN, Recipient.PLACE, SIGNED_UP)
                .bringing(Optional.of(new MessageText(Language.NL, Map.of(Language.NL, words))));
    }

    private static LetterRequest ofSeveral(Recipient person) {
        LetterRequest first = person.confirmation(EENZAAMHEID_ONDER_JONGEREN);
        Session hall = Session.published(
                new SessionId("netwerk"), NETWERK_SOCIAAL_DOMEIN.document(), LetterSessions.PUBLISHED);
        return Recipient.bundling(first, person.mail(LetterKind.WAITING, hall, Recipient.QUEUE, SIGNED_UP));
    }

    /** Returns a letter to an address that nobody has shown to be theirs yet. */
    static LetterRequest unproven(Recipient person) {
        LetterRequest mail = person.confirmation(EENZAAMHEID_ONDER_JONGEREN);
        return new LetterRequest(
                        mail.kind(),
                        mail.sessionSnapshot(),
                        mail.registration().with(new AddressProof.Awaited(Optional.empty())),
                        mail.position(),
                        mail.now(),
                        mail.bundled())
                .bringing(mail.message());
    }

    private static LetterRequest moved(Recipient person) {
        Map<String, Object> other = Map.of(
                "start", "2027-05-20T10:00:00+02:00",
                "end", "2027-05-20T12:00:00+02:00",
                "place", "Stadhuis van Almelo, trouwzaal",
                "platform", "MS Teams",
                "programme", List.of(Map.of("title", "Wat onderzoek zegt", "speaker", "Sam Bakker")));
        return person.moved(EENZAAMHEID_ONDER_JONGEREN, LetterSessions.document(other));
    }

    private static LetterRequest lastWord(Recipient person) {
        Instant start = EENZAAMHEID_ONDER_JONGEREN.document().when().start().toInstant();
        LetterRequest mail = person.mail(LetterKind.LAST_WORD, EENZAAMHEID_ONDER_JONGEREN, Recipient.QUEUE, start);
        return new LetterRequest(
                mail.kind(),
                mail.sessionSnapshot(),
                mail.registration(),
                mail.position(),
                mail.now(),
                Optional.of(NETWERK_SOCIAAL_DOMEIN),
                Optional.empty(),
                false,
                List.of());
    }

    static LetterRequest renewed(Recipient person) {
        LetterRequest mail = person.mail(LetterKind.OWN_LINK, EENZAAMHEID_ONDER_JONGEREN, Recipient.PLACE, SIGNED_UP);
        return new LetterRequest(
                mail.kind(),
                mail.sessionSnapshot(),
                mail.registration().renewed(LinkSecret.generate(new Random(1)), SIGNED_UP),
                mail.position(),
                mail.now(),
                List.of());
    }

    private static OrganiserLetterRequest toTheOrganiser(Recipient person) {
        Session session =
                LetterSessions.session(Map.of("language", person.language().tag()));
        RegistrationState review = new RegistrationState.UnderReview(SIGNED_UP, true, Optional.empty());
        return new OrganiserLetterRequest(
                new SessionSnapshot(session, Places.allFree(session.document())),
                Stream.of(Recipient.FATIMA, Recipient.JOHN)
                        .map(somebody -> somebody.registration(session, review))
                        .toList(),
                Optional.of(new OrganiserNumbers(SIGNED_UP, 3, 2, 1, 2, 1, 1, 1)),
                true,
                SIGNED_UP);
    }

    private static String html(LetterRequest mail, LetterStyles styles) {
        return Html.of(new LetterComposer(mail, URLS).content(), styles);
    }

    private static String name(LetterRequest mail) {
        String state = mail.registration().state().getClass().getSimpleName();
        String session = mail.session().isCancelled() ? "-session-cancelled" : "";
        return mail.kind().word() + "-" + state.toLowerCase(Locale.ROOT) + session;
    }
}
