package nl.samenkomst.domain.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a question is answered. */
public enum QuestionKind {
    TEXT,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES,
    YES_NO;

    /** As it stands in documents: {@code yes-no}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this word; empty where this release knows none. */
    public static Optional<QuestionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether it is answered by options, of which it then has at least one. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }
}
