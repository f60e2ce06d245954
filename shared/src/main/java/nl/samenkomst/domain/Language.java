package nl.samenkomst.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the desk speaks; Dutch where nobody says otherwise. */
public enum Language {
    NL("nl"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag of BCP 47, as in {@code lang="nl"}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.of(tag);
    }

    /** The language with exactly this tag, or nothing. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
