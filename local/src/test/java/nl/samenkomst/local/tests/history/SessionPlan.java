package nl.samenkomst.local.tests.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;

/** A session document that an organiser changes a few fields of at a time. */
record SessionPlan(Map<String, Object> fields) {

    /** The admission rule by which everybody may come. */
    static final Map<String, Object> OPEN = Map.of("admission", "open", "reviewHoldsPlace", true);

    SessionPlan {
        fields = Map.copyOf(fields);
    }

    /** Returns the first plan: a session of a day that starts 90 days after {@code begin}. */
    static SessionPlan startingAfter(Instant begin) {
        return new SessionPlan(Map.of(
                        "title", "Geschiedenis",
                        "organiser", "Movisie",
                        "contact", "contact@example.org",
                        "reminders", List.of(),
                        "place", "Zaal 0"))
                .startingAt(begin.plus(Duration.ofDays(90)));
    }

    /** Returns the admission rule by which the organiser decides. */
    static Map<String, Object> reviewed(boolean holdsPlace) {
        return Map.of("admission", "reviewed", "reviewHoldsPlace", holdsPlace);
    }

    boolean isOpen() {
        return "open".equals(fields.get("admission"));
    }

    SessionPlan startingAt(Instant start) {
        return with(Map.of("start", utc(start), "end", utc(start.plus(Duration.ofDays(1)))));
    }

    /** Returns the plan with so many places, and themes of which all but the first have fewer. */
    SessionPlan withPlaces(int places, int themes, Random random) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (int theme = 0; theme < themes; theme++) {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("id", "tafel-" + theme);
            table.put("title", "Tafel " + theme);
            if (theme > 0) {
                table.put("places", 1 + random.nextInt(places));
            }
            tables.add(table);
        }
        return with(Map.of("places", places, "themes", tables));
    }

    SessionPlan with(Map<String, Object> changed) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.putAll(changed);
        return new SessionPlan(all);
    }

    SessionDocument document() {
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> valid -> valid.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static String utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }
}
