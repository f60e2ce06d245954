package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Shows everybody a session with its places; invitation-only sessions look nonexistent. */
public final class ShowPublicSession {

    private final Sessions sessions;
    private final SeriesOfSession series;

    public ShowPublicSession(Sessions sessions, SeriesOfSession series) {
        this.sessions = sessions;
        this.series = series;
    }

    /** A session and others of its series, in the order of {@link SeriesOfSession#others}. */
    public record InSeries(SessionSnapshot sessionSnapshot, List<SessionSnapshot> others) {

        public InSeries {
            others = List.copyOf(others);
        }
    }

    /**
     * Returns the session as it is now; empty if there is none or it is invitation-only.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public Optional<SessionSnapshot> show(SessionId id) {
        return sessions.findPublic(id);
    }

    /** Returns the session as {@link #show} does, with others of its series. */
    public Optional<InSeries> showInSeries(SessionId id, Instant now) {
        return show(id).map(found -> new InSeries(found, series.others(found.session(), now)));
    }

    /** Returns these sessions, at most 50, in this order; leaves out unknown, unreadable and invitation-only ones. */
    public List<SessionSnapshot> showAll(List<SessionId> ids) {
        return ids.isEmpty() ? List.of() : sessions.findPublic(ids);
    }
}
