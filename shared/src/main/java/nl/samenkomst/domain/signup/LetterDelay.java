package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.Registration;

/**
 * Delays the letters about one registration, so that one letter can tell of several.
 *
 * @param until when the letters leave by themselves; empty if nothing is delayed
 */
public record LetterDelay(Optional<Instant> until) {

    public static final LetterDelay NONE = new LetterDelay(Optional.empty());

    static LetterDelay until(Instant moment) {
        return new LetterDelay(Optional.of(moment));
    }

    /** Returns the registration with its letters delayed, unless one is being sent at this moment. */
    public Registration applyTo(Registration registration, Instant now) {
        return until.map(moment -> registration.with(registration.letters().delayedIfFree(moment, now)))
                .orElse(registration);
    }

    /** Returns whether it is this delay that the registration's letters wait for. */
    public boolean isInEffect(Registration registration) {
        return until.isPresent() && until.equals(registration.letters().delayedUntil());
    }
}
