package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * One registration before and after a write.
 *
 * @param before with the state and version that were read; empty if there was none
 * @param after as it will be stored; empty if it is erased; with another id than before if its address changed
 */
public record RegistrationChange(Optional<Registration> before, Optional<Registration> after) {

    public RegistrationChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("neither before nor after");
        }
    }

    /** Stores {@code next} in place of {@code before}, with the letter that it is owed from now on. */
    public static RegistrationChange of(
            Session session, Optional<Registration> before, Registration next, Instant now) {
        return new RegistrationChange(before, Optional.of(next.asStored(session, now)));
    }

    /**
     * Stores a registration that was read and changed in everything but its state and its proof of the address: whatever
     * is counted stays the same.
     */
    public static RegistrationChange update(Session session, Registration changed, Instant now) {
        return of(session, Optional.of(changed), changed, now);
    }

    public static RegistrationChange erasure(Registration before) {
        return new RegistrationChange(Optional.of(before), Optional.empty());
    }

    /** Returns whether the registration gets another id, so that nothing remains under the one before. */
    public boolean isMove() {
        return before.isPresent()
                && after.isPresent()
                && !before.get().id().equals(after.get().id());
    }

    /** Returns the number in the queue before; empty if the person did not wait. */
    public OptionalLong queueNumberBefore() {
        return number(before);
    }

    /** Returns the number in the queue afterwards; empty if the person does not wait. */
    public OptionalLong queueNumberAfter() {
        return number(after);
    }

    /** Returns whether the organiser has to decide about a confirmed address from now on, and did not before. */
    public boolean beginsReview() {
        return isUnderReview(after) && !isUnderReview(before);
    }

    /** Returns whether somebody without a place is there already, and so takes one, within the limits or not. */
    boolean isAtDoor() {
        return after.flatMap(Registration::present).orElse(false)
                && before.filter(known -> known.state() instanceof RegistrationState.Confirmed)
                        .isEmpty();
    }

    private static boolean isUnderReview(Optional<Registration> registration) {
        return registration
                .filter(known -> known.state() instanceof RegistrationState.UnderReview
                        && known.proof().isGiven())
                .isPresent();
    }

    private static OptionalLong number(Optional<Registration> registration) {
        return registration.isPresent() && registration.get().state() instanceof RegistrationState.Waitlisted waiting
                ? OptionalLong.of(waiting.number())
                : OptionalLong.empty();
    }
}
