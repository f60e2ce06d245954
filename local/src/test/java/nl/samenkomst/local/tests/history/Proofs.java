package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;

/** Checks that registrations lapse whose address nobody confirmed in time, and no others. */
final class Proofs {

    private final Map<RegistrationId, Instant> awaited = new HashMap<>();
    private final Set<RegistrationId> confirmed = new HashSet<>();

    /** Records that this person's address must be confirmed by then. */
    void awaited(RegistrationId id, Instant until) {
        awaited.put(id, until);
        confirmed.remove(id);
    }

    /** Records that this person was told that the address is confirmed, and the place theirs. */
    void confirmed(RegistrationId id) {
        confirmed.add(id);
    }

    List<String> invalid(Map<RegistrationId, Registration> everybody) {
        List<String> invalid = new ArrayList<>();
        for (Registration registration : everybody.values()) {
            if (registration.state() instanceof RegistrationState.Lapsed lapsed && !mayLapse(registration, lapsed)) {
                invalid.add(
                        "%s, and may stay until %s, or was told so".formatted(lapsed, awaited.get(registration.id())));
            }
        }
        return invalid;
    }

    /** Returns every violation, once everything due was done. */
    List<String> invalidAtTheEnd(Map<RegistrationId, Registration> everybody, Instant now) {
        List<String> invalid = invalid(everybody);
        for (Registration registration : everybody.values()) {
            boolean isOverdue = !registration.proof().isGiven()
                    && !awaited.getOrDefault(registration.id(), Instant.MAX).isAfter(now);
            if (registration.isActive() && isOverdue) {
                invalid.add("nobody confirmed the address, and it is still " + registration.state());
            }
        }
        return invalid;
    }

    private boolean mayLapse(Registration registration, RegistrationState.Lapsed lapsed) {
        return !confirmed.contains(registration.id())
                && !awaited.getOrDefault(registration.id(), Instant.MAX).isAfter(lapsed.since());
    }
}
