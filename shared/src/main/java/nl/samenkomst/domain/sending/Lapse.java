package nl.samenkomst.domain.sending;

import java.time.Instant;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;

/**
 * Cancels a registration whose address nobody confirmed in time, and gives its place to the queue in the same
 * transaction; nobody is told. If the person confirms at that very moment, one of the two writes meets a conflict, and
 * decides again.
 */
final class Lapse {

    private Lapse() {}

    /** Decides whether the registration lapses now; so does the outcome say. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
        return seen.registration()
                .filter(known -> known.mustLapse(seen.session(), now))
                .<Decided<Boolean>>map(known -> new Decided.CommitAndPromote<>(
                        RegistrationChanges.changing(seen.sessionSnapshot(), known, known.lapsed(now), now), true))
                .orElseGet(() -> Decided.asIs(false));
    }
}
