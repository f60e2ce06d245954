package nl.samenkomst.domain.document;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random valid session documents, the same for the same seed, in which every field takes every kind of value. */
public final class SeededDocuments {

    private static final List<String> WORDS = List.of(
            "Beleid",
            "Jansen, P.",
            "\"Piet\" de Vries",
            "\"Jansen\", en co",
            "a; b",
            "<b>vet</b> & 'los'",
            "yes",
            "own",
            "P7D",
            "12",
            "Zoë Ølgård",
            "مرحبا",
            "{name}",
            "/themes/0/title",
            "🙂");

    private static final List<String> PERIODS = List.of("P7D", "PT1H", "PT48H", "P1DT2H30M", "PT90M", "P10D", "PT2H");

    private static final List<String> ZONES = List.of("Europe/Amsterdam", "Europe/London", "America/New_York", "UTC");

    /** Days on which clocks go back, which show some times twice, and days without anything special. */
    private static final List<String> DAYS =
            List.of("2026-10-25", "2027-10-31", "2026-11-01", "2026-12-03", "2027-02-28");

    private final Random random;

    private SeededDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a document that {@link SessionDocumentFields} accepts. */
    public static SessionDocument of(long seed) {
        return SampleDocuments.document(new SeededDocuments(seed).tree());
    }

    private Map<String, @Nullable Object> tree() {
        ZoneId zone = ZoneId.of(one(ZONES));
        ZonedDateTime start = LocalDateTime.parse(one(DAYS)
                        + "T%02d:%02d:%02d"
                                .formatted(random.nextInt(24), one(List.of(0, 30, 45)), one(List.of(0, 0, 0, 30))))
                .atZone(zone)
                .plusHours(random.nextInt(2));
        ZonedDateTime end = start.plusMinutes(1 + random.nextInt(5)).plusHours(random.nextInt(30));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", word());
        tree.put("organiser", word());
        tree.put("contact", "bibliotheek@example.org");
        tree.put("start", written(start));
        tree.put("end", written(end));
        tree.put("timeZone", zone.getId());
        maybe(tree, "summary", one(List.of("Eén regel", "Twee\nregels", "  ingesprongen\n\nwit\n  ook")));
        maybe(tree, "language", one(List.of("nl", "en")));
        maybe(tree, "coOrganisers", words());
        maybe(tree, "audience", words());
        maybe(tree, "topics", words());
        maybe(tree, "region", word());
        maybe(tree, "series", word());
        maybe(tree, "image", one(List.of("https://example.org/a.png?x=1,2", "data:image/png;base64,AAAA")));
        maybe(tree, "place", word());
        if (random.nextBoolean()) {
            tree.put("online", true);
            maybe(tree, "platform", word());
        }
        maybe(tree, "meetingLink", meetingLink());
        signUp(tree, start);
        List<String> themes = themes(tree);
        tree.put("questions", list(4, i -> question(i, themes)));
        tree.put("programme", programme(start, end));
        maybe(tree, "reminders", one(List.of(List.of(), List.of("P8D", "P1D", "PT1H"), List.of("P1DT2H30M", "PT45M"))));
        maybe(tree, "notify", one(Notifications.words()));
        tree.put("materials", list(3, i -> material(themes)));
        maybe(tree, "retention", one(PERIODS));
        return tree;
    }

    private Map<String, @Nullable Object> meetingLink() {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        maybe(link, "url", "https://example.org/join?a=1&b=2");
        maybe(link, "visibleFrom", one(PERIODS));
        return link;
    }

    private void signUp(Map<String, @Nullable Object> tree, ZonedDateTime start) {
        maybe(tree, "places", 500 + random.nextInt(50));
        maybe(tree, "waitingList", random.nextBoolean());
        String admission = one(List.of("open", "reviewed", "invited"));
        tree.put("admission", admission);
        if (admission.equals("reviewed")) {
            maybe(tree, "admitDomains", List.of("gemeente.example.org", "han.example.org"));
            maybe(tree, "reviewHoldsPlace", random.nextBoolean());
        }
        maybe(tree, "noticePeriod", one(PERIODS));
        maybe(tree, "lateCancellation", random.nextBoolean());
        maybe(tree, "confirmAddress", one(PERIODS));
        maybe(tree, "opens", written(start.minusDays(40).withNano(5_000_000)));
        maybe(tree, "closes", written(start.minusHours(random.nextInt(50))));
    }

    private List<String> themes(Map<String, @Nullable Object> tree) {
        List<String> ids = list(3, i -> "tafel-" + i);
        tree.put("themes", ids.stream().map(this::theme).toList());
        return ids;
    }

    private Map<String, @Nullable Object> theme(String id) {
        Map<String, @Nullable Object> theme = new LinkedHashMap<>();
        theme.put("id", id);
        theme.put("title", word() + " " + id);
        maybe(theme, "summary", word() + "\n" + word());
        maybe(theme, "facilitators", list(3, i -> facilitator()));
        return theme;
    }

    private Map<String, @Nullable Object> facilitator() {
        Map<String, @Nullable Object> facilitator = new LinkedHashMap<>();
        facilitator.put("name", word());
        maybe(facilitator, "organisation", word());
        return facilitator;
    }

    private Map<String, @Nullable Object> question(int i, List<String> themes) {
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        question.put("id", "vraag-" + i);
        question.put("label", word());
        QuestionKind kind = one(List.of(QuestionKind.values()));
        question.put("kind", kind.word());
        if (kind.isChosen()) {
            question.put("options", List.of("ja, graag", "nee", "\"misschien\""));
        }
        maybe(question, "required", random.nextBoolean());
        maybe(question, "when", one(List.of("before", "after")));
        reference(question, themes);
        return question;
    }

    private List<Map<String, @Nullable Object>> programme(ZonedDateTime start, ZonedDateTime end) {
        List<Map<String, @Nullable Object>> parts = new ArrayList<>();
        parts.add(part(start.minusMinutes(10), start));
        parts.add(part(null, null));
        parts.add(part(start, random.nextBoolean() ? end : null));
        return parts.subList(0, random.nextInt(4));
    }

    private Map<String, @Nullable Object> part(@Nullable ZonedDateTime from, @Nullable ZonedDateTime to) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put("from", from == null ? null : written(from));
        part.put("to", to == null ? null : written(to));
        part.put("title", word());
        maybe(part, "speaker", word());
        return part;
    }

    private Map<String, @Nullable Object> material(List<String> themes) {
        Map<String, @Nullable Object> material = new LinkedHashMap<>();
        material.put("title", word());
        material.put("url", "https://example.org/handreiking.pdf#blz=2");
        maybe(material, "when", one(List.of("before", "after")));
        maybe(material, "version", word());
        maybe(material, "tell", random.nextBoolean());
        reference(material, themes);
        return material;
    }

    private void reference(Map<String, @Nullable Object> tree, List<String> themes) {
        if (!themes.isEmpty()) {
            maybe(tree, "theme", one(themes));
        }
    }

    private void maybe(Map<String, @Nullable Object> tree, String name, @Nullable Object value) {
        if (random.nextInt(4) > 0) {
            tree.put(name, value);
        }
    }

    private String word() {
        return one(WORDS);
    }

    private List<String> words() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> word())
                .distinct()
                .toList();
    }

    private <T> List<T> list(int max, IntFunction<T> entry) {
        return IntStream.range(0, random.nextInt(max + 1)).mapToObj(entry).toList();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String written(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
