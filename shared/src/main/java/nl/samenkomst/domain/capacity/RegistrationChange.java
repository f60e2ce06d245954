package nl.samenkomst.domain.capacity;

import java.util.Optional;
import java.util.OptionalLong;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * What becomes of one registration in a step.
 *
 * @param before as it was read; empty where there was none
 * @param after as it is from now on; empty where it is erased
 */
public record RegistrationChange(Optional<Registration> before, Optional<Registration> after) {

    public RegistrationChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("nobody moves");
        }
    }

    /** The number in the queue that was had, if any. */
    public OptionalLong queueNumberBefore() {
        return number(before);
    }

    /** The number in the queue that is had from now on, if any. */
    public OptionalLong queueNumberAfter() {
        return number(after);
    }

    /** Whether somebody waits for the organiser's decision from here on. */
    public boolean beginsReview() {
        return isUnderReview(after) && !isUnderReview(before);
    }

    private static boolean isUnderReview(Optional<Registration> registration) {
        return registration.isPresent() && registration.get().state() instanceof RegistrationState.UnderReview;
    }

    private static OptionalLong number(Optional<Registration> registration) {
        return registration.isPresent() && registration.get().state() instanceof RegistrationState.Waitlisted waiting
                ? OptionalLong.of(waiting.number())
                : OptionalLong.empty();
    }
}
