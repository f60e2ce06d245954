package nl.samenkomst.urls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The outcome of a form, as far as the public may know it. */
public enum ReceivedAs {
    PLACE,
    WAITING_LIST,
    REVIEW,
    /** No sign-up: a request for the own link. */
    LINK,
    /** No sign-up: the own link ended, and a fresh one is mailed. */
    RENEWAL,
    /** No sign-up: the registration was erased. */
    ERASED;

    /** Returns the word in addresses and in the API: {@code waiting-list}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the outcome with exactly this word; empty if there is none. */
    public static Optional<ReceivedAs> of(String word) {
        return Arrays.stream(values()).filter(as -> as.word().equals(word)).findFirst();
    }
}
