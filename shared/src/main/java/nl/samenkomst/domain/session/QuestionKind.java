package nl.samenkomst.domain.session;

import java.util.Locale;

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

    static QuestionKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }
}
