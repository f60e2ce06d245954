package nl.samenkomst.pages;

import java.util.Locale;

/** The tone of a message, shown by color in addition to its words, never by color alone. */
public enum Tone {
    GOOD,
    WAIT,
    BAD,
    PLAIN;

    /** Returns the class name in the style sheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
