package nl.samenkomst.domain.own;

import java.time.Clock;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Tells whether the time for which a session's registrations are kept has passed. */
public final class Retention {

    private final Sessions sessions;
    private final Clock clock;

    public Retention(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Returns whether every registration for the session has been erased; false if the session is unknown, and for an
     * invitation-only one, which looks nonexistent to a stranger.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    public boolean isOver(SessionId session) {
        return sessions.findPublic(session)
                .map(sessionSnapshot -> sessionSnapshot.session().document().forgetAt())
                .filter(forgetAt -> !clock.instant().isBefore(forgetAt))
                .isPresent();
    }
}
