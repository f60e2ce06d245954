package nl.samenkomst.domain.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the letter that a browser asked for last. */
public enum MailState {
    /** To be sent, if the address is an organiser's. */
    OWED,
    /** Not to be sent: there were too many requests. */
    WITHHELD,
    /** The mail service took it. */
    SENT,
    /** The mail service did not take it; another request may succeed. */
    FAILED;

    /** Returns the word in the table, such as {@code owed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state with this word; empty if there is none. */
    public static Optional<MailState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
