package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.Parts;
import nl.samenkomst.local.tests.kit.Parts.Part;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import nl.samenkomst.xlsx.ReadWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that an organiser's lists come in parts that fit into a response, and that the parts together are complete.
 */
class ListPartsTest {

    private static final String SESSIONS = "/api/v1/organiser/sessions";
    private static final String JSON = SESSIONS + "/{id}/registrations";
    private static final String CSV = JSON + ".csv";
    private static final String XLSX = JSON + ".xlsx";
    private static final String PRINT = JSON + ".html";
    private static final String CHANGES = SESSIONS + "/{id}/changes";

    /** Lambda's limit for a whole response, in bytes. */
    private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

    private static final PartLimit SMALL = new PartLimit(Integer.MAX_VALUE, 2_500);

    private final Gathering gathering = new Gathering("places", 8);

    @Test
    void partsAreTheWholeListInSignUpOrder() throws IOException {
        signUp(0, 25);
        gathering.cancel("persoon3");
        List<Map<?, ?>> whole = list(JSON, Wiring.RESPONSE_LIMIT).get("").rows("registrations");
        assertThat(whole).hasSize(25);
        assertThat(whole.stream().map(row -> row.get("email")).toList())
                .isEqualTo(names(0, 25).map(name -> name + "@example.org").toList());

        for (String query : List.of("", "limit=1", "limit=4", "limit=24", "limit=25", "lang=en&limit=10000")) {
            List<Part> parts = list(JSON, SMALL).from(list(JSON, SMALL).get(query));

            assertThat(rows(parts)).as(query).isEqualTo(whole);
            assertThat(parts).hasSizeGreaterThan(2).allMatch(part -> part.bytes() < 2_500 + 1_500);
        }
    }

    @Test
    void keepsTheStateTheLimitAndTheLanguageFromPartToPart() throws IOException {
        signUp(0, 20);
        Part first = list(JSON, SMALL).get("lang=en&limit=5&state=waitlisted");
        List<Part> parts = list(JSON, SMALL).from(first);

        assertThat(first.next().orElseThrow()).contains("?state=waitlisted&limit=5&lang=en&after=");
        assertThat(parts).hasSize(3);
        assertThat(rows(parts).stream().map(row -> row.get("position")).toList())
                .isEqualTo(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void keepsTheAddressFilterFromPartToPart() throws IOException {
        for (int i = 0; i < 5; i++) {
            gathering.signUp("bevestigd" + i);
            gathering.signUpUnconfirmed("onbevestigd" + i);
        }
        for (String flag : List.of("true", "false")) {
            Part first = list(JSON, SMALL).get("limit=2&addressConfirmed=" + flag);
            assertThat(first.next().orElseThrow()).contains("?addressConfirmed=" + flag + "&limit=2&after=");
            assertThat(rows(list(JSON, SMALL).from(first)))
                    .hasSize(5)
                    .extracting(row -> String.valueOf(row.get("addressConfirmed")))
                    .containsOnly(flag);
        }
        assertThat(list(PRINT, Wiring.RESPONSE_LIMIT)
                        .get("addressConfirmed=false")
                        .body())
                .contains("onbevestigd4", "e-mailadres niet bevestigd")
                .doesNotContain(">bevestigd0<");
    }

    /**
     * Lists nobody twice and skips nobody, whatever happens between two parts, even if the last person of a part is
     * erased.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void staysCompleteWhileTheListChanges(int limit) throws IOException {
        signUp(0, 20);
        Parts list = list(JSON, SMALL);
        Part part = list.get("limit=" + limit);
        List<String> seen = new ArrayList<>(emails(part));
        int erased = 0;
        int joined = 20;
        while (part.next().isPresent()) {
            if (joined < 26) {
                signUp(joined, ++joined);
            }
            if (erased < 6) {
                // These include the people whom the last cursor names.
                erase(seen.getLast().replace("@example.org", ""));
                erased++;
            }
            if (erased == 3) {
                gathering.cancel("persoon18");
            }
            part = list.next(part);
            seen.addAll(emails(part));
        }

        assertThat(seen)
                .isEqualTo(names(0, joined).map(name -> name + "@example.org").toList());
    }

    @Test
    void csvPartsAreCompleteAndLinkInTheLastLine() throws IOException {
        signUp(0, 25);
        List<String> whole = lines(list(CSV, Wiring.RESPONSE_LIMIT).get(""));
        List<Part> parts = list(CSV, SMALL).from(list(CSV, SMALL).get(""));

        List<String> joined = new ArrayList<>(whole.subList(0, 1));
        for (Part part : parts) {
            List<String> lines = lines(part);
            assertThat(lines.getFirst()).isEqualTo(whole.getFirst());
            if (part.next().isPresent()) {
                assertThat(lines.removeLast())
                        .startsWith(
                                "\"De lijst gaat verder op:\";\"" + part.next().get() + "\"");
            }
            joined.addAll(lines.subList(1, lines.size()));
        }
        assertThat(joined).isEqualTo(whole).hasSize(26);
        assertThat(parts).hasSize(3);
    }

    @Test
    void workbookPartsAreCompleteAndLinkInTheLastRow() throws IOException {
        signUp(0, 25);
        List<List<String>> whole = ReadWorkbook.ofBase64(
                        list(XLSX, Wiring.RESPONSE_LIMIT).get("").body())
                .rows(1);
        List<Part> parts = list(XLSX, SMALL).from(list(XLSX, SMALL).get("limit=10"));

        List<List<String>> joined = new ArrayList<>(whole.subList(0, 1));
        for (Part part : parts) {
            List<List<String>> rows =
                    new ArrayList<>(ReadWorkbook.ofBase64(part.body()).rows(1));
            if (part.next().isPresent()) {
                assertThat(rows.removeLast())
                        .startsWith("De lijst gaat verder op:", part.next().get());
            }
            joined.addAll(rows.subList(1, rows.size()));
        }
        assertThat(joined).isEqualTo(whole).hasSize(26);
        assertThat(parts).hasSizeGreaterThan(2);
    }

    @Test
    void printedPartsAreCompleteAndNoteChanges() throws IOException {
        signUp(0, 25);
        Parts paper = list(PRINT, Wiring.RESPONSE_LIMIT);
        List<Part> parts = paper.from(paper.get("limit=4"));
        assertThat(parts).hasSize(7);
        assertThat(parts.stream().flatMap(part -> printedRows(part).stream()).toList())
                .isEqualTo(printedRows(paper.get("")))
                .hasSize(25);

        Part first = paper.get("limit=4");
        assertThat(Jsoup.parse(first.body()).select("a[rel=next]").eachAttr("href"))
                .hasSize(2)
                .allMatch(first.next().orElseThrow()::equals);
        gathering.cancel(printedRows(first).getLast());
        String query = first.next().orElseThrow().replaceFirst(".*\\?", "");
        assertThat(paper.get(query).status()).isEqualTo(409);
        assertThat(paper.get(query).body()).contains("list.changed");
    }

    @Test
    void pagesSessionsByStart() throws IOException {
        for (int i = 0; i < 60; i++) {
            gathering.publishAs(new SessionId("sessie-" + i), "title", "Sessie " + i);
        }
        Parts sessions = list(SESSIONS, Wiring.RESPONSE_LIMIT);
        List<?> whole = sessions.get("").rows("sessions");
        assertThat(whole).hasSize(61);

        for (String query : List.of("limit=7", "limit=50", "limit=60", "limit=61")) {
            List<Map<?, ?>> joined = new ArrayList<>();
            for (Part part : sessions.from(sessions.get(query))) {
                joined.addAll(part.rows("sessions"));
            }
            assertThat(joined).as(query).isEqualTo(whole);
        }
        Parts small = list(SESSIONS, SMALL);
        assertThat(small.from(small.get(""))).hasSizeGreaterThan(20);
    }

    @Test
    void pagesChangesOfTheSameMoment() throws IOException {
        signUp(0, 12);
        for (int i = 0; i < 12; i++) {
            gathering
                    .wiring()
                    .organiser()
                    .cancelRegistration()
                    .cancel(Gathering.ID, gathering.id("persoon" + i), "Reden " + i, Actor.LOCAL);
            if (i % 4 == 3) {
                gathering.clock.advance(Duration.ofSeconds(1));
            }
        }
        Parts changes = list(CHANGES, Wiring.RESPONSE_LIMIT);
        List<?> whole = changes.get("").rows("changes");
        assertThat(whole).hasSize(13);

        for (int limit = 1; limit <= 13; limit++) {
            List<Map<?, ?>> joined = new ArrayList<>();
            for (Part part : changes.from(changes.get("limit=" + limit))) {
                joined.addAll(part.rows("changes"));
            }
            assertThat(joined).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit.out-of-range",
        "limit=10001, limit.out-of-range",
        "limit=-1, limit.out-of-range",
        "limit=tien, limit.out-of-range",
        "limit=, limit.out-of-range",
        "limit=1%0A2, limit.out-of-range",
        "after=, after.invalid",
        "after=persoon1@example.org, after.invalid",
        "after=2026-12-03T14:00:00Z~x~y, after.invalid"
    })
    void refusesInvalidQueries(String query, String code) throws IOException {
        for (String path : List.of(SESSIONS, JSON, CSV, XLSX, PRINT, CHANGES)) {
            Part answer = list(path, Wiring.RESPONSE_LIMIT).get(query);

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("\"" + code + "\"");
        }
    }

    /** Uses the heaviest sign-ups possible: twenty answers in which every character is escaped twice. */
    @Test
    void noResponseExceedsLambdasLimit() throws IOException {
        List<Map<String, Object>> questions = IntStream.range(0, 20)
                .mapToObj(i -> Map.<String, Object>of("id", "vraag-" + i, "label", "Vraag " + i, "kind", "text"))
                .toList();
        Gathering heavy = new Gathering("questions", questions);
        Map<String, String> answers = questions.stream()
                .collect(Collectors.toMap(
                        question -> String.valueOf(question.get("id")), question -> "\"\\".repeat(999)));
        int people = 50;
        for (int i = 0; i < people; i++) {
            heavy.clock.advance(Duration.ofSeconds(1));
            Person person = new Person("Persoon " + i, new EmailAddress("p" + i + "@example.org"), Optional.empty());
            heavy.wiring()
                    .register()
                    .register(Gathering.ID, new SignUp(person, Optional.empty(), Optional.empty(), answers));
        }
        ManageSessionsHandler handler = new ManageSessionsHandler(heavy.wiring());
        for (String path : List.of(JSON, CSV)) {
            Parts list = new Parts(handler, path, Gathering.ID.value());
            List<Part> parts = list.from(list.get(""));

            assertThat(parts).hasSize(2);
            assertThat(parts).allMatch(part -> part.bytes() < Wiring.RESPONSE_LIMIT.bytes() + 2_000);
            assertThat(parts.getFirst().bytes()).isBetween(4_800_000, SIX_MEGABYTES);
            assertThat(parts.stream()
                            .mapToInt(part -> part.body().split("p\\d+@example.org", -1).length - 1)
                            .sum())
                    .isEqualTo(people);
        }
    }

    private Parts list(String path, PartLimit limit) {
        return new Parts(new ManageSessionsHandler(gathering.wiring(limit)), path, Gathering.ID.value());
    }

    /** Signs up one person each second. */
    private void signUp(int from, int to) {
        for (int i = from; i < to; i++) {
            gathering.clock.advance(Duration.ofSeconds(1));
            gathering.signUp("persoon" + i);
        }
    }

    private static Stream<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "persoon" + i);
    }

    private void erase(String name) {
        gathering.wiring().erase().erase(Gathering.ID, gathering.find(name).ownLink());
    }

    private static List<Map<?, ?>> rows(List<Part> parts) throws IOException {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Part part : parts) {
            rows.addAll(part.rows("registrations"));
        }
        return rows;
    }

    private static List<String> emails(Part part) throws IOException {
        return part.rows("registrations").stream()
                .map(row -> String.valueOf(row.get("email")))
                .toList();
    }

    private static List<String> lines(Part part) {
        List<String> lines = new ArrayList<>();
        Collections.addAll(lines, part.body().split("\r\n"));
        return lines;
    }

    private static List<String> printedRows(Part part) {
        return Jsoup.parse(part.body()).select("tbody th bdi").eachText();
    }
}
