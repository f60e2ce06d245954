package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.message.MessageId;

/**
 * A letter to be sent at a moment, or at once if that has passed.
 *
 * @param message the message that it brings, for a {@link LetterKind#MESSAGE}; else empty
 */
public record OwedLetter(LetterKind kind, Instant from, Optional<MessageId> message) {

    /** Creates a letter that brings no message. */
    public OwedLetter(LetterKind kind, Instant from) {
        this(kind, from, Optional.empty());
    }

    /** Creates the letter that brings a message. */
    public static OwedLetter of(MessageId message, Instant from) {
        return new OwedLetter(LetterKind.MESSAGE, from, Optional.of(message));
    }

    public boolean isDueBy(Instant now) {
        return !from.isAfter(now);
    }
}
