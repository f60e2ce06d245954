package nl.samenkomst.domain.agenda;

import java.util.Optional;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A request for one page of the agenda.
 *
 * @param after where the scan begins; now if empty
 * @param page from 1; a number that is too high means the last page
 * @param lastSeen the last session of this page already seen; the whole page if empty or not on the page
 */
public record AgendaQuery(
        AgendaDirection direction,
        AgendaFilter filter,
        Optional<AgendaCursor> after,
        int page,
        Optional<SessionId> lastSeen) {

    /** All upcoming sessions. */
    public static final AgendaQuery EVERYTHING = of(AgendaDirection.UPCOMING, AgendaFilter.NONE);

    public AgendaQuery {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    /** Returns a query for the first page from now. */
    public static AgendaQuery of(AgendaDirection direction, AgendaFilter filter) {
        return new AgendaQuery(direction, filter, Optional.empty(), 1, Optional.empty());
    }

    /** Returns a query with this filter for the first page in the given direction from now. */
    public AgendaQuery inDirection(AgendaDirection other) {
        return of(other, filter);
    }

    /** Returns a query in this direction for the first page under another filter. */
    public AgendaQuery withFilter(AgendaFilter other) {
        return of(direction, other);
    }

    public AgendaQuery page(int other) {
        return new AgendaQuery(direction, filter, after, other, Optional.empty());
    }

    /** Returns the query for the results that follow these results of this query; empty if they were the last. */
    public Optional<AgendaQuery> next(AgendaResults part) {
        if (part.isCut()) {
            return Optional.of(
                    past(part.page(), part.sessionSnapshots().getLast().session()));
        }
        return part.page() < part.pages()
                ? Optional.of(page(part.page() + 1))
                : part.next().map(this::from);
    }

    /** Returns the query for the rest of a page after this session. */
    private AgendaQuery past(int itsPage, Session session) {
        return new AgendaQuery(direction, filter, after, itsPage, Optional.of(session.id()));
    }

    /** Returns this query for the first page of a scan that begins at this cursor. */
    public AgendaQuery from(AgendaCursor cursor) {
        return new AgendaQuery(direction, filter, Optional.of(cursor), 1, Optional.empty());
    }
}
