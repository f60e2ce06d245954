package nl.samenkomst.domain.agenda;

import java.util.Optional;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * What somebody asks of the agenda.
 *
 * @param after where to begin looking; at now where empty
 * @param page from 1; one that is too high is the last
 * @param passed the last session of this page that was seen; the page from its beginning where empty or not on it
 */
public record AgendaQuery(
        AgendaDirection side, AgendaFilter filter, Optional<AgendaCursor> after, int page, Optional<SessionId> passed) {

    /** Everything that comes. */
    public static final AgendaQuery EVERYTHING = of(AgendaDirection.COMING, AgendaFilter.NONE);

    public AgendaQuery {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    /** From its beginning. */
    public static AgendaQuery of(AgendaDirection side, AgendaFilter filter) {
        return new AgendaQuery(side, filter, Optional.empty(), 1, Optional.empty());
    }

    /** The same from its beginning on the other side. */
    public AgendaQuery on(AgendaDirection other) {
        return of(other, filter);
    }

    /** The same from its beginning with another filter. */
    public AgendaQuery by(AgendaFilter other) {
        return of(side, other);
    }

    public AgendaQuery page(int other) {
        return new AgendaQuery(side, filter, after, other, Optional.empty());
    }

    /** What follows a part of the agenda that this asked for; nothing where that was the last. */
    public Optional<AgendaQuery> next(AgendaResults part) {
        if (part.isCut()) {
            return Optional.of(
                    past(part.page(), part.sessionSnapshots().getLast().session()));
        }
        return part.page() < part.pages()
                ? Optional.of(page(part.page() + 1))
                : part.next().map(this::from);
    }

    /** What follows a session on a page. */
    private AgendaQuery past(int itsPage, Session session) {
        return new AgendaQuery(side, filter, after, itsPage, Optional.of(session.id()));
    }

    /** The same, looked for further on. */
    public AgendaQuery from(AgendaCursor cursor) {
        return new AgendaQuery(side, filter, Optional.of(cursor), 1, Optional.empty());
    }

    public boolean isFromTheBeginning() {
        return after.isEmpty() && page == 1 && passed.isEmpty();
    }
}
