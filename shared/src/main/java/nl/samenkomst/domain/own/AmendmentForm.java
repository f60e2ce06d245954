package nl.samenkomst.domain.own;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.signup.SignUpForm;

/** Reads what people change on their own page, and what programs send in its stead. */
public final class AmendmentForm {

    private static final Set<String> KNOWN = Set.of("name", "organisation", "theme", "answers");

    private AmendmentForm() {}

    /** Reads a form post: the page shows all there is, so what is empty is meant to be. */
    public static Parsed<Amendment> parse(Map<String, String> form) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("name", form.getOrDefault("name", ""));
        tree.put("organisation", form.getOrDefault("organisation", ""));
        if (form.containsKey("theme")) {
            tree.put("theme", form.get("theme"));
        }
        tree.put("answers", SignUpForm.answersOf(form));
        return parse(Fields.of(tree));
    }

    /** Reads the body of an API call; what is left out stays, unknown fields are refused by name. */
    public static Parsed<Amendment> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.refuseAllBut(KNOWN);
        return parse(fields);
    }

    private static Parsed<Amendment> parse(Fields fields) {
        Optional<String> name = fields.has("name")
                ? Optional.of(fields.requiredLine("name", SignUpForm.LONGEST_NAME))
                : Optional.empty();
        Optional<String> organisation = fields.has("organisation")
                ? Optional.of(
                        fields.line("organisation", SignUpForm.LONGEST_NAME).orElse(""))
                : Optional.empty();
        Optional<String> theme = fields.line("theme", SignUpForm.LONGEST_NAME);
        Optional<Map<String, String>> answers =
                fields.has("answers") ? Optional.of(SignUpForm.answers(fields)) : Optional.empty();
        return fields.problems().isEmpty()
                ? new Parsed.Valid<>(new Amendment(name, organisation, theme, answers))
                : new Parsed.Invalid<>(fields.problems());
    }
}
