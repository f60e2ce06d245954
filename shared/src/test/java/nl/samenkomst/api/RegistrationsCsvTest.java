package nl.samenkomst.api;

import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The list as a spreadsheet reads it: parsed by a third-party CSV library. */
final class RegistrationsCsvTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final String FORMULA =
            "(?s)[\\s\"\u00a0]*(?:[=@\uff1d\uff20]|[+\\-\uff0b\uff0d](?![0-9. ]*\\z)).*|(?s)[\\t\\r].*";
    /** The start of a formula where cells are parted without regard for quotes. */
    private static final String FORMULA_IN_A_PART = "(?s)\"*(?:[=@]|[+-](?![0-9. ]*\"*\\z)).*";

    private static final QuestionId TEXT = new QuestionId("vraag");
    private static final QuestionId CHOICES = new QuestionId("keuzes");
    private static final QuestionId YES_NO = new QuestionId("lunch");
    private static final Session SESSION = session("nl", "Wat wil je weten?");

    @Test
    void writesLinePerPersonAndColumnPerQuestion() throws IOException {
        Answers answers = new Answers(
                Map.of(TEXT, List.of("Alles,\n\"echt\""), CHOICES, List.of("a", "b"), YES_NO, List.of(Answers.YES)));
        ListedRegistration noor =
                listed("Noor", answers, new RegistrationState.Confirmed(NOW, false, theme()), Optional.of(true));
        ListedRegistration piet = listed(
                "Piet", Answers.NONE, new RegistrationState.Waitlisted(NOW, 4, Optional.empty()), Optional.empty());

        String csv = csv(SESSION, noor, piet);
        assertThat(csv).startsWith("\uFEFF\"Stand\";").endsWith("\r\n").doesNotContainPattern("(?<!\r)\n\"Stand");
        List<Map<String, String>> lines = read(csv);
        assertThat(lines.getFirst())
                .containsExactly(
                        Map.entry("Stand", "heeft een plek"),
                        Map.entry("Nummer op de wachtlijst", ""),
                        Map.entry("Naam", "Noor"),
                        Map.entry("E-mailadres", "noor@example.org"),
                        Map.entry("Adres bevestigd", "ja"),
                        Map.entry("Mail", ""),
                        Map.entry("Organisatie", "Gemeente Ede"),
                        Map.entry("Thema", "Tafel 1"),
                        Map.entry("Wat wil je weten?", "Alles,\n\"echt\""),
                        Map.entry("Welke?", "a; b"),
                        Map.entry("Eet je mee?", "ja"),
                        Map.entry("Aanwezig", "ja"),
                        Map.entry("Taal", "nl"),
                        Map.entry("Aangemeld op", "2026-11-02 10:00"),
                        Map.entry("Te laat afgemeld", "nee"),
                        Map.entry("Afgemeld op", ""),
                        Map.entry("Afgemeld door", ""),
                        Map.entry("Nummer", noor.registration().id().value()));
        assertThat(lines.get(1))
                .containsEntry("Stand", "wachtlijst")
                .containsEntry("Nummer op de wachtlijst", "3")
                .containsEntry("Eet je mee?", "")
                .containsEntry("Aanwezig", "");
        assertThat(read(csv(session("en", "What?"), piet), ',').getFirst()).containsEntry("Status", "waiting list");
    }

    @Test
    void hasAColumnForEveryValueOfAPerson() throws IOException {
        ListedRegistration noor =
                listed("Noor", Answers.NONE, new RegistrationState.Declined(NOW, ""), Optional.empty());

        assertThat(read(csv(SESSION, noor)).getFirst().values())
                .containsAll(PersonValues.of(noor.registration().person()).values());
    }

    @Test
    void keepsAnswersToRemovedQuestionsById() throws IOException {
        Answers answers = new Answers(Map.of(new QuestionId("oud"), List.of("Ja hoor")));
        ListedRegistration noor = listed("Noor", answers, new RegistrationState.Declined(NOW, ""), Optional.empty());

        assertThat(read(csv(SESSION, noor)).getFirst()).containsEntry("oud", "Ja hoor");
    }

    @Test
    void noCellIsAFormulaWhateverSomebodyTyped() throws IOException {
        for (String hostile :
                Stream.concat(formulas().stream(), HostileWords.all()).toList()) {
            Answers answers = new Answers(Map.of(TEXT, List.of(hostile), CHOICES, List.of(hostile, hostile)));
            ListedRegistration one = listed(
                    hostile, hostile, answers, new RegistrationState.Confirmed(NOW, false, theme()), Optional.empty());
            String csv = csv(session("nl", hostile), one);

            List<List<String>> lines = cells(csv, ';');
            assertThat(lines).as(hostile).hasSize(2).allMatch(line -> line.size() == 18);
            assertThat(lines).as(hostile).allSatisfy(line -> assertThat(line).allMatch(cell -> !cell.matches(FORMULA)));
            assertThat(lines.get(1).get(2).replace("'", ""))
                    .as("nothing of it is lost")
                    .isEqualTo(hostile.replace("'", ""));
            for (String part : csv.replace("\uFEFF", "").split("[,;\\t\\r\\n]", -1)) {
                assertThat(part)
                        .as("where cells are parted by another separator: %s", hostile)
                        .doesNotMatch(FORMULA_IN_A_PART);
            }
        }
    }

    @Test
    void leavesOtherCellsUnchanged() throws IOException {
        for (String plain : List.of(
                "Noor-Anne d'Hondt",
                "a = b",
                "noor@example.org",
                "1 + 1",
                "tot 10; of 11",
                "0612345678",
                "+31612345678",
                "+31 6 12345678",
                "3-4",
                "-5",
                "hooguit € 10,-")) {
            assertThat(name(plain)).isEqualTo(plain);
        }
    }

    @Test
    void aNumberBeforeAFormulaIsPartOfIt() throws IOException {
        assertThat(name("+1\n=cmd|' /C calc'!A0")).isEqualTo("'+1\n'=cmd|' /C calc'!A0");
        assertThat(name("+1,=cmd|' /C calc'!A0")).isEqualTo("'+1,'=cmd|' /C calc'!A0");
        assertThat(name("+31-6-12345678")).isEqualTo("'+31-6-12345678");
        assertThat(name("+1(0)")).isEqualTo("'+1(0)");
    }

    @Test
    void partsCellsAsExcelDoesInTheSessionsLanguage() throws IOException {
        ListedRegistration noor =
                listed("Noor", Answers.NONE, new RegistrationState.Declined(NOW, ""), Optional.empty());

        assertThat(csv(SESSION, noor))
                .contains("\"Stand\";\"Nummer op de wachtlijst\";")
                .doesNotContain("sep=");
        assertThat(csv(session("en", "What?"), noor))
                .contains("\"Status\",\"Position on the waiting list\",")
                .doesNotContain("sep=");
    }

    @Test
    void saysWhenByWhomAndHowLateSomebodyCancelled() throws IOException {
        ListedRegistration late = cancelled(new RegistrationState.CancelledByPerson(NOW, true, true));
        ListedRegistration inTime = cancelled(new RegistrationState.CancelledByPerson(NOW, true, false));
        ListedRegistration byOrganiser = cancelled(new RegistrationState.CancelledByOrganiser(NOW, true, "Dubbel"));
        ListedRegistration lapsed = cancelled(new RegistrationState.Lapsed(NOW, true));

        assertThat(read(csv(SESSION, late, inTime, byOrganiser, lapsed)))
                .extracting("Stand", "Te laat afgemeld", "Afgemeld op", "Afgemeld door")
                .containsExactly(
                        tuple("afgemeld", "ja", "2026-11-02 10:00", "deelnemer"),
                        tuple("afgemeld", "nee", "2026-11-02 10:00", "deelnemer"),
                        tuple("afgemeld", "nee", "2026-11-02 10:00", "organisator"),
                        tuple("afgemeld", "nee", "2026-11-02 10:00", "vervallen"));
    }

    @Test
    void saysWhetherTheAddressIsConfirmedAndWhatKeepsMailFromIt() throws IOException {
        Registration noor =
                cancelled(new RegistrationState.Confirmed(NOW, false, theme())).registration();
        Registration unconfirmed = noor.with(new AddressProof.Awaited(Optional.of(NOW)));

        assertThat(read(csv(SESSION, row(unconfirmed), row(noor))))
                .extracting("Adres bevestigd", "Mail")
                .containsExactly(tuple("nee", ""), tuple("ja", ""));
        assertThat(read(csv(
                        SESSION,
                        Arrays.stream(MailProblem.Kind.values())
                                .map(kind -> row(noor.withMailProblem(Optional.of(new MailProblem(kind, NOW)))))
                                .toArray(ListedRegistration[]::new))))
                .extracting("Mail")
                .containsExactly(
                        "een mail kwam later aan",
                        "laatste mail nog niet aangekomen",
                        "niet gemaild: te veel mail naar deze mailbox",
                        "niet gemaild: wil geen mail van ons",
                        "mail komt niet aan",
                        "mail komt niet aan",
                        "meldde onze mail als ongewenst");
    }

    private static ListedRegistration row(Registration registration) {
        return new ListedRegistration(registration, OptionalInt.empty());
    }

    private static ListedRegistration cancelled(RegistrationState state) {
        return listed("Noor", Answers.NONE, state, Optional.empty());
    }

    /** Returns the cell of a name as a reader of CSV sees it. */
    private static String name(String typed) throws IOException {
        ListedRegistration one = listed(typed, Answers.NONE, new RegistrationState.Declined(NOW, ""), Optional.empty());
        return cells(csv(SESSION, one), ';').get(1).get(2);
    }

    @Test
    void partsMakeUpWholeListWithSameColumns() throws IOException {
        List<ListedRegistration> list = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Answers answers = new Answers(
                    i == 33
                            ? Map.of(new QuestionId("oud"), List.of("ja"))
                            : Map.of(TEXT, List.of("\"é€\n".repeat(i * 7 % 90))));
            list.add(listed("Noor " + i, answers, new RegistrationState.Declined(NOW, ""), Optional.empty()));
        }
        PartLimit limit = new PartLimit(9, 6_000);
        List<List<String>> whole = cells(csv(SESSION, list.toArray(ListedRegistration[]::new)), ';');

        List<List<String>> joined = new ArrayList<>(whole.subList(0, 1));
        int parts = 0;
        boolean isMore = true;
        while (isMore) {
            List<ListedRegistration> rest = list.subList(joined.size() - 1, list.size());
            RegistrationPart part = new RegistrationPart(
                    SampleSessions.withTaken(SESSION, 0, 0),
                    rest,
                    false,
                    new TreeSet<>(List.of(TEXT, CHOICES, YES_NO, new QuestionId("oud"))));
            RegistrationsCsv.File file = RegistrationsCsv.of(part, limit, cursor -> "/next?after=" + cursor.written());
            List<List<String>> lines = new ArrayList<>(cells(file.text(), ';'));
            parts++;
            isMore = file.next().isPresent();

            assertThat(ResponseSize.of(file.text())).isLessThanOrEqualTo(limit.bytes());
            assertThat(lines).allMatch(line -> line.size() == 19).hasSizeLessThanOrEqualTo(11);
            assertThat(lines.getFirst()).isEqualTo(whole.getFirst()).contains("oud");
            if (isMore) {
                assertThat(lines.removeLast())
                        .startsWith(
                                "De lijst gaat verder op:",
                                "/next?after=" + file.next().get().written());
            }
            joined.addAll(lines.subList(1, lines.size()));
        }
        assertThat(joined).isEqualTo(whole);
        assertThat(parts).isEqualTo(6);
    }

    @Test
    void aRowWeighsNoMoreThanItsLine() {
        Answers answers = new Answers(Map.of(TEXT, List.of("\"x\""), new QuestionId("oud"), List.of("y".repeat(999))));
        ListedRegistration noor = listed("Noor", answers, new RegistrationState.Declined(NOW, ""), Optional.empty());
        String lines = csv(SESSION, noor);

        assertThat(RegistrationsCsv.weight(SESSION).applyAsLong(noor.registration()))
                .isBetween(1_000L, ResponseSize.of(lines.substring(lines.indexOf("\r\n") + 2)));
    }

    @Test
    void theFilesNameNeedsNoEscaping() {
        assertThat(RegistrationsCsv.disposition(SESSION))
                .isEqualTo("attachment; filename*=UTF-8''versnellingskamer-aanmeldingen.csv");
    }

    /** Returns the whole list in one part. */
    private static String csv(Session session, ListedRegistration... listed) {
        SortedSet<QuestionId> answered = new TreeSet<>();
        List.of(listed)
                .forEach(one ->
                        answered.addAll(one.registration().answers().given().keySet()));
        RegistrationPart part =
                new RegistrationPart(SampleSessions.withTaken(session, 0, 0), List.of(listed), false, answered);
        return RegistrationsCsv.of(part, Wiring.RESPONSE_LIMIT, cursor -> "/next?after=" + cursor.written())
                .text();
    }

    /** Returns cells that spreadsheets run, and 500 random ones of the same characters, with a fixed seed. */
    private static List<String> formulas() {
        List<String> formulas = new ArrayList<>(List.of(
                "=1+1",
                "+31 6 12345678",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "=HYPERLINK(\"http://example.org?\"&A1;\"klik\")",
                "\"=1+1",
                "\"\"\"=1+1",
                " =1+1",
                "a;=1+1;b",
                "a\n=1+1",
                "a\r\n\"=1+1\"",
                "\",=1+1,\"",
                "\uff1d1+1",
                "'=1+1",
                "\u00a0=1+1",
                "%0A=1+1"));
        Random random = new Random(11);
        String characters = "=+-@\t\r\n;,\"' a1(!|\u00e9\uff1d\u00a0";
        for (int i = 0; i < 500; i++) {
            StringBuilder typed = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                typed.append(characters.charAt(random.nextInt(characters.length())));
            }
            formulas.add(typed.toString());
        }
        return formulas;
    }

    private static List<Map<String, String>> read(String csv) throws IOException {
        return read(csv, ';');
    }

    private static List<Map<String, String>> read(String csv, char separator) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(csv.substring(1)))) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (CSVRecord line : parser) {
                Map<String, String> byName = new LinkedHashMap<>();
                parser.getHeaderNames().forEach(name -> byName.put(name, line.get(name)));
                lines.add(byName);
            }
            return lines;
        }
    }

    private static List<List<String>> cells(String csv, char separator) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser = format.parse(new StringReader(csv.substring(1)))) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }

    private static Optional<ThemeId> theme() {
        return Optional.of(new ThemeId("tafel-1"));
    }

    private static ListedRegistration listed(
            String name, Answers answers, RegistrationState state, Optional<Boolean> present) {
        return listed(name, "Gemeente Ede", answers, state, present);
    }

    private static ListedRegistration listed(
            String name, String organisation, Answers answers, RegistrationState state, Optional<Boolean> present) {
        EmailAddress email = new EmailAddress("noor@example.org");
        Registration registration = new Registration(
                SESSION.id(),
                KEY.registrationId(SESSION.id(), email),
                new LinkSecrets(new LinkSecret("0123456789abcdefghijkA")),
                new UUID(0, 1),
                new Person(name, email, Optional.of(organisation)),
                Language.NL,
                NOW,
                answers,
                NOW,
                state,
                Sequence.FIRST,
                LetterLog.empty(NOW),
                Revision.FIRST,
                Optional.empty(),
                Version.NONE.next(),
                present,
                new AddressProof.Given(NOW),
                Optional.empty(),
                StoredOriginal.NONE);
        boolean waits = state instanceof RegistrationState.Waitlisted;
        return new ListedRegistration(registration, waits ? OptionalInt.of(3) : OptionalInt.empty());
    }

    private static Session session(String language, String label) {
        Map<String, Object> tree = Map.of(
                "title", "Versnellingskamer",
                "organiser", "Zorgalliantie",
                "contact", "zorgalliantie@example.org",
                "language", language,
                "start", "2026-12-03T15:00:00+01:00",
                "end", "2026-12-03T17:00:00+01:00",
                "themes", List.of(Map.of("id", "tafel-1", "title", "Tafel 1")),
                "questions",
                        List.of(
                                Map.of("id", "vraag", "label", "Wat?"),
                                Map.of(
                                        "id",
                                        "keuzes",
                                        "label",
                                        "Welke?",
                                        "kind",
                                        "choices",
                                        "options",
                                        List.of("a", "b")),
                                Map.of("id", "lunch", "label", "Eet je mee?", "kind", "yes-no")));
        SessionDocument document = switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
        return Session.published(new SessionId("versnellingskamer"), labelled(document, label), NOW);
    }

    /** Relabels a question, bypassing the validation of the fields. */
    private static SessionDocument labelled(SessionDocument document, String label) {
        return new SessionDocument(
                document.about(),
                document.when(),
                document.where(),
                document.signUp(),
                document.themes(),
                document.questions().stream()
                        .map(asked -> asked.id().equals(TEXT)
                                ? new Question(
                                        asked.id(),
                                        label,
                                        asked.kind(),
                                        asked.options(),
                                        asked.required(),
                                        asked.theme())
                                : asked)
                        .toList(),
                document.programme(),
                document.materials(),
                document.chosenReminders(),
                document.notifications(),
                document.retention());
    }
}
