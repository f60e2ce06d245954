package nl.samenkomst.organiserpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request did to a message, for the page after it. */
public enum MessageDone {
    SENT,
    WITHDRAWN;

    /** Returns the word in the address, such as {@code sent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what has this word; empty if there is none. */
    public static Optional<MessageDone> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
