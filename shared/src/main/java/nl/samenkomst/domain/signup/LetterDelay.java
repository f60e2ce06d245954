package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.Registration;

/** Has the letters about one registration wait until a moment, and knows whether they do. */
public final class LetterDelay {

    private final Optional<Instant> until;
    private boolean isOn;

    private LetterDelay(Optional<Instant> until) {
        this.until = until;
    }

    /** Nothing waits. */
    public static LetterDelay none() {
        return new LetterDelay(Optional.empty());
    }

    static LetterDelay until(Instant moment) {
        return new LetterDelay(Optional.of(moment));
    }

    /** The registration as it is to be written: waiting, unless somebody is sending a letter about it just now. */
    public Registration on(Registration registration, Instant now) {
        return until.map(moment -> registration.with(registration.letters().delayedIfFree(moment, now)))
                .orElse(registration);
    }

    /** Looks at the registration as it was written, or read. */
    public void note(Registration written) {
        isOn = until.isPresent() && until.equals(written.letters().heldUntil());
    }

    /** Whether a letter about the registration waits, as far as was seen. */
    boolean isOn() {
        return isOn;
    }
}
