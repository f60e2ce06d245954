package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;

/**
 * Shows an organiser what changed about a session and its registrations: the audit trail, cancellations by people
 * themselves, and registrations that lapsed. Those two are read from the registrations, so that erasing one leaves no trace of it here.
 */
public final class ShowChanges {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Clock clock;

    public ShowChanges(Sessions sessions, Registrations registrations, Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Returns the entries that have not expired, oldest first; empty if there is no such session.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public Optional<List<AuditEntry>> show(SessionId id) {
        return sessions.find(id).map(known -> recorded(id).entries());
    }

    /**
     * What is recorded about a session and its registrations.
     *
     * @param entries oldest first
     */
    public record Recorded(List<AuditEntry> entries, List<Registration> registrations) {

        public Recorded {
            entries = List.copyOf(entries);
            registrations = List.copyOf(registrations);
        }
    }

    /** Returns the entries that have not expired, with the registrations that they may be about. */
    public Recorded recorded(SessionId id) {
        Instant now = clock.instant();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<List<AuditEntry>> trail = reads.start(() -> sessions.changes(id, now));
            List<Registration> all = new ArrayList<>();
            registrations.all(id, now).forEach(all::add);
            return new Recorded(changes(trail.get(), all), all);
        }
    }

    /** Returns the audit trail alone, oldest first: what organisers did. */
    public List<AuditEntry> ofOrganisers(SessionId id) {
        return sessions.changes(id, clock.instant());
    }

    private static List<AuditEntry> changes(List<AuditEntry> trail, List<Registration> registrations) {
        List<AuditEntry> changes = new ArrayList<>(trail);
        for (Registration registration : registrations) {
            if (registration.state() instanceof RegistrationState.CancelledByPerson cancelled) {
                changes.add(entry(registration, cancelled));
            } else if (registration.state() instanceof RegistrationState.Lapsed lapsed) {
                changes.add(entry(registration, lapsed));
            }
        }
        changes.sort(Comparator.comparing(AuditEntry::at)
                .thenComparing(entry -> entry.registration().orElse("")));
        return changes;
    }

    private static AuditEntry entry(Registration registration, RegistrationState.CancelledByPerson cancelled) {
        return new AuditEntry(
                cancelled.since(),
                Actor.PERSON,
                cancelled.late() ? AuditAction.CANCELLED_LATE : AuditAction.CANCELLED,
                Optional.of(registration.id().value()),
                "");
    }

    private static AuditEntry entry(Registration registration, RegistrationState.Lapsed lapsed) {
        return new AuditEntry(
                lapsed.since(),
                Actor.DESK,
                AuditAction.LAPSED,
                Optional.of(registration.id().value()),
                "");
    }
}
