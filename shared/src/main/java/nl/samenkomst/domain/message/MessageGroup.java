package nl.samenkomst.domain.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The people of a session to whom an organiser can write, by the state of their registration. */
public enum MessageGroup {
    /** They have a place. */
    CONFIRMED,
    /** They are on the waiting list. */
    WAITLISTED,
    /** The organiser has yet to decide about them. */
    UNDER_REVIEW;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the word of the state, such as {@code under-review}. */
    public String word() {
        return word;
    }

    /** Returns the group with this word; empty if there is none. */
    public static Optional<MessageGroup> of(String word) {
        return Arrays.stream(values()).filter(group -> group.word.equals(word)).findFirst();
    }
}
