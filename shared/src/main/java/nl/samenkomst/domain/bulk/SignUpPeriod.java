package nl.samenkomst.domain.bulk;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.registration.Registration;

/**
 * A period in which people signed up.
 *
 * @param since its first moment; empty if it has no beginning
 * @param until the moment after its last; empty if it has no end
 */
public record SignUpPeriod(Optional<Instant> since, Optional<Instant> until) {

    /** All time. */
    public static final SignUpPeriod ALL = new SignUpPeriod(Optional.empty(), Optional.empty());

    /** Returns whether the person signed up in this period. */
    boolean includes(Registration registration) {
        Instant at = registration.signedUpAt();
        return since.filter(at::isBefore).isEmpty()
                && until.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
