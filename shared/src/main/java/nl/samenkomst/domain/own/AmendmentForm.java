package nl.samenkomst.domain.own;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.signup.SignUpForm;

/** Parses changes to a registration, from the person's own page or from the API. */
public final class AmendmentForm {

    private static final Set<String> KNOWN = Set.of("name", "organisation", "theme", "answers");

    private AmendmentForm() {}

    /** Parses a form post. The page shows every field, so empty ones are meant to be; an empty theme stays as it is. */
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

    /** Parses the body of an API call; absent fields stay as they are, unknown ones are refused by name. */
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
