package nl.samenkomst.local.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The example body of a route, in which every field that the route reads is filled in. */
public sealed interface RouteBody {

    /**
     * Returns the example for a route key, such as {@code GET /sessions}.
     *
     * @throws IllegalStateException if no example is known
     */
    static RouteBody of(String routeKey) {
        if (routeKey.startsWith("GET ") || routeKey.startsWith("HEAD ") || routeKey.equals("$default")) {
            return new None();
        }
        return switch (routeKey) {
            case "POST /sessions/{id}/registrations" -> new Form(signUpForm());
            case "POST /sessions/{id}/own-link" ->
                new Form(Map.of("email", "noor@example.org", "lang", "nl", "switch", ""));
            case "POST /sessions/{id}/registrations/{token}/cancellation" -> new Form(Map.of("lang", "nl"));
            case "POST /sessions/{id}/registrations/{token}/erasure" -> new Form(Map.of("lang", "nl", "sure", "yes"));
            case "POST /sessions/{id}/registrations/{token}/acceptance",
                    "POST /sessions/{id}/registrations/{token}/changes" -> new Form(signUpForm());
            case "POST /api/v1/sessions/{id}/registrations" -> new Json(with(person(), "also", List.of("ander")));
            case "POST /api/v1/sessions/{id}/own-link" -> new Json(Map.of("email", "noor@example.org"));
            case "POST /api/v1/sessions/{id}/registrations/{token}/acceptance",
                    "PATCH /api/v1/sessions/{id}/registrations/{token}" ->
                new Json(without(person(), "email", "language"));
            case "POST /api/v1/sessions/{id}/registrations/{token}/cancellation",
                    "POST /api/v1/sessions/{id}/registrations/{token}/erasure" -> new Json(Map.of("why", ""));
            case "PUT /api/v1/organiser/sessions/{id}" -> new Json(HostileSessions.document());
            case "POST /api/v1/organiser/sessions/{id}/registrations" -> new Json(person());
            case "POST /api/v1/organiser/sessions/{id}/invitations" ->
                new Json(Map.of("invitations", List.of(without(person(), "theme", "answers"))));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/decision" ->
                new Json(Map.of("decision", "accept", "reason", "Van harte."));
            case "POST /api/v1/organiser/sessions/{id}/cancellation",
                    "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/cancellation",
                    "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/priority" ->
                new Json(Map.of("reason", "De spreker is ziek."));
            case "PUT /api/v1/organiser/sessions/{id}/registrations/{registration}/presence" ->
                new Json(Map.of("present", true));
            default -> throw new IllegalStateException("nobody has said yet what is sent to " + routeKey);
        };
    }

    record None() implements RouteBody {}

    record Form(Map<String, String> fields) implements RouteBody {}

    record Json(Map<String, Object> tree) implements RouteBody {}

    private static Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", "Noor Bakker");
        person.put("email", "noor@example.org");
        person.put("organisation", "Gemeente Ede");
        person.put("language", "nl");
        person.put("theme", "any");
        person.put("answers", HostileSessions.answers("Ja."));
        return person;
    }

    private static Map<String, String> signUpForm() {
        Map<String, String> form = new LinkedHashMap<>();
        Stream.of("name", "email", "organisation", "theme")
                .forEach(name -> form.put(name, String.valueOf(person().get(name))));
        HostileSessions.answers("Ja.").forEach((id, answer) -> form.put("answer." + id, String.valueOf(answer)));
        form.put("also", "ander");
        form.put("lang", "nl");
        form.put("leave-empty", "");
        form.put("switch", "");
        return form;
    }

    private static Map<String, Object> with(Map<String, Object> tree, String name, Object value) {
        tree.put(name, value);
        return tree;
    }

    private static Map<String, Object> without(Map<String, Object> tree, String... names) {
        tree.keySet().removeAll(List.of(names));
        return tree;
    }
}
