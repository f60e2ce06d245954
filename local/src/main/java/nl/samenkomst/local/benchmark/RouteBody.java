package nl.samenkomst.local.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.colleagues.ColleagueForm;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.signup.SignUpField;

/** The example body of a route, in which every field that the route reads is filled in. */
public sealed interface RouteBody {

    /** Stands for an address, another one each time, or only the first sign-up would be a new one. */
    String ADDRESS = "noor@example.org";

    /** Stands for the id of the route's registration. */
    String REGISTRATION = "deze-inschrijving";

    /** Stands for what the form to change a colleague has seen. */
    String SEEN = "zoals-gezien";

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
            case "POST /sessions/{id}/registrations" -> new Form(form(SignUpField.Form.SIGN_UP_FOR_SEVERAL));
            case "POST /sessions/{id}/own-link" -> new Form(Map.of("email", ADDRESS, "lang", "nl", "switch", ""));
            case "POST /sessions/{id}/registrations/{token}/cancellation",
                    "POST /sessions/{id}/registrations/{token}/confirmation",
                    "POST /sessions/{id}/registrations/{token}/renewal",
                    "POST /sessions/{id}/registrations/{token}/own-link" -> new Form(Map.of("lang", "nl"));
            case "POST /sessions/{id}/registrations/{token}/erasure" ->
                new Form(Map.of("lang", "nl", "sure", "yes", ErasureForm.SESSIONS, "ander"));
            case "POST /sessions/{id}/registrations/{token}/refusal" ->
                new Form(Map.of("lang", "nl", "no-mail", "yes"));
            case "POST /sessions/{id}/registrations/{token}/answers" -> new Form(form(SignUpField.Form.AMENDMENT));
            case "POST /api/v1/sessions/{id}/registrations/{token}/answers" ->
                new Json(Map.of("answers", Map.of("vraag", "Goed"), "signed", false));
            case "POST /api/v1/sessions/{id}/registrations/{token}/refusal" -> new Json(Map.of("undo", false));
            case "POST /sessions/{id}/registrations/{token}/acceptance",
                    "POST /sessions/{id}/registrations/{token}/changes" ->
                new Form(form(SignUpField.Form.SIGN_UP_FOR_SEVERAL));
            case "POST /api/v1/sessions/{id}/registrations" -> new Json(tree(SignUpField.Form.SIGN_UP_FOR_SEVERAL));
            case "POST /api/v1/sessions/{id}/own-link" -> new Json(Map.of("email", ADDRESS));
            case "POST /api/v1/sessions/{id}/registrations/{token}/acceptance",
                    "PATCH /api/v1/sessions/{id}/registrations/{token}" -> new Json(tree(SignUpField.Form.AMENDMENT));
            case "POST /api/v1/sessions/{id}/registrations/{token}/cancellation",
                    "POST /api/v1/sessions/{id}/registrations/{token}/confirmation",
                    "POST /api/v1/sessions/{id}/registrations/{token}/renewal",
                    "POST /api/v1/sessions/{id}/registrations/{token}/own-link" -> new Json(Map.of("why", ""));
            case "POST /api/v1/sessions/{id}/registrations/{token}/erasure" ->
                new Json(Map.of(ErasureForm.SESSIONS, List.of("ander")));
            case "PUT /api/v1/organiser/sessions/{id}" -> new Json(HostileSessions.document());
            case "POST /api/v1/organiser/sessions/{id}/registrations" -> new Json(tree(SignUpField.Form.SIGN_UP));
            case "POST /api/v1/organiser/sessions/{id}/invitations" ->
                new Json(Map.of("invitations", List.of(tree(SignUpField.Form.INVITATION))));
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/decision" ->
                new Json(Map.of("decision", "accept", "reason", "Van harte."));
            case "POST /api/v1/organiser/sessions/{id}/cancellation",
                    "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/cancellation",
                    "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/priority" ->
                new Json(Map.of("reason", "De spreker is ziek."));
            case "POST /api/v1/organiser/sessions/{id}/registrations/unconfirmed/cancellation" ->
                new Json(Map.of(
                        "since", "2026-11-01T00:00:00Z", "until", "2026-11-02T00:00:00Z", "reason", "Verzonnen adres"));
            case "POST /api/v1/organiser/sessions/{id}/reinstatement" -> new None();
            case "POST /api/v1/organiser/sessions/{id}/registrations/{registration}/own-link" ->
                new Json(Map.of("renew", false));
            case "PUT /api/v1/organiser/sessions/{id}/registrations/{registration}/presence" ->
                new Json(Map.of("present", true));
            case "POST /api/v1/organiser/sessions/{id}/messages" ->
                new Json(Map.of(
                        "subject",
                        Map.of("nl", "Neem iets mee", "en", "Bring something"),
                        "text",
                        Map.of("nl", "Dag {naam}", "en", "Hello {name}"),
                        "to",
                        Map.of("states", List.of("confirmed"), "themes", List.of(), "present", true),
                        "from",
                        HostileSessions.nextWeek().toString(),
                        "latecomers",
                        true));
            case "POST /api/v1/organiser/sessions/{id}/messages/{message}/withdrawal" -> new None();
            case "POST /organise/sessions/{id}/messages", "POST /organise/sessions/{id}/messages/new" ->
                new Form(Map.of(
                        "/subject/nl",
                        "Neem iets mee",
                        "/text/nl",
                        "Dag {naam}",
                        "/subject/en",
                        "Bring something",
                        "/text/en",
                        "Hello {name}",
                        "to",
                        "confirmed",
                        "from",
                        "later",
                        "/from/date",
                        ColleagueForm.typed(HostileSessions.nextWeek().toLocalDate()),
                        "/from/time",
                        "9.00",
                        "latecomers",
                        "yes"));
            case "POST /organise/colleagues" ->
                new Form(Map.of(
                        "id",
                        "A".repeat(16),
                        "name",
                        "Karim Bakker",
                        "email",
                        "karim@example.org",
                        "role",
                        "organiser",
                        "scope",
                        "sessions",
                        "sessions",
                        "ander",
                        "ids",
                        "kaal",
                        "series",
                        "",
                        "last-day",
                        HostileSessions.lastDay()));
            case "POST /organise/colleagues/{organiser}" ->
                new Form(Map.of(
                        "seen",
                        SEEN,
                        "name",
                        "Karim Bakker",
                        "role",
                        "host",
                        "scope",
                        "sessions",
                        "sessions",
                        "ander",
                        "ids",
                        "kaal",
                        "series",
                        "",
                        "last-day",
                        HostileSessions.lastDay()));
            case "POST /organise/sign-in" ->
                new Form(Map.of("email", ADDRESS, "stay", "yes", "next", "/organise/sessions"));
            case "POST /organise/sign-in/code" -> new Form(Map.of("code", "2B4D-6F8H"));
            case "POST /organise/sign-in/factor", "POST /organise/me/factor" -> new Form(Map.of("code", "123456"));
            case "POST /organise/sign-in/oidc/callback" ->
                new Form(Map.of("code", "abc", "state", "A".repeat(43), "iss", "https://login.example.org"));
            case "POST /organise/me/name" -> new Form(Map.of("name", "Noor de Vries"));
            case "POST /organise/me/sessions" -> new Form(Map.of("session", "A".repeat(43)));
            case "POST /organise/sign-in/{token}", "POST /organise/sign-out", "POST /organise/me/recovery-codes" ->
                new Form(Map.of());
            case "POST /organise/sessions/{id}/participants/new",
                    "POST /organise/sessions/{id}/participants/{registration}/changes",
                    "POST /organise/sessions/{id}/door/registrations" -> new Form(form(SignUpField.Form.SIGN_UP));
            case "POST /organise/sessions/{id}/participants/decisions" ->
                new Form(Map.of(
                        "registration", REGISTRATION, "decision", "decline", "reason", "Vol.", "confirmed", "yes"));
            case "POST /organise/sessions/{id}/participants/decisions/withdrawal" ->
                new Form(Map.of("registration", REGISTRATION));
            case "POST /organise/sessions/{id}/invitations" ->
                new Form(Map.of("lines", "Noor <" + ADDRESS + ">", "if-wrong", "none"));
            case "POST /organise/sessions/{id}/participants/{registration}/own-link" ->
                new Form(Map.of("renew", "yes"));
            case "POST /organise/sessions/new" ->
                new Form(Map.of(
                        "/title",
                        "Leren over eenzaamheid",
                        "/organiser",
                        "Bibliotheek",
                        "/start/date",
                        HostileSessions.lastDay(),
                        "/start/time",
                        "15.00",
                        "/end/time",
                        "17.00 uur"));
            case "POST /organise/sessions/{id}/edit/{section}" -> new Form(HostileSessions.themesForm());
            case "POST /organise/sessions/{id}/copy" ->
                new Form(Map.of(
                        "/title",
                        "Leren over eenzaamheid",
                        "/series",
                        "Leren",
                        "/days",
                        HostileSessions.lastDay(),
                        "/first",
                        HostileSessions.lastDay(),
                        "/every",
                        "month",
                        "/number",
                        "6",
                        "propose",
                        "yes"));
            case "POST /organise/sessions/{id}/edit/following" ->
                new Form(Map.of(
                        "revision", "1", "draft", "1", "take.ander", "/places /start", "seen.ander.sign-up", "A"));
            case "POST /organise/sessions/{id}/publication/following" ->
                new Form(Map.of(
                        "session",
                        "ander",
                        "revision.ander",
                        "1",
                        "draft.ander",
                        "1",
                        "seen.ander",
                        "A",
                        "tell",
                        "never",
                        "leave-out",
                        "ander"));
            case "POST /organise/sessions/{id}/edit/removal" -> new Form(Map.of("draft", "1"));
            case "POST /organise/sessions/{id}/publication" ->
                new Form(Map.of("revision", "1", "draft", "1", "seen", "A", "tell", "never", "theme.werk", "wonen"));
            case "POST /organise/sessions/{id}/cancellation",
                    "POST /organise/sessions/{id}/participants/{registration}/priority",
                    "POST /organise/sessions/{id}/participants/{registration}/cancellation" ->
                new Form(Map.of("reason", "De spreker is ziek.", "revision", "1"));
            case "POST /organise/sessions/{id}/participants/{registration}/erasure" -> new Form(Map.of("sure", "yes"));
            case "POST /organise/sessions/{id}/participants/{registration}/presence" ->
                new Form(Map.of("present", "yes"));
            case "POST /organise/sessions/{id}/letters" ->
                new Form(Map.of("revision", "1", "number-1", "8 dagen", "unit-1", "days", "act", "show"));
            case "POST /organise/sessions/{id}/letters/skipped" ->
                new Form(Map.of("letter", "reminder-P8D", "skip", "yes"));
            case "POST /organise/sessions/{id}/reinstatement",
                    "POST /organise/sessions/{id}/edit/withdrawal",
                    "POST /organise/sessions/{id}/messages/{message}/withdrawal",
                    "POST /organise/colleagues/{organiser}/end",
                    "POST /organise/colleagues/{organiser}/factor-reset",
                    "POST /organise/colleagues/{organiser}/invitation" -> new Form(Map.of());
            default -> throw new IllegalStateException("nobody has said yet what is sent to " + routeKey);
        };
    }

    record None() implements RouteBody {}

    record Form(Map<String, String> fields) implements RouteBody {}

    record Json(Map<String, Object> tree) implements RouteBody {}

    /** Returns a form with every field, as the API has it. */
    private static Map<String, Object> tree(SignUpField.Form form) {
        Map<String, Object> tree = new LinkedHashMap<>();
        SignUpField.of(form).forEach(field -> tree.put(field.word(), example(field)));
        return tree;
    }

    private static Object example(SignUpField field) {
        return switch (field) {
            case NAME -> "Noor Bakker";
            case EMAIL -> ADDRESS;
            case ORGANISATION -> "Gemeente Ede";
            case THEME -> "any";
            case ANSWERS -> HostileSessions.answers("Ja.");
            case LANGUAGE -> "nl";
            case ALSO -> List.of("ander");
        };
    }

    /** Returns a form with every element of its page, as a browser sends it. */
    private static Map<String, String> form(SignUpField.Form form) {
        Map<String, String> post = new LinkedHashMap<>();
        SignUpField.of(form).stream()
                .filter(SignUpField::hasElement)
                .forEach(field -> post.put(field.word(), element(example(field))));
        HostileSessions.answers("Ja.").forEach((id, answer) -> post.put("answer." + id, element(answer)));
        post.put("lang", "nl");
        post.put("leave-empty", "");
        post.put("switch", "");
        return post;
    }

    /** Returns what an element of a form sends; of several values, the first. */
    private static String element(Object value) {
        return String.valueOf(value instanceof List<?> several ? several.getFirst() : value);
    }
}
