package nl.samenkomst.domain;

import java.util.Locale;

/** Why input is refused; with the field's name it makes a problem's stable code. */
public enum Reason {
    REQUIRED,
    /** Longer than {@code max} code points, or more than {@code max} entries. */
    TOO_LONG,
    /** Not in the required form, which {@code expected} shows. */
    INVALID,
    /** Has characters that text cannot hold, such as control characters, line ends and bidirectional overrides. */
    CHARACTERS,
    /** No field or value has this name. */
    UNKNOWN,
    /** A number outside {@code min} to {@code max}. */
    OUT_OF_RANGE,
    /** Given twice. */
    DUPLICATE,
    /** A link that does not start with {@code https://}. */
    NOT_HTTPS,
    /** A date with an offset that its time zone does not have then; {@code expected} names the offset it has. */
    OFFSET,
    /** A moment, or one that follows from it, before {@code moment} or at it. */
    TOO_EARLY,
    /** A moment, or one that follows from it, after {@code moment} or at it. */
    TOO_LATE,
    /** A period of less than {@code least}. */
    TOO_SHORT,
    /** Has an address of the web or of a mailbox in it, where only a name belongs. */
    ADDRESS,
    /** Begins or ends before an earlier entry of the list ends, which is at {@code moment}. */
    OVERLAP,
    /** More places than can ever be taken, which is {@code max}. */
    NEVER_FILLED,
    /** Has no effect in this document; {@code with} names what would give it one. */
    USELESS,
    /** Would not be read back from the store as it is written. */
    NOT_KEPT,
    /** No place is left, and there is no waiting list. */
    FULL,
    /** Has something between braces, which {@code found} shows, that is none of the {@code known} placeholders. */
    PLACEHOLDER,
    /** The hidden field was filled in. */
    TRAP;

    /** Returns the word in a code, such as {@code too-long}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
