package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Sessions with injected faults; other tasks may run between any two calls. */
final class FaultySessions implements Sessions {

    private final Sessions table;
    private final Faults faults;

    FaultySessions(Sessions table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return faults.read(() -> table.find(id));
    }

    @Override
    public List<SessionSnapshot> find(List<SessionId> ids) {
        return faults.read(() -> table.find(ids));
    }

    @Override
    public WriteResult publish(Session session, AuditEntry record) {
        return faults.write(() -> table.publish(session, record));
    }

    @Override
    public WriteResult change(Session before, Session after, AuditEntry record) {
        return faults.write(() -> table.change(before, after, record));
    }

    @Override
    public Optional<ReadableParts> remains(SessionId id) {
        return faults.read(() -> table.remains(id));
    }

    @Override
    public WriteResult overwrite(ReadableParts before, Session after, AuditEntry record) {
        return faults.write(() -> table.overwrite(before, after, record));
    }

    @Override
    public WriteResult record(Session session, AuditEntry record) {
        return faults.write(() -> table.record(session, record));
    }

    @Override
    public boolean survivesRoundTrip(SessionDocument document) {
        return table.survivesRoundTrip(document);
    }

    @Override
    public WriteResult noteOnceAnHour(Session session, AuditEntry record) {
        return table.noteOnceAnHour(session, record);
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.changes(session, now);
    }
}
