package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a registration's address was shown to be its owner's: by a press on the own page, whose link only a letter to
 * that address tells, or by an organiser who added or invited the person.
 */
public sealed interface AddressProof {

    /**
     * Nobody has shown it yet.
     *
     * @param until when the registration lapses; empty if it is kept for ever
     */
    record Awaited(Optional<Instant> until) implements AddressProof {}

    /** It was shown at this moment; of a registration older than this rule, the moment of signing up. */
    record Given(Instant at) implements AddressProof {}

    /** Returns whether it was shown. */
    default boolean isGiven() {
        return this instanceof Given;
    }

    /** Returns when the registration lapses unless it is shown by then; empty if it does not. */
    default Optional<Instant> lapsesAt() {
        return switch (this) {
            case Awaited awaited -> awaited.until();
            case Given _ -> Optional.empty();
        };
    }
}
