package nl.samenkomst.domain.signup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A field of the forms about a registration. Parsing, pages and the links in an error summary follow this list. */
public enum SignUpField {
    NAME("name"),
    EMAIL("email"),
    ORGANISATION("organisation"),
    THEME("theme"),
    ANSWERS("answers"),
    LANGUAGE("language"),

    /** Other sessions of the series to sign up for at once. */
    ALSO("also");

    /** Forms with fields in common. */
    public enum Form {
        /** Signs somebody up for one session. */
        SIGN_UP,
        /** Signs somebody up, perhaps for other sessions of the series too. */
        SIGN_UP_FOR_SEVERAL,
        /** Invites one person. */
        INVITATION,
        /** Changes a registration by its own link. */
        AMENDMENT
    }

    private final String word;

    SignUpField(String word) {
        this.word = word;
    }

    /** Returns the name in the API. */
    public String word() {
        return word;
    }

    /** Returns whether the form has this field. */
    public boolean isOn(Form form) {
        return switch (this) {
            case NAME, ORGANISATION -> true;
            case EMAIL, LANGUAGE -> form != Form.AMENDMENT;
            case THEME, ANSWERS -> form != Form.INVITATION;
            case ALSO -> form == Form.SIGN_UP_FOR_SEVERAL;
        };
    }

    /** Returns whether a page's form has an element whose name and id are {@link #word}. */
    public boolean hasElement() {
        return switch (this) {
            case NAME, EMAIL, ORGANISATION, THEME, ALSO -> true;
            case ANSWERS, LANGUAGE -> false;
        };
    }

    /** Returns the fields of a form. */
    public static List<SignUpField> of(Form form) {
        return Arrays.stream(values()).filter(field -> field.isOn(form)).toList();
    }

    /** Returns the names of a form's fields. */
    public static Set<String> words(Form form) {
        return of(form).stream().map(SignUpField::word).collect(Collectors.toUnmodifiableSet());
    }
}
