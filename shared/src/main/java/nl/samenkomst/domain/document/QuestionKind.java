package nl.samenkomst.domain.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of a question's answer. */
public enum QuestionKind {
    TEXT,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES,
    YES_NO;

    /** Returns the word used in session documents, such as {@code yes-no}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind with this word; empty if this release knows none. */
    public static Optional<QuestionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Returns whether the answer is chosen from options; a question of such a kind has at least one. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }
}
