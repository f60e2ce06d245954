package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import org.jspecify.annotations.Nullable;

/** Problem details for programs (RFC 9457): sentences in the requested language, and codes that never change. */
public final class ProblemDetails {

    /** The code of a response whose {@code errors} list what is wrong with the fields. */
    public static final String FIELDS_INVALID = "fields.invalid";

    private ProblemDetails() {}

    /** Returns the problem details of a request that is refused as a whole; {@code errors} is empty. */
    public static Map<String, @Nullable Object> of(Refusal refusal, Language language) {
        return tree(refusal.status(), ProblemTexts.of(refusal, language), refusal.code(), List.of(), language);
    }

    /** Returns the problem details of an organiser's request that is refused as a whole. */
    public static Map<String, @Nullable Object> forOrganiser(Refusal refusal, Language language) {
        return tree(
                refusal.status(), ProblemTexts.forOrganiser(refusal, language), refusal.code(), List.of(), language);
    }

    /** Returns at most {@link Problem#MAX_PER_RESPONSE} problems, each with a pointer to its field; status 400. */
    public static Map<String, @Nullable Object> of(List<Problem> found, Language language) {
        List<Problem> problems = Problem.first(found);
        List<Map<String, @Nullable Object>> errors =
                problems.stream().map(problem -> error(problem, language)).toList();
        return tree(400, ProblemTexts.ofAll(problems, language), FIELDS_INVALID, errors, language);
    }

    private static Map<String, @Nullable Object> tree(
            int status, String detail, String code, List<Map<String, @Nullable Object>> errors, Language language) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("type", "about:blank");
        tree.put("title", ProblemTexts.title(status, language));
        tree.put("status", status);
        tree.put("detail", detail);
        tree.put("code", code);
        tree.put("errors", errors);
        return tree;
    }

    private static Map<String, @Nullable Object> error(Problem problem, Language language) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("pointer", problem.pointer());
        tree.put("code", problem.code());
        tree.put("detail", ProblemTexts.of(problem, language));
        return tree;
    }
}
