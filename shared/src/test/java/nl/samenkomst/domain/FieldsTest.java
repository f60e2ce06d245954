package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.samenkomst.domain.document.ThemeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {

    private static final int MAX = 200;

    /** A method that reads a text field, under its name. */
    record Reader(String name, Function<Fields, Object> read) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Reader> readers() {
        return List.of(
                new Reader("line", fields -> fields.line("id", MAX)),
                new Reader("requiredLine", fields -> fields.requiredLine("id", MAX)),
                new Reader("text", fields -> fields.text("id", MAX)),
                new Reader("address", fields -> fields.address("id")),
                new Reader("link", fields -> fields.link("id")),
                new Reader("picture", fields -> fields.picture("id", MAX)),
                new Reader("moment", fields -> fields.moment("id")),
                new Reader("span", fields -> fields.span("id")),
                new Reader("oneOf", fields -> fields.oneOf("id", List.of("nl", "en"))),
                new Reader("id", fields -> fields.id(MAX, Language::of, "nl", Set.of())));
    }

    static List<Reader> readersOfLists() {
        return List.of(
                new Reader("lines", fields -> fields.lines("id", 3, MAX)),
                new Reader("spans", fields -> fields.spans("id", 3)));
    }

    /** Returns combining marks that would keep a normalizer busy for seconds. */
    private static String combiningMarks(int chars) {
        return "a" + "\u0301".repeat(chars / 2) + "\u0316".repeat(chars / 2);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void refusesAFieldByItsLengthAlone(Reader reader) {
        Fields fields = Fields.of(Map.of("id", combiningMarks(60_000)));

        Object read = reader.read().apply(fields);

        assertThat(fields.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(Reason.TOO_LONG));
        assertThat(String.valueOf(read)).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @MethodSource("readersOfLists")
    void refusesAnEntryByItsLengthAlone(Reader reader) {
        Fields fields = Fields.of(Map.of("id", List.of(combiningMarks(60_000))));

        assertThat(reader.read().apply(fields)).isEqualTo(List.of());
        assertThat(fields.problems())
                .extracting(Problem::pointer, Problem::reason)
                .containsExactly(tuple("/id/0", Reason.TOO_LONG));
    }

    @Test
    void countsLengthInComposedCodePoints() {
        for (String character : List.of("a", "\ud83d\ude00", "e\u0323\u0302", "\u1112\u1161\u11ab")) {
            Fields fields = Fields.of(Map.of("name", character.repeat(MAX)));

            assertThat(fields.line("name", MAX)).as(character).isPresent();
            assertThat(fields.problems()).isEmpty();
        }
    }

    @Test
    void aLineOfInvisibleCharactersIsMissing() {
        Fields fields = Fields.of(Map.of("name", "\u200b\ufeff", "email", "\u2060"));

        assertThat(fields.requiredLine("name", MAX)).isEmpty();
        assertThat(fields.address("email")).isEmpty();
        assertThat(fields.problems()).containsExactly(new Problem("name", Reason.REQUIRED));
    }

    @Test
    void readsWithoutInvisibleCharacters() {
        Fields fields = Fields.of(Map.of(
                "id", "wer\u00adk",
                "link", "\ufeffhttps://example.org/a\u200bb",
                "contact", "\u202avragen@exam\u00adple.org\u202c",
                "start", "\u200e2026-12-03T15:00:00+01:00",
                "topics", List.of("Een\u00adzaamheid")));

        assertThat(fields.id(MAX, ThemeId::parse, "werk", Set.of())).contains(new ThemeId("werk"));
        assertThat(fields.link("link")).contains(URI.create("https://example.org/ab"));
        assertThat(fields.address("contact")).contains(new EmailAddress("vragen@example.org"));
        assertThat(fields.moment("start")).contains(OffsetDateTime.parse("2026-12-03T15:00:00+01:00"));
        assertThat(fields.lines("topics", 3, MAX)).containsExactly("Eenzaamheid");
        assertThat(fields.problems()).isEmpty();
    }

    @Test
    void refusesOverridesInAnAddress() {
        Fields fields = Fields.of(Map.of("email", "no\u202eor@example.org"));

        assertThat(fields.address("email")).isEmpty();
        assertThat(fields.problems()).containsExactly(new Problem("email", Reason.CHARACTERS));
    }

    @Test
    void limitsProblemsPerResponse() {
        Map<String, Object> tree = new LinkedHashMap<>();
        IntStream.range(0, 1_000).forEach(i -> tree.put("a" + i, 1));
        tree.put("list", Collections.nCopies(100, 1));
        Fields fields = Fields.of(tree);

        fields.allowOnly(Set.of("list"));
        fields.lines("list", 100, MAX);

        assertThat(fields.problems()).hasSize(Problem.MAX_PER_RESPONSE);
        assertThat(new Parsed.Invalid<>(Collections.nCopies(70, new Problem("a", Reason.INVALID))).problems())
                .hasSize(Problem.MAX_PER_RESPONSE);
    }

    @Test
    void abbreviatesLongNames() {
        Fields fields = Fields.of(Map.of("\ud83d\ude00".repeat(10_000), 1));

        fields.allowOnly(Set.of());

        String told = "\ud83d\ude00".repeat(100) + "…";
        assertThat(fields.problems())
                .containsExactly(new Problem("/" + told, "field", Reason.UNKNOWN, Map.of("name", told)));
    }
}
