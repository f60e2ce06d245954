package nl.samenkomst.local.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.domain.colleagues.ColleagueForm;

/** Session documents and answers for hostile input, with every field filled in, or with texts of maximum length. */
final class HostileSessions {

    static final int QUESTIONS = 20;

    private HostileSessions() {}

    /** Returns a session with every field, including themes and one question of each kind. */
    static Map<String, Object> document() {
        Map<String, Object> document = bare();
        document.put("summary", "We bekijken wat werkt.");
        document.put("language", "nl");
        document.put("timeZone", "Europe/Amsterdam");
        document.put("online", true);
        document.put("place", "Zaal 3");
        document.put("coOrganisers", List.of("Zorgalliantie"));
        document.put("audience", List.of("Beleidsmedewerkers"));
        document.put("topics", List.of("Jeugd"));
        document.put("region", "Utrecht");
        document.put("series", "Leerkring");
        document.put("image", "https://example.org/beeld.png");
        document.put("places", 100);
        document.put("waitingList", true);
        document.put("admission", "reviewed");
        document.put("admitDomains", List.of("gemeente.example.org"));
        document.put("reviewHoldsPlace", true);
        document.put("noticePeriod", "P1D");
        document.put("lateCancellation", true);
        document.put("opens", from(0).toString());
        document.put("closes", from(29).toString());
        document.put(
                "themes",
                List.of(Map.of(
                        "id",
                        "tafel-1",
                        "title",
                        "Wonen",
                        "summary",
                        "Samen wonen.",
                        "facilitators",
                        List.of(Map.of("name", "Ilse", "organisation", "Gemeente Ede")),
                        "places",
                        100)));
        document.put(
                "questions",
                List.of(question("tekst", "text"), question("keuze", "choice"), question("keuzes", "choices")));
        document.put(
                "programme",
                List.of(Map.of("from", "14:00", "to", "15:00", "title", "Opening", "speaker", "Ilse de Vries")));
        document.put("meetingLink", Map.of("url", "https://meet.example.org/1", "visibleFrom", "PT1H"));
        document.put("reminders", List.of("P1D", "PT1H"));
        document.put(
                "materials",
                List.of(Map.of(
                        "title",
                        "Verslag",
                        "url",
                        "https://example.org/verslag.pdf",
                        "theme",
                        "tafel-1",
                        "when",
                        "before",
                        "version",
                        "2",
                        "tell",
                        true)));
        document.put("retention", "P30D");
        return document;
    }

    /** Returns a session with required fields only: no questions, unlimited places. */
    static Map<String, Object> bare() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Eenzaamheid onder jongeren");
        document.put("organiser", "Kennisnetwerk Samen Leven");
        document.put("contact", "contact@example.org");
        document.put("start", from(30).plusHours(13).toString());
        document.put("end", from(30).plusHours(16).toString());
        return document;
    }

    /** Returns a session that starts in half an hour, so that its door is open. */
    static Map<String, Object> soon() {
        Map<String, Object> document = bare();
        OffsetDateTime start =
                OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30).truncatedTo(ChronoUnit.MINUTES);
        document.put("start", start.toString());
        document.put("end", start.plusHours(2).toString());
        for (String field : List.of("places", "themes", "questions")) {
            document.put(field, document().get(field));
        }
        return document;
    }

    /** Returns a moment in a week, before the sessions. */
    static OffsetDateTime nextWeek() {
        return from(7);
    }

    /** Returns a day in three months, as people in the Netherlands type it. */
    static String lastDay() {
        return ColleagueForm.typed(from(90).toLocalDate());
    }

    /** Returns the form of a session's themes. */
    static Map<String, String> themesForm() {
        return Map.of(
                "/themes/0/id",
                "werk",
                "/themes/0/title",
                "Werk",
                "/themes/0/summary",
                "Over werk.",
                "/themes/0/facilitators",
                "Els, HAN",
                "/themes/0/places",
                "12",
                "add",
                "/themes");
    }

    /** Returns a session with the maximum of questions, and as many texts of this shape as fit in one request. */
    static Map<String, Object> longest(HostileShape shape) {
        String line = wrapped(shape, 290);
        String name = wrapped(shape, 190);
        Map<String, Object> document = asking();
        document.put("title", line);
        document.put("place", line);
        document.put("organiser", name);
        document.put("summary", wrapped(shape, 4_900));
        document.put("region", name);
        document.put(
                "topics",
                Stream.iterate(1, i -> i <= 5, i -> i + 1).map(i -> name + i).toList());
        List<Object> themes = new ArrayList<>();
        List<Object> parts = new ArrayList<>();
        List<Object> materials = new ArrayList<>();
        document.put("themes", themes);
        document.put("programme", parts);
        document.put("materials", materials);
        for (int i = 0; i < 20 && bytes(document) < 55_000; i++) {
            themes.add(Map.of("id", "tafel-" + i, "title", line + i, "summary", wrapped(shape, i == 0 ? 4_900 : 90)));
            parts.add(Map.of("title", line, "speaker", name));
            materials.add(Map.of("title", line, "url", "https://example.org/verslag.pdf", "version", name));
        }
        return document;
    }

    /** Returns a person who answers every question of {@link #asking} in this shape. */
    static Map<String, Object> longestAnswers(HostileShape shape, String email) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", wrapped(shape, 190));
        person.put("email", email);
        Map<String, Object> answers = new LinkedHashMap<>();
        person.put("answers", answers);
        int bytesEach = Math.ceilDiv(bytes(Map.of("a", wrapped(shape, 1_000))), 1_000);
        for (int i = 0; i < QUESTIONS; i++) {
            answers.put("vraag-" + i, wrapped(shape, Math.min(1_990, 60_000 / QUESTIONS / bytesEach)));
        }
        return person;
    }

    /** Returns the shape between two letters, so that it is not stripped. */
    private static String wrapped(HostileShape shape, int length) {
        String text = shape.of(length);
        int end = Math.min(text.length(), length);
        return "a" + text.substring(0, end) + "a";
    }

    private static int bytes(Map<String, Object> tree) {
        return HostileBodies.json(tree).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns a session with the maximum of questions, all answered by a text. */
    static Map<String, Object> asking() {
        Map<String, Object> document = bare();
        document.put("questions", questions());
        return document;
    }

    /** Returns answers to every question of {@link #document}: this text, and options from the lists. */
    static Map<String, Object> answers(String answer) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("tekst", answer);
        answers.put("keuze", "Eerste");
        answers.put("keuzes", List.of("Eerste", "Tweede"));
        return answers;
    }

    private static List<Object> questions() {
        List<Object> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(question("vraag-" + i, "text"));
        }
        return questions;
    }

    private static Map<String, Object> question(String id, String kind) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", id);
        question.put("label", "Wat wil je weten?");
        question.put("kind", kind);
        if (!kind.equals("text")) {
            question.put("options", List.of("Eerste", "Tweede", "Derde"));
        }
        question.put("required", false);
        question.put("theme", null);
        return question;
    }

    private static OffsetDateTime from(int days) {
        return OffsetDateTime.now(ZoneOffset.UTC)
                .plusDays(days)
                .withHour(0)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
    }
}
