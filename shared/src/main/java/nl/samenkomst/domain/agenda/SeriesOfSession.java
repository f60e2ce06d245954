package nl.samenkomst.domain.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Finds the other public sessions of a session's series. */
public final class SeriesOfSession {

    /** Sessions of the series looked at, from the last to end backwards. */
    private static final int MAX_LOOKED_AT = 100;

    private static final int MAX_UPCOMING = 12;
    private static final int MAX_PAST_READ = 6;
    private static final int MAX_PAST = 3;

    private final Sessions sessions;
    private final AgendaIndex index;

    public SeriesOfSession(Sessions sessions, AgendaIndex index) {
        this.index = index;
        this.sessions = sessions;
    }

    /**
     * Returns the upcoming sessions of the series, next first, at most {@value #MAX_UPCOMING}; then past ones with
     * public materials, latest first, at most {@value #MAX_PAST}. Empty if the session belongs to no series.
     */
    public List<SessionSnapshot> others(Session session, Instant now) {
        return session.document()
                .about()
                .series()
                .map(series -> others(session.id(), series, now))
                .orElse(List.of());
    }

    /** Returns the next public session of the series that takes sign-ups now or later; empty if there is none. */
    public Optional<Session> next(Session session, Instant now) {
        return others(session, now).stream()
                .filter(other -> switch (other.signUp(now)) {
                    case OPEN, WAITING_LIST, REVIEW, NOT_YET -> true;
                    case INVITED, FULL, CLOSED, CANCELLED -> false;
                })
                .map(SessionSnapshot::session)
                .findFirst();
    }

    private List<SessionSnapshot> others(SessionId except, String series, Instant now) {
        List<SessionId> upcoming = new ArrayList<>();
        List<SessionId> past = new ArrayList<>();
        for (SeriesEntry entry : index.ofSeries(series, true, MAX_LOOKED_AT)) {
            if (!entry.id().equals(except)) {
                (now.isBefore(entry.end()) ? upcoming : past).add(entry.id());
            }
        }
        List<SessionId> next = upcoming.reversed().stream().limit(MAX_UPCOMING).toList();
        List<SessionId> asked = new ArrayList<>(next);
        past.stream().limit(MAX_PAST_READ).forEach(asked::add);
        List<SessionSnapshot> others = new ArrayList<>();
        int readable = 0;
        for (SessionSnapshot sessionSnapshot : sessions.findPublic(asked)) {
            if (next.contains(sessionSnapshot.session().id())) {
                others.add(sessionSnapshot);
            } else if (readable < MAX_PAST
                    && !sessionSnapshot.session().document().materialsAt(now).isEmpty()) {
                others.add(sessionSnapshot);
                readable++;
            }
        }
        return others;
    }
}
