package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Shows an organiser the audit trail of a session and its registrations. */
public final class ShowChanges {

    private final Sessions sessions;
    private final Clock clock;

    public ShowChanges(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Returns the entries that have not expired, oldest first; empty if there is no such session.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public Optional<List<AuditEntry>> show(SessionId id) {
        return sessions.find(id).map(known -> sessions.changes(id, clock.instant()));
    }
}
