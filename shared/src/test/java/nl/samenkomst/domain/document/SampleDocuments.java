package nl.samenkomst.domain.document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import org.jspecify.annotations.Nullable;

/** Session documents as an organiser writes them: a valid one, with fields added or replaced. */
public final class SampleDocuments {

    public static final ThemeId BUURT = new ThemeId("buurt");
    public static final ThemeId WERK = new ThemeId("werk");

    /** When the shortest document starts: 15:00 in Amsterdam. */
    public static final Instant START = Instant.parse("2026-12-03T14:00:00Z");

    /** Thursday 3 December 2026, 15:00-17:00 in Amsterdam; required fields only. */
    private static final Map<String, Object> SHORTEST = Map.of(
            "title", "Versnellingskamer participatie",
            "organiser", "Zorgalliantie",
            "contact", "zorgalliantie@example.org",
            "start", "2026-12-03T15:00:00+01:00",
            "end", "2026-12-03T17:00:00+01:00");

    private SampleDocuments() {}

    /** Returns the shortest valid document with these fields added or replaced. */
    public static Map<String, @Nullable Object> with(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(SHORTEST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return tree;
    }

    public static SessionDocument document(@Nullable Object... namesAndValues) {
        return document(with(namesAndValues));
    }

    public static SessionDocument document(Map<String, ? extends @Nullable Object> tree) {
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    /** A theme without a limit of its own. */
    public static Map<String, Object> theme(ThemeId id) {
        return Map.of("id", id.value(), "title", "Tafel " + id.value());
    }

    public static Map<String, Object> theme(ThemeId id, int places) {
        return Map.of("id", id.value(), "title", "Tafel " + id.value(), "places", places);
    }

    public static List<Problem> problems(Map<String, ? extends @Nullable Object> tree) {
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> _ -> List.of();
            case Parsed.Invalid<SessionDocument> invalid -> invalid.problems();
        };
    }

    /** Returns the pointer and code of each problem: {@code /end end.too-early}. */
    public static List<String> codes(Map<String, ? extends @Nullable Object> tree) {
        return problems(tree).stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
