package nl.samenkomst.domain.draft;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.session.SessionId;

/**
 * The store of drafts. Writes return {@link WriteResult.Conflict} if they did not happen, or may not have, and a retry may
 * succeed.
 */
public interface Drafts {

    /** Returns the draft of a session as it is now (a consistent read); empty if it has none. */
    Optional<Draft> find(SessionId id);

    /**
     * Returns the drafts that these sessions have, as they are now (a consistent read); leaves out what cannot be read,
     * which is logged.
     */
    List<Draft> find(List<SessionId> ids);

    /**
     * Returns the drafts that were changed last, the last first; it may miss a write of just now. Leaves out what cannot
     * be read, which is logged.
     */
    List<Draft> latest(int limit);

    /** Stores the next version of a draft; a conflict if the version before is not stored. */
    WriteResult save(Draft next);

    /** Throws a draft away; a conflict if another version is stored. */
    WriteResult discard(Draft draft);
}
