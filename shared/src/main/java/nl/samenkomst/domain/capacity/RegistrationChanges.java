package nl.samenkomst.domain.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * What changes at once, or not at all: registrations, and with them the places and the queue.
 *
 * @param seen the session and its places that this was decided with
 * @param record what an organiser did, to be written down in the same step; empty where no organiser did it
 */
public record RegistrationChanges(SessionSnapshot seen, List<RegistrationChange> changes, Optional<AuditEntry> record) {

    public RegistrationChanges {
        changes = List.copyOf(changes);
    }

    /** Of nobody's making but the people's own. */
    public RegistrationChanges(SessionSnapshot seen, List<RegistrationChange> changes) {
        this(seen, changes, Optional.empty());
    }

    /** Somebody's registration becomes another. */
    public static RegistrationChanges changing(SessionSnapshot seen, Registration before, Registration after) {
        return new RegistrationChanges(seen, List.of(new RegistrationChange(Optional.of(before), Optional.of(after))));
    }

    /** Somebody signs up, for the first time or again. */
    public static RegistrationChanges signingUp(RegistrationSnapshot seen, Registration after) {
        return new RegistrationChanges(
                seen.sessionSnapshot(), List.of(new RegistrationChange(seen.registration(), Optional.of(after))));
    }

    /** Somebody's registration is no more. */
    public static RegistrationChanges erasing(SessionSnapshot seen, Registration before) {
        return new RegistrationChanges(seen, List.of(new RegistrationChange(Optional.of(before), Optional.empty())));
    }

    /** The same, and these besides. */
    RegistrationChanges with(List<RegistrationChange> others) {
        List<RegistrationChange> all = new ArrayList<>(changes);
        all.addAll(others);
        return new RegistrationChanges(seen, all, record);
    }

    /** The same, made by an organiser. */
    public RegistrationChanges recordedAs(AuditEntry entry) {
        return new RegistrationChanges(seen, changes, Optional.of(entry));
    }

    public Session session() {
        return seen.session();
    }

    /** The places as they are when this has happened. */
    public Places after() {
        Places places = seen.places();
        for (RegistrationChange change : changes) {
            places = CapacityChange.after(places, change);
        }
        return places;
    }

    /**
     * Whether the places must be the very ones that were seen. Where nobody waits and nobody begins to, it is enough
     * that there is room: so many can take a place at once without getting into each other's way.
     */
    public boolean needsPlacesAsSeen() {
        return seen.places().waiting() > 0 || after().waiting() > 0;
    }
}
