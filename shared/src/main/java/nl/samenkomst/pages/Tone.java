package nl.samenkomst.pages;

import java.util.Locale;

/** How a message is to feel, beside its words: never told by colour alone. */
public enum Tone {
    GOOD,
    WAIT,
    BAD,
    PLAIN;

    /** As the style sheet calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
