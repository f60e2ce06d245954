package nl.samenkomst.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.AgendaEntry;
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

/** Asks the real table everything, and answers with the made-up session. */
public final class RehearsedSessions implements Sessions {

    private final Sessions table;
    private final UnaryOperator<Listing> readBack;

    /** Passes made-up answers through {@code readBack}, since the table has no such session to read. */
    public RehearsedSessions(Sessions table, UnaryOperator<Listing> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    @Override
    public Optional<Listing> find(SessionId id) {
        table.find(id);
        return Optional.of(listing());
    }

    @Override
    public List<Listing> after(AgendaCursor cursor, int most) {
        table.after(cursor, most);
        // Nothing comes after the made-up session: who asks for all of them asks again until nothing comes.
        return cursor.passed().isPresent() ? List.of() : List.of(listing());
    }

    @Override
    public List<Listing> find(List<SessionId> ids) {
        table.find(ids);
        return List.of(listing());
    }

    @Override
    public AgendaStretch look(AgendaSide side, AgendaCursor from, int most) {
        table.look(side, from, most);
        Session session = Rehearsal.listing().session();
        AgendaEntry entry = new AgendaEntry(
                session.id(),
                session.document().when().start().toInstant(),
                session.document().when().end().toInstant(),
                session.changedAt(),
                Map.of());
        return new AgendaStretch(List.of(entry), Optional.empty());
    }

    @Override
    public List<SeriesEntry> ofSeries(String series, boolean isPublic, int most) {
        return table.ofSeries(series, isPublic, most);
    }

    /** Not rehearsed: its condition is that there is none yet, and that holds. */
    @Override
    public Commit publish(Session session, AuditEntry record) {
        throw new IllegalStateException("publishing would change the table");
    }

    @Override
    public Commit change(Session before, Session after, AuditEntry record) {
        return RehearsedRegistrations.asIfDone(table.change(before, after, record));
    }

    @Override
    public Optional<SessionRemains> remains(SessionId id) {
        return table.remains(id);
    }

    @Override
    public Commit overwrite(SessionRemains before, Session after, AuditEntry record) {
        return RehearsedRegistrations.asIfDone(table.overwrite(before, after, record));
    }

    @Override
    public boolean keepsWhole(SessionDocument document) {
        return table.keepsWhole(document);
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.changes(session, now);
    }

    private Listing listing() {
        return Rehearsal.readBack(Rehearsal.listing(), readBack);
    }
}
