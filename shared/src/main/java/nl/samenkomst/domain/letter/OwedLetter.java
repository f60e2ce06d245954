package nl.samenkomst.domain.letter;

import java.time.Instant;

/** A letter that is to leave at a moment, now if that has passed. */
public record OwedLetter(LetterKind kind, Instant from) {

    public boolean isDueBy(Instant now) {
        return !from.isAfter(now);
    }
}
