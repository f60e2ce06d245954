package nl.samenkomst.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A language of the desk's texts; Dutch by default. */
public enum Language {
    NL("nl"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Returns the BCP 47 tag, as in {@code lang="nl"}. */
    public String tag() {
        return tag;
    }

    /** Returns every tag, the default's first. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** Returns the language with exactly this tag; empty if there is none. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
