package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.component.VEvent;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.Facilitator;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.ProgrammePart;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input that gets past the forms changes only the text of a letter, never its structure. */
class HostileWordsTest {

    private static final EmailAddress PERSON = new EmailAddress("person@example.org");

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@desk.example"),
            URI.create("https://aanmelden.example.org"),
            URI.create("https://organiser.example.org"),
            false,
            HouseStyle.defaultStyle());

    static Stream<String> hostile() {
        return HostileWords.inShort();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void keepLetterStructure(String words) {
        LetterRequest plain = mail("Naam", "Titel");
        ReadLetter expected = ReadLetter.of(LETTERS.write(plain).bytes());

        byte[] bytes = LETTERS.write(mail(words, words)).bytes();
        ReadLetter letter = ReadLetter.of(bytes);

        assertThat(letter.headerNames()).isEqualTo(expected.headerNames());
        assertThat(letter.addresses("To"))
                .singleElement()
                .satisfies(to -> assertThat(to.getAddress()).isEqualTo("person@example.org"));
        assertThat(letter.addresses("From"))
                .singleElement()
                .satisfies(from -> assertThat(from.getAddress()).isEqualTo("aanmelden@desk.example"));
        assertThat(letter.parts())
                .extracting(ReadLetter.Part::type)
                .isEqualTo(expected.parts().stream().map(ReadLetter.Part::type).toList());
        assertThat(elements(letter.page(), Field.TITLE)).isEqualTo(elements(expected.page(), Field.TITLE));
        assertThat(lines(bytes)).allMatch(line -> line.length() <= 998);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).chars()).allMatch(c -> c < 127);
        assertThat(letter.text()).doesNotContain("\u202E", "\0", "\u001B");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void areShownLiterally(String words) {
        String shown = Sanitizer.line(words).replace("=?", "= ?");

        ReadLetter letter = ReadLetter.of(LETTERS.write(mail(words, words)).bytes());

        assertThat(letter.subject()).isEqualTo("Je bent aangemeld: " + shown);
        assertThat(letter.addresses("To"))
                .singleElement()
                .satisfies(to -> assertThat(
                                Optional.ofNullable(to.getPersonal()).orElse(""))
                        .isEqualTo(shown.substring(0, Math.min(300, shown.length()))
                                .strip()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void keepCalendarStructure(String words) {
        String text = ReadLetter.of(LETTERS.write(mail(words, words)).bytes())
                .calendar()
                .orElseThrow();
        List<VEvent> events = ReadLetter.events(text);
        VEvent event = events.getFirst();

        assertThat(events).hasSize(1);
        assertThat(names(event))
                .isEqualTo(
                        names(ReadLetter.of(LETTERS.write(mail("Naam", "Titel")).bytes())
                                .event()));
        assertThat(ReadLetter.value(event, "SUMMARY")).isEqualTo(Sanitizer.line(words));
        assertThat(ReadLetter.value(event, "ATTENDEE")).isEqualTo("mailto:person@example.org");
        // ical4j reads backslashes in parameters as escapes, and undoes each escape of RFC 6868 in a separate pass.
        if (!words.contains("\\") && !words.contains("^")) {
            assertThat(event.getRequiredProperty("ATTENDEE")
                            .<Parameter>getParameter("CN")
                            .orElseThrow()
                            .getValue())
                    .isEqualTo(Sanitizer.line(words));
        }
    }

    @Test
    void areEscapedInParameters() {
        assertThat(CalendarWriter.parameter("a\"b^c\r\nd")).isEqualTo("\"a^'b^^c  d\"");
    }

    private static List<String> names(VEvent event) {
        return event.getPropertyList().getAll().stream()
                .map(property -> property.getName())
                .toList();
    }

    /** A field of a session or person that letters show, with the letters that show it. */
    enum Field {
        TITLE,
        SUMMARY,
        ORGANISER,
        CO_ORGANISER,
        PLATFORM,
        PLACE,
        FORMER_PLACE,
        THEME,
        MATERIAL,
        VERSION,
        NAME,
        ORGANISATION,
        DECLINED_BECAUSE,
        REVOKED_BECAUSE,
        CANCELLED_BECAUSE,
        SESSION_CANCELLED_BECAUSE;

        /** Returns whether the field may span several lines in a letter. */
        boolean isText() {
            return switch (this) {
                case SUMMARY, DECLINED_BECAUSE, REVOKED_BECAUSE, CANCELLED_BECAUSE, SESSION_CANCELLED_BECAUSE -> true;
                case TITLE,
                        ORGANISER,
                        CO_ORGANISER,
                        PLATFORM,
                        PLACE,
                        FORMER_PLACE,
                        THEME,
                        MATERIAL,
                        VERSION,
                        NAME,
                        ORGANISATION -> false;
            };
        }
    }

    static Stream<Arguments> everyFieldWithEverything() {
        return Stream.of(Field.values()).flatMap(field -> hostile().map(words -> Arguments.of(field, words)));
    }

    @ParameterizedTest
    @MethodSource("everyFieldWithEverything")
    void changeNoPartsStructureInAnyField(Field field, String words) {
        letters(field, "Zin " + words).forEach((kind, bytes) -> {
            ReadLetter letter = ReadLetter.of(bytes);
            Document page = letter.page();
            Structure plain = Objects.requireNonNull(
                    Objects.requireNonNull(PLAIN.get(field)).get(kind));

            assertThat(Structure.of(letter, page, field)).isEqualTo(plain);
            LettersTest.assertSameInTextAndHtml(letter);
            assertThat(letter.text() + page.body().text() + letter.calendar().orElse(""))
                    .doesNotContain("\u202E", "\u2066", "\u2068", "\u2069", "\0", "\u001B");
        });
    }

    /** The letters that show each field, by kind, with plain words in it: read once for all hostile words. */
    private static final Map<Field, Map<String, Structure>> PLAIN = Stream.of(Field.values())
            .collect(
                    Collectors.toMap(field -> field, HostileWordsTest::plain, (_, other) -> other, LinkedHashMap::new));

    private static Map<String, Structure> plain(Field field) {
        Map<String, Structure> structures = new LinkedHashMap<>();
        letters(field, "Zin Naam").forEach((kind, bytes) -> {
            ReadLetter letter = ReadLetter.of(bytes);
            structures.put(kind, Structure.of(letter, letter.page(), field));
        });
        return structures;
    }

    /**
     * A letter without its text.
     *
     * @param lines the number of lines of its plain text; 0 if the field may span several
     */
    private record Structure(
            List<String> headers,
            List<String> parts,
            List<String> elements,
            long lines,
            Optional<List<String>> properties) {

        static Structure of(ReadLetter letter, Document page, Field field) {
            return new Structure(
                    letter.headerNames(),
                    letter.parts().stream().map(ReadLetter.Part::type).toList(),
                    HostileWordsTest.elements(page, field),
                    field.isText() ? 0 : letter.text().lines().count(),
                    letter.calendar().map(HostileWordsTest::properties));
        }
    }

    /** Questions, answers, facilitators, topics, audience and region are shown on pages and lists only. */
    @ParameterizedTest
    @MethodSource("hostile")
    void doNotReachLettersThatDoNotShowThem(String words) {
        assertThat(LETTERS.write(notShown(words)).bytes())
                .isEqualTo(LETTERS.write(notShown("Zin")).bytes());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void areBidiIsolatedInHtml(String words) {
        Document page = ReadLetter.of(
                        LETTERS.write(mail("Zin " + words, "Titel")).bytes())
                .page();

        assertThat(page.select("p > span[dir=auto]").eachText()).contains(words("Zin " + words));
        assertThat(page.select("dd, h1, p:not(.quiet, [style*=28px])"))
                .allSatisfy(element -> assertThat(element.attr("dir")).isEqualTo("auto"));
    }

    /** Returns the text as jsoup returns an element's text. */
    private static String words(String typed) {
        return Sanitizer.line(typed).replaceAll("[ \t\n\f\r\u00A0]+", " ").strip();
    }

    /** Returns all elements with their attribute names, but not the paragraphs and breaks of a multiline field. */
    private static List<String> elements(Document page, Field field) {
        return page.getAllElements().stream()
                .filter(element -> !field.isText() || !List.of("p", "br").contains(element.tagName()))
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .toList())
                .toList();
    }

    private static List<String> properties(String calendar) {
        return ReadLetter.events(calendar).stream()
                .flatMap(event -> names(event).stream())
                .toList();
    }

    private static Stream<String> lines(byte[] bytes) {
        return Stream.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1));
    }

    /** Builds a letter bypassing the forms, which would refuse most of these words. */
    private static LetterRequest mail(String name, String words) {
        return new Recipient(name, PERSON, Language.NL)
                .mail(LetterKind.CONFIRMED, session(words, "Zaal " + words), Recipient.PLACE, Recipient.SIGNED_UP);
    }

    private static Map<String, byte[]> letters(Field field, String words) {
        Session plain = session("Titel", "Zaal");
        ThemeId theme = ThemeId.parse("thema").orElseThrow();
        Function<String, Theme> called = title -> new Theme(theme, title, "", List.of(), OptionalInt.empty());
        RegistrationState atTheme = new RegistrationState.Confirmed(Recipient.SIGNED_UP, false, Optional.of(theme));
        RegistrationState forTheme = new RegistrationState.Waitlisted(Recipient.SIGNED_UP, 1, Optional.of(theme));
        Instant now = Recipient.SIGNED_UP;
        return switch (field) {
            case TITLE -> letters(session(words, "Zaal"), "Naam", Recipient.PLACE, LetterKind.CONFIRMED);
            case SUMMARY -> letters(with(plain, about("Titel", words, "Van", "Met")));
            case ORGANISER -> letters(with(plain, about("Titel", "", words, "Met")));
            case CO_ORGANISER -> letters(with(plain, about("Titel", "", "Van", words)));
            case PLATFORM ->
                letters(
                        session("Titel", words, "Zaal"),
                        "Naam",
                        Recipient.PLACE,
                        LetterKind.CONFIRMED,
                        LetterKind.SESSION_MOVED);
            case FORMER_PLACE -> Map.of("session-moved", moved(session("Titel", words), session("Titel", "Elders")));
            case PLACE ->
                letters(
                        session("Titel", words),
                        "Naam",
                        Recipient.PLACE,
                        LetterKind.CONFIRMED,
                        LetterKind.SESSION_MOVED);
            case THEME -> {
                Session themed = with(plain, List.of(called.apply(words)), List.of());
                Map<String, byte[]> both = new LinkedHashMap<>(letters(themed, "Naam", atTheme, LetterKind.CONFIRMED));
                both.putAll(letters(themed, "Naam", forTheme, LetterKind.WAITING));
                yield both;
            }
            case MATERIAL -> letters(with(plain, List.of(), List.of(material(words, "1e druk"))));
            case VERSION -> letters(with(plain, List.of(), List.of(material("Gids", words))));
            case NAME -> {
                Map<String, byte[]> both =
                        new LinkedHashMap<>(letters(plain, words, Recipient.PLACE, LetterKind.CONFIRMED));
                both.put("review", review(words, "Gemeente"));
                yield both;
            }
            case ORGANISATION -> Map.of("review", review("Naam", words));
            case DECLINED_BECAUSE ->
                letters(plain, "Naam", new RegistrationState.Declined(now, words), LetterKind.DECLINED);
            case REVOKED_BECAUSE ->
                letters(plain, "Naam", new RegistrationState.InvitationRevoked(now, words), LetterKind.REVOKED);
            case CANCELLED_BECAUSE ->
                letters(
                        plain,
                        "Naam",
                        new RegistrationState.CancelledByOrganiser(now, true, words),
                        LetterKind.CANCELLED);
            case SESSION_CANCELLED_BECAUSE ->
                letters(plain.cancelled(words, now), "Naam", Recipient.PLACE, LetterKind.SESSION_CANCELLED);
        };
    }

    private static Map<String, byte[]> letters(Session session) {
        return letters(session, "Naam", Recipient.PLACE, LetterKind.CONFIRMED, LetterKind.INVITED);
    }

    private static Map<String, byte[]> letters(
            Session session, String name, RegistrationState state, LetterKind... kinds) {
        Map<String, byte[]> letters = new LinkedHashMap<>();
        for (LetterKind kind : kinds) {
            LetterRequest mail =
                    new Recipient(name, PERSON, Language.NL).mail(kind, session, state, Recipient.SIGNED_UP);
            letters.put(kind.word(), LETTERS.write(mail).bytes());
        }
        return letters;
    }

    /** Returns the letter to somebody who was told of the session as it was before. */
    private static byte[] moved(Session before, Session after) {
        return LETTERS.write(new Recipient("Naam", PERSON, Language.NL).moved(before, after.document()))
                .bytes();
    }

    private static byte[] review(String name, String organisation) {
        Session session = session("Titel", "Zaal");
        RegistrationState waits = new RegistrationState.UnderReview(Recipient.SIGNED_UP, true, Optional.empty());
        Registration registration =
                new Recipient(name, PERSON, Language.NL).registration(session, waits, Optional.of(organisation));
        return LETTERS.write(new OrganiserLetterRequest(
                        new SessionSnapshot(session, Places.allFree(session.document())),
                        List.of(registration),
                        Optional.empty(),
                        false,
                        Recipient.SIGNED_UP))
                .bytes();
    }

    private static LetterRequest notShown(String words) {
        Session plain = session("Titel", "Zaal");
        About about = plain.document().about();
        Session session = with(
                plain,
                new About(
                        about.title(),
                        about.summary(),
                        about.language(),
                        about.organiser(),
                        about.coOrganisers(),
                        about.contact(),
                        List.of(words),
                        List.of(words),
                        Optional.of(words),
                        Optional.of(words),
                        Optional.empty()),
                List.of(new Theme(
                        ThemeId.parse("ander").orElseThrow(),
                        words,
                        words,
                        List.of(new Facilitator(words, Optional.of(words))),
                        OptionalInt.empty())),
                List.of(new Question(
                        new QuestionId("vraag"), words, QuestionKind.TEXT, List.of(), false, Optional.empty())),
                List.of(new ProgrammePart(Optional.empty(), Optional.empty(), words, Optional.of(words))),
                List.of());
        return new Recipient("Naam", PERSON, Language.NL)
                .mail(LetterKind.CONFIRMED, session, Recipient.PLACE, Recipient.SIGNED_UP);
    }

    private static Session session(String words, String place) {
        return session(words, "", place);
    }

    private static Session session(String words, String platform, String place) {
        Session sound = LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
        SessionDocument document = sound.document();
        return Session.published(
                sound.id(),
                new SessionDocument(
                        about(words, "Samenvatting", words, words),
                        document.when(),
                        new Where(true, platform, place, document.where().meetingLink()),
                        document.signUp(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        document.notifications(),
                        document.retention()),
                LetterSessions.PUBLISHED);
    }

    private static About about(String title, String summary, String organiser, String coOrganiser) {
        return new About(
                title,
                summary,
                Language.NL,
                organiser,
                List.of(coOrganiser),
                LetterSessions.EENZAAMHEID_ONDER_JONGEREN.document().about().contact(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Material material(String title, String version) {
        return new Material(
                title, URI.create("https://example.org/gids"), Optional.empty(), false, Optional.of(version), true);
    }

    private static Session with(Session session, About about) {
        return with(session, about, List.of(), List.of(), List.of(), List.of());
    }

    private static Session with(Session session, List<Theme> themes, List<Material> materials) {
        return with(session, session.document().about(), themes, List.of(), List.of(), materials);
    }

    private static Session with(
            Session session,
            About about,
            List<Theme> themes,
            List<Question> questions,
            List<ProgrammePart> programme,
            List<Material> materials) {
        SessionDocument document = session.document();
        return Session.published(
                session.id(),
                new SessionDocument(
                        about,
                        document.when(),
                        document.where(),
                        document.signUp(),
                        themes,
                        questions,
                        programme,
                        materials,
                        Optional.empty(),
                        document.notifications(),
                        document.retention()),
                LetterSessions.PUBLISHED);
    }
}
