package nl.samenkomst.organiserpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request did to a session, for the page after it. */
public enum SessionDone {
    CANCELLED,
    REINSTATED,
    PUBLISHED,
    CHANGED,
    /** Changed, but some people could not go to the theme that was chosen for them. */
    CHANGED_UNMOVED,
    /** The draft was thrown away. */
    DISCARDED;

    /** Returns the word in the address, such as {@code cancelled}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what has this word; empty if there is none. */
    public static Optional<SessionDone> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
