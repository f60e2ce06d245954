package nl.samenkomst.local.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.AgendaSide;
import nl.samenkomst.domain.session.AgendaStretch;
import nl.samenkomst.domain.session.AuditEntry;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.SeriesEntry;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SessionRemains;
import nl.samenkomst.domain.session.Sessions;

/** Sessions with injected faults; other tasks may run between any two calls. */
final class TroubledSessions implements Sessions {

    private final Sessions table;
    private final Faults faults;

    TroubledSessions(Sessions table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    @Override
    public Optional<Listing> find(SessionId id) {
        return faults.read(() -> table.find(id));
    }

    @Override
    public List<Listing> find(List<SessionId> ids) {
        return faults.read(() -> table.find(ids));
    }

    @Override
    public AgendaStretch look(AgendaSide side, AgendaCursor from, int most) {
        return faults.read(() -> table.look(side, from, most));
    }

    @Override
    public List<SeriesEntry> ofSeries(String series, boolean isPublic, int most) {
        return faults.read(() -> table.ofSeries(series, isPublic, most));
    }

    @Override
    public List<Listing> after(AgendaCursor cursor, int most) {
        return faults.read(() -> table.after(cursor, most));
    }

    @Override
    public Commit publish(Session session, AuditEntry record) {
        return faults.write(() -> table.publish(session, record));
    }

    @Override
    public Commit change(Session before, Session after, AuditEntry record) {
        return faults.write(() -> table.change(before, after, record));
    }

    @Override
    public Optional<SessionRemains> remains(SessionId id) {
        return faults.read(() -> table.remains(id));
    }

    @Override
    public Commit overwrite(SessionRemains before, Session after, AuditEntry record) {
        return faults.write(() -> table.overwrite(before, after, record));
    }

    @Override
    public boolean keepsWhole(SessionDocument document) {
        return table.keepsWhole(document);
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.changes(session, now);
    }
}
