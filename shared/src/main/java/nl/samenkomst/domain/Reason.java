package nl.samenkomst.domain;

import java.util.Locale;

/** Why something typed cannot be taken; with the field's name it makes the code that never changes. */
public enum Reason {
    REQUIRED,
    /** Longer than {@code max} characters, or more than {@code max} entries. */
    TOO_LONG,
    /** Not of the form asked for; {@code expected} says which. */
    INVALID,
    /** Has characters that a line of text cannot hold: control characters, line ends, bidirectional overrides. */
    CHARACTERS,
    /** No field or value of this name. */
    UNKNOWN,
    /** A number outside {@code min} to {@code max}. */
    OUT_OF_RANGE,
    /** Said twice. */
    DUPLICATE,
    /** A link that does not start with {@code https://}. */
    NOT_HTTPS,
    /** A date with an offset that its time zone does not have at that moment; {@code expected} says which it has. */
    OFFSET,
    /** A moment, or what it leads to, that lies before {@code moment}, or on it. */
    TOO_EARLY,
    /** A moment, or what it leads to, that lies after {@code moment}. */
    TOO_LATE,
    /** Begins, or ends, before something earlier in the list is over at {@code moment}. */
    OVERLAP,
    /** Places that nobody could ever take: more than {@code max}. */
    NEVER_FILLED,
    /** Means nothing beside the rest of the document; {@code with} says what would give it a meaning. */
    USELESS,
    /** Cannot be kept as it is written. */
    NOT_KEPT,
    /** No place is left there, and no waiting list is kept. */
    FULL,
    /** The field that people do not see was filled in. */
    TRAP;

    /** As it stands in a code: {@code too-long}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
