package nl.samenkomst.domain.registration;

import java.time.Instant;

/**
 * That somebody who waits gets a place.
 *
 * @param number the one they had in the queue
 */
public record Promotion(long number, Registration promoted) {

    static Promotion of(Registration waiting, Instant now) {
        if (waiting.standing() instanceof Standing.Waitlisted line) {
            return new Promotion(line.number(), waiting.with(new Standing.Confirmed(now, true)));
        }
        throw new IllegalArgumentException("only who waits can be promoted");
    }
}
