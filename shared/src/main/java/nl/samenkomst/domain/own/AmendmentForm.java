package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.signup.SignUpField.ANSWERS;
import static nl.samenkomst.domain.signup.SignUpField.NAME;
import static nl.samenkomst.domain.signup.SignUpField.ORGANISATION;
import static nl.samenkomst.domain.signup.SignUpField.THEME;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpField.Form;
import nl.samenkomst.domain.signup.SignUpForm;

/** Parses changes to a registration, from the person's own page or from the API. */
public final class AmendmentForm {

    private AmendmentForm() {}

    /** Parses a form post. The page shows every field, so empty ones are meant to be; an empty theme stays as it is. */
    public static Parsed<Amendment> parse(Map<String, String> form) {
        return parse(Fields.of(SignUpForm.treeOf(form, Form.AMENDMENT)));
    }

    /** Parses the body of an API call; absent fields stay as they are, unknown ones are refused by name. */
    public static Parsed<Amendment> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(SignUpField.words(Form.AMENDMENT));
        return parse(fields);
    }

    private static Parsed<Amendment> parse(Fields fields) {
        Optional<String> name = fields.has(NAME.word()) ? Optional.of(SignUpForm.name(fields)) : Optional.empty();
        Optional<String> organisation = fields.has(ORGANISATION.word())
                ? Optional.of(fields.line(ORGANISATION.word(), SignUpForm.MAX_NAME_LENGTH)
                        .orElse(""))
                : Optional.empty();
        Optional<String> theme = fields.line(THEME.word(), SignUpForm.MAX_NAME_LENGTH);
        Optional<Map<String, String>> answers =
                fields.has(ANSWERS.word()) ? Optional.of(SignUpForm.answers(fields)) : Optional.empty();
        return fields.problems().isEmpty()
                ? new Parsed.Valid<>(new Amendment(name, organisation, theme, answers))
                : new Parsed.Invalid<>(fields.problems());
    }
}
