package nl.samenkomst.priming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Makes every call to the real table except publishing, and answers with the made-up session. */
public final class PrimingSessions implements Sessions {

    private final Sessions table;
    private final UnaryOperator<SessionSnapshot> readBack;

    /** Passes made-up snapshots through {@code readBack}, since the table has no such session to read. */
    public PrimingSessions(Sessions table, UnaryOperator<SessionSnapshot> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        table.find(id);
        return Optional.of(sessionSnapshot());
    }

    @Override
    public List<SessionSnapshot> find(List<SessionId> ids) {
        table.find(ids);
        return List.of(sessionSnapshot());
    }

    /** Not primed: the write would succeed, since its condition is that the session does not exist yet. */
    @Override
    public WriteResult publish(Session session, AuditEntry record) {
        throw new IllegalStateException("publishing would change the table");
    }

    @Override
    public WriteResult change(Session before, Session after, AuditEntry record) {
        return PrimingRegistrations.requireConflict(table.change(before, after, record));
    }

    @Override
    public Optional<ReadableParts> remains(SessionId id) {
        return table.remains(id);
    }

    @Override
    public WriteResult overwrite(ReadableParts before, Session after, AuditEntry record) {
        return PrimingRegistrations.requireConflict(table.overwrite(before, after, record));
    }

    /** Not primed: the write has no condition, so it would succeed. */
    @Override
    public WriteResult record(Session session, AuditEntry record) {
        throw new IllegalStateException("recording would change the table");
    }

    @Override
    public boolean survivesRoundTrip(SessionDocument document) {
        return table.survivesRoundTrip(document);
    }

    /** Not primed: the write would succeed, since its condition is that there is no such record yet. */
    @Override
    public WriteResult noteOnceAnHour(Session session, AuditEntry record) {
        throw new IllegalStateException("the record would change the table");
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.changes(session, now);
    }

    private SessionSnapshot sessionSnapshot() {
        return Priming.readBack(Priming.sessionSnapshot(), readBack);
    }
}
