package nl.samenkomst.domain.organiser;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Shows an organiser a session with its places, invitation-only or not. */
public final class ShowSession {

    private final Sessions sessions;

    public ShowSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Returns the session as it is now; empty if there is none.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public Optional<SessionSnapshot> show(SessionId id) {
        return sessions.find(id);
    }
}
