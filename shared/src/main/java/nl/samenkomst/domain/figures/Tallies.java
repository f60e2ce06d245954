package nl.samenkomst.domain.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.session.SessionId;

/**
 * The store of the figures of sessions whose registrations are about to be deleted, or have been. Reads leave out what
 * cannot be read, which the store logs.
 */
public interface Tallies {

    /** Returns the kept figures of these sessions; none of a session for which none are kept. */
    Map<SessionId, Tally> tallies(List<SessionId> sessions);

    default Optional<Tally> tally(SessionId session) {
        return Optional.ofNullable(tallies(List.of(session)).get(session));
    }

    /**
     * Keeps the figures of a session; a conflict if those that are kept are of more sign-ups, which leaves them as they
     * are.
     */
    WriteResult keep(SessionId session, Tally tally);
}
