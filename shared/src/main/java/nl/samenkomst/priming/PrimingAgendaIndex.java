package nl.samenkomst.priming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.agenda.SessionStart;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/** Sends every query to the real table, and returns the made-up session. */
public final class PrimingAgendaIndex implements AgendaIndex {

    private final AgendaIndex table;
    private final UnaryOperator<SessionSnapshot> readBack;

    /** Passes made-up answers through {@code readBack}, since the table has no such session to read. */
    public PrimingAgendaIndex(AgendaIndex table, UnaryOperator<SessionSnapshot> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    @Override
    public List<SessionSnapshot> after(AgendaCursor cursor, int limit) {
        table.after(cursor, limit);
        // Nothing follows the made-up session: callers that read all sessions continue until the list is empty.
        return cursor.lastSeen().isPresent() ? List.of() : List.of(sessionSnapshot());
    }

    @Override
    public List<SessionStart> starts(StartQuery query) {
        table.starts(query);
        Session session = Priming.sessionSnapshot().session();
        return List.of(
                new SessionStart(session.id(), session.document().when().start().toInstant()));
    }

    @Override
    public AgendaScan scan(AgendaDirection direction, AgendaCursor from, int limit) {
        table.scan(direction, from, limit);
        Session session = Priming.sessionSnapshot().session();
        AgendaEntry entry = new AgendaEntry(
                session.id(),
                session.document().when().start().toInstant(),
                session.document().when().end().toInstant(),
                session.changedAt(),
                Map.of());
        return new AgendaScan(List.of(entry), Optional.empty());
    }

    @Override
    public List<SeriesEntry> ofSeries(String series, boolean isPublic, int limit) {
        return table.ofSeries(series, isPublic, limit);
    }

    private SessionSnapshot sessionSnapshot() {
        return Priming.readBack(Priming.sessionSnapshot(), readBack);
    }
}
