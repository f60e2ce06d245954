package nl.samenkomst.domain.letter;

import java.time.Instant;

/** A letter to be sent at a moment, or at once if that has passed. */
public record OwedLetter(LetterKind kind, Instant from) {

    public boolean isDueBy(Instant now) {
        return !from.isAfter(now);
    }
}
