package nl.samenkomst.xlsx;

import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.RandomTexts;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** The list as a workbook: read by Java's own zip reader and XML parser. */
final class RegistrationsXlsxTest {

    private static final QuestionId QUESTION = new QuestionId("verandering");
    private static final ThemeId BUURT = new ThemeId("buurt");
    private static final ThemeId WERK = new ThemeId("werk");

    @Test
    void everyCellOfPeopleIsTextAsItWasTyped() throws IOException {
        List<String> typed = List.of(
                "0612345678",
                "3-4",
                "+31612345678",
                "=1+1",
                "é",
                "🙂",
                "eerst\ndan",
                "a;b",
                "a,b",
                "zei \"ja\"",
                "1,5",
                "1.5",
                "TRUE",
                "2026-12-03",
                "_x0041_x0042_");
        ReadWorkbook workbook = read(people(VERSNELLINGSKAMER, typed));

        assertThat(names(workbook)).isEqualTo(typed);
        assertThat(workbook.types(1)).containsExactly("s");
        assertThat(workbook.xml("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void hasTheColumnsOfTheCsv() throws IOException {
        ListedRegistration noor = listed(
                VERSNELLINGSKAMER,
                "Noor",
                new RegistrationState.CancelledByPerson(NOW, true, true),
                Map.of(QUESTION, List.of("Minder regels")));
        List<List<String>> rows = read(part(VERSNELLINGSKAMER, List.of(noor))).rows(1);

        assertThat(rows.getFirst())
                .startsWith(
                        "Stand",
                        "Nummer op de wachtlijst",
                        "Naam",
                        "E-mailadres",
                        "Adres bevestigd",
                        "Mail",
                        "Organisatie",
                        "Thema")
                .endsWith(
                        "Aanwezig",
                        "Taal",
                        "Aangemeld op",
                        "Te laat afgemeld",
                        "Afgemeld op",
                        "Afgemeld door",
                        "Nummer");
        assertThat(rows.get(1))
                .startsWith("afgemeld", "", "Noor")
                .contains("Minder regels")
                .endsWith(
                        "nl",
                        "2026-11-20 10:00",
                        "ja",
                        "2026-11-20 10:00",
                        "deelnemer",
                        noor.registration().id().value());
    }

    @Test
    void countsPeoplePlacesThemesAndPresence() throws IOException {
        Places places = Places.allFree(VERSNELLINGSKAMER.document())
                .add(Count.TAKEN, 7)
                .add(Count.REVIEWING, 2)
                .add(Count.HELD, 1)
                .add(Count.WAITING, 3)
                .add(Count.CANCELLED, 4)
                .add(Count.PRESENT, 5)
                .add(Count.ABSENT, 1)
                .add(Count.UNCONFIRMED, 3)
                .add(Count.UNCONFIRMED_PLACES, 2)
                .add(BUURT, 4, 3)
                .add(WERK, 3, 0);
        RegistrationPart part =
                new RegistrationPart(new SessionSnapshot(VERSNELLINGSKAMER, places), List.of(), false, new TreeSet<>());
        ReadWorkbook workbook = read(part);

        assertThat(workbook.sheets()).containsExactly("Aanmeldingen", "Aantallen");
        assertThat(workbook.rows(2).stream().map(row -> String.join("|", row).replaceAll("\\|+$", "")))
                .containsExactly(
                        "Aanmeldingen|Aantal",
                        "heeft een plek|6",
                        "wachtlijst|3",
                        "wacht op besluit|2",
                        "afgewezen|0",
                        "afgemeld|4",
                        "uitgenodigd|0",
                        "kan niet komen|0",
                        "uitnodiging ingetrokken|0",
                        "",
                        "Plekken|Aantal",
                        "Plekken in totaal|12",
                        "Bezet|7",
                        "Vrij|5",
                        "",
                        "Thema|Plekken in totaal|Bezet|Vrij|Op de wachtlijst|niet bevestigd, met een plek",
                        "Meedoen in de buurt|4|4|0|3|0",
                        "Werk dat past|4|3|1|0|0",
                        "Digitaal meekomen||0|5|0|0",
                        "",
                        "E-mailadressen|Aantal",
                        "niet bevestigd|3",
                        "niet bevestigd, met een plek|2",
                        "",
                        "Aanwezigheid|Aantal",
                        "aanwezig|5",
                        "afwezig|1");
        assertThat(workbook.types(2)).containsExactlyInAnyOrder("s", "n");
    }

    @Test
    void speaksTheSessionsLanguage() throws IOException {
        ReadWorkbook workbook = read(people(LIBRARY_NETWORK, List.of("Noor")));

        assertThat(workbook.sheets()).containsExactly("Registrations", "Numbers");
        assertThat(workbook.rows(1).getFirst()).startsWith("Status", "Position on the waiting list", "Name");
        assertThat(workbook.rows(2)).contains(List.of("has a place", "0"), List.of("Total places", ""));
    }

    @Test
    void keepsTheHeadingsInViewAndFiltersByEach() throws IOException {
        String sheet = read(people(LIBRARY_NETWORK, List.of("Noor", "Piet"))).xml("xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:O3\">");
    }

    @Test
    void columnsAreAsWideAsTheirLongestLineWithinReason() throws IOException {
        String wide = read(people(LIBRARY_NETWORK, List.of("Noor\nvan den Heuvel-Rijnders", "x".repeat(500))))
                .xml("xl/worksheets/sheet1.xml");
        String narrow = read(people(LIBRARY_NETWORK, List.of("Noor\nvan den Heuvel-Rijnders", "Piet")))
                .xml("xl/worksheets/sheet1.xml");

        // The third column is the name; the first is as wide as its heading, its filter and some air.
        assertThat(wide).containsPattern("<col min=\"3\" max=\"3\" width=\"60\\.0\"");
        assertThat(narrow)
                .containsPattern("<col min=\"3\" max=\"3\" width=\"25\\.0\"")
                .containsPattern("<col min=\"1\" max=\"1\" width=\"13\\.0\"");
    }

    @Test
    void theSameListIsTheSameBytes() throws Exception {
        String first = file(people(VERSNELLINGSKAMER, List.of("Noor", "Piet")));
        // The library writes the time in milliseconds.
        Thread.sleep(2);

        assertThat(file(people(VERSNELLINGSKAMER, List.of("Noor", "Piet")))).isEqualTo(first);
        assertThat(ReadWorkbook.ofBase64(first).xml("docProps/core.xml"))
                .doesNotContain("created")
                .contains("Samenkomst");
    }

    @Test
    void nothingThatPeopleTypeBreaksTheWorkbook() throws IOException {
        List<String> typed = Stream.concat(HostileWords.all(), RandomTexts.of(3, 500, 60))
                .filter(words -> !validInXml(words).isEmpty())
                .toList();

        assertThat(names(read(people(VERSNELLINGSKAMER, typed))))
                .isEqualTo(typed.stream().map(RegistrationsXlsxTest::validInXml).toList());
    }

    @Test
    void partsMakeUpTheWholeList() throws IOException {
        List<String> typed = new Random(5)
                .ints(60, 500, 1_500)
                .mapToObj(RegistrationsXlsxTest::incompressible)
                .toList();
        RegistrationPart whole = people(VERSNELLINGSKAMER, typed);
        PartLimit limit = new PartLimit(20, 25_000);

        List<String> joined = new ArrayList<>();
        int parts = 0;
        boolean isMore = true;
        while (isMore) {
            List<ListedRegistration> rest = whole.registrations()
                    .subList(joined.size(), whole.registrations().size());
            RegistrationsXlsx.File file = RegistrationsXlsx.of(
                    part(VERSNELLINGSKAMER, rest), limit, cursor -> "/next?after=" + cursor.written());
            isMore = file.next().isPresent();
            parts++;

            assertThat(file.base64().length()).isLessThanOrEqualTo(25_000);
            List<List<String>> rows =
                    new ArrayList<>(ReadWorkbook.ofBase64(file.base64()).rows(1));
            if (isMore) {
                assertThat(rows.removeLast())
                        .startsWith(
                                "De lijst gaat verder op:",
                                "/next?after=" + file.next().get().written());
            }
            rows.stream().skip(1).map(row -> row.get(2)).forEach(joined::add);
        }
        assertThat(joined).isEqualTo(typed);
        assertThat(parts).isEqualTo(5);
    }

    @Test
    void oneRegistrationAlwaysFits() throws IOException {
        RegistrationPart part = people(VERSNELLINGSKAMER, List.of(incompressible(4_000), "Piet"));
        RegistrationsXlsx.File file = RegistrationsXlsx.of(part, PartLimit.ofBytes(100), cursor -> "/next");

        assertThat(names(ReadWorkbook.ofBase64(file.base64())))
                .hasSize(2)
                .first()
                .asString()
                .hasSize(4_000);
        assertThat(file.next()).isPresent();
    }

    @Test
    void theFilesNameNeedsNoEscaping() {
        assertThat(RegistrationsXlsx.disposition(VERSNELLINGSKAMER))
                .isEqualTo("attachment; filename*=UTF-8''versnellingskamer-aanmeldingen.xlsx");
    }

    /** Returns random letters, digits and signs, which nothing makes shorter. */
    private static String incompressible(int length) {
        return new Random(length)
                .ints(length, '0', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the text without the characters that XML cannot contain (XML 1.0 §2.2). */
    private static String validInXml(String words) {
        return words.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ReadWorkbook read(RegistrationPart part) throws IOException {
        return ReadWorkbook.ofBase64(file(part));
    }

    private static String file(RegistrationPart part) {
        return RegistrationsXlsx.of(part, Wiring.RESPONSE_LIMIT, cursor -> "/next")
                .base64();
    }

    private static List<String> names(ReadWorkbook workbook) {
        return workbook.rows(1).stream().skip(1).map(row -> row.get(2)).toList();
    }

    /** Returns a list of people with these names. */
    private static RegistrationPart people(Session session, List<String> names) {
        return part(
                session,
                IntStream.range(0, names.size())
                        .mapToObj(i -> listed(session, names.get(i), SampleSessions.confirmed(), Map.of()))
                        .toList());
    }

    private static ListedRegistration listed(
            Session session, String name, RegistrationState state, Map<QuestionId, List<String>> answers) {
        Person person = new Person(name, new EmailAddress("noor@example.org"), Optional.empty());
        return new ListedRegistration(
                SampleSessions.registration(session, state, person, answers), OptionalInt.empty());
    }

    private static RegistrationPart part(Session session, List<ListedRegistration> list) {
        SortedSet<QuestionId> answered = new TreeSet<>();
        list.forEach(one -> answered.addAll(one.registration().answers().given().keySet()));
        return new RegistrationPart(SampleSessions.withTaken(session, 0, 0), list, false, answered);
    }
}
