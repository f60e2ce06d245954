package nl.samenkomst.domain.access;

import java.util.Set;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** The sessions that an organiser may see. */
public sealed interface Scope {

    boolean includes(Session session);

    /** All sessions, those to come included. */
    record All() implements Scope {

        @Override
        public boolean includes(Session session) {
            return true;
        }
    }

    /** These sessions. */
    record Named(Set<SessionId> sessions) implements Scope {

        public Named {
            sessions = Set.copyOf(sessions);
        }

        @Override
        public boolean includes(Session session) {
            return sessions.contains(session.id());
        }
    }

    /** All sessions of one series. */
    record OfSeries(String series) implements Scope {

        @Override
        public boolean includes(Session session) {
            return session.document().about().series().filter(series::equals).isPresent();
        }
    }
}
