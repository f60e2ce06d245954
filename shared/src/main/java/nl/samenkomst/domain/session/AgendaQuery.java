package nl.samenkomst.domain.session;

import java.util.Optional;

/**
 * What somebody asks of the agenda.
 *
 * @param after where to begin looking; at now where empty
 * @param page from 1; one that is too high is the last
 */
public record AgendaQuery(AgendaSide side, AgendaFilter filter, Optional<AgendaCursor> after, int page) {

    /** Everything that comes. */
    public static final AgendaQuery EVERYTHING = of(AgendaSide.COMING, AgendaFilter.NONE);

    public AgendaQuery {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    /** From its beginning. */
    public static AgendaQuery of(AgendaSide side, AgendaFilter filter) {
        return new AgendaQuery(side, filter, Optional.empty(), 1);
    }

    /** The same from its beginning on the other side. */
    public AgendaQuery on(AgendaSide other) {
        return of(other, filter);
    }

    /** The same from its beginning with another filter. */
    public AgendaQuery by(AgendaFilter other) {
        return of(side, other);
    }

    public AgendaQuery page(int other) {
        return new AgendaQuery(side, filter, after, other);
    }

    /** What follows a part of the agenda that this asked for; nothing where that was the last. */
    public Optional<AgendaQuery> next(AgendaPart part) {
        return part.page() < part.pages()
                ? Optional.of(page(part.page() + 1))
                : part.next().map(this::from);
    }

    /** The same, looked for further on. */
    public AgendaQuery from(AgendaCursor cursor) {
        return new AgendaQuery(side, filter, Optional.of(cursor), 1);
    }

    public boolean isFromTheBeginning() {
        return after.isEmpty() && page == 1;
    }
}
