package nl.samenkomst.domain.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Reason;
import org.jspecify.annotations.Nullable;

/** Reads and writes the themes in a session document. */
final class ThemeFields {

    static final int MAX_THEMES = 20;

    private static final int MAX_FACILITATORS = 10;
    private static final Set<String> KNOWN = Set.of("id", "title", "summary", "facilitators", "places");
    private static final Set<String> FACILITATOR_FIELDS = Set.of("name", "organisation");

    private ThemeFields() {}

    static List<Theme> parse(Fields document, OptionalInt places) {
        List<Theme> themes = new ArrayList<>();
        for (Fields fields : document.objects("themes", MAX_THEMES)) {
            fields.allowOnly(KNOWN);
            List<ThemeId> taken = themes.stream().map(Theme::id).toList();
            Optional<ThemeId> id = fields.id(SessionDocumentFields.MAX_NAME_LENGTH, ThemeId::parse, "tafel-1", taken);
            String title = fields.requiredLine("title", SessionDocumentFields.MAX_TITLE_LENGTH);
            if (themes.stream()
                    .anyMatch(other -> !title.isEmpty() && other.title().equals(title))) {
                fields.problem("title", Reason.DUPLICATE);
            }
            OptionalInt ownPlaces = fields.number("places", 1, SessionDocumentFields.MAX_PLACES);
            if (ownPlaces.isPresent() && places.isPresent() && ownPlaces.getAsInt() > places.getAsInt()) {
                fields.problem("places", Reason.NEVER_FILLED, "max", places.getAsInt());
            }
            String summary = fields.text("summary", SessionDocumentFields.MAX_SUMMARY_LENGTH);
            List<Facilitator> facilitators = facilitators(fields);
            id.ifPresent(named -> themes.add(new Theme(named, title, summary, facilitators, ownPlaces)));
        }
        refuseUnusablePlaces(document, themes, places);
        return themes;
    }

    static List<Map<String, @Nullable Object>> write(List<Theme> themes) {
        return themes.stream().map(ThemeFields::write).toList();
    }

    /** Returns the theme that the field "theme" names; empty, with a problem, if it is none of these. */
    static Optional<ThemeId> reference(Fields fields, List<Theme> themes) {
        Optional<String> written = fields.line("theme", SessionDocumentFields.MAX_NAME_LENGTH);
        Optional<ThemeId> known = written.flatMap(ThemeId::parse)
                .filter(id -> themes.stream().anyMatch(theme -> theme.id().equals(id)));
        if (written.isPresent() && known.isEmpty()) {
            fields.problem("theme", Reason.UNKNOWN);
        }
        return known;
    }

    /** Adds a problem if every theme has a limit and the session has more places than all themes together. */
    private static void refuseUnusablePlaces(Fields document, List<Theme> themes, OptionalInt places) {
        boolean allLimited = !themes.isEmpty()
                && themes.stream().allMatch(theme -> theme.places().isPresent());
        int sum = themes.stream().mapToInt(theme -> theme.places().orElse(0)).sum();
        if (allLimited && places.isPresent() && sum < places.getAsInt() && document.isValidSoFar("themes")) {
            document.problem("places", Reason.NEVER_FILLED, "max", sum);
        }
    }

    private static List<Facilitator> facilitators(Fields theme) {
        List<Facilitator> facilitators = new ArrayList<>();
        for (Fields fields : theme.objects("facilitators", MAX_FACILITATORS)) {
            fields.allowOnly(FACILITATOR_FIELDS);
            facilitators.add(new Facilitator(
                    fields.requiredLine("name", SessionDocumentFields.MAX_NAME_LENGTH),
                    fields.line("organisation", SessionDocumentFields.MAX_NAME_LENGTH)));
        }
        return facilitators;
    }

    static Map<String, @Nullable Object> write(Theme theme) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", theme.id().value());
        tree.put("title", theme.title());
        tree.put("summary", theme.summary());
        tree.put(
                "facilitators",
                theme.facilitators().stream().map(ThemeFields::write).toList());
        tree.put("places", theme.places().isPresent() ? theme.places().getAsInt() : null);
        return tree;
    }

    private static Map<String, @Nullable Object> write(Facilitator facilitator) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", facilitator.name());
        tree.put("organisation", facilitator.organisation().orElse(""));
        return tree;
    }
}
