package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * The queue of work items and the moments from which they are due. Writes return {@link WriteResult.Conflict} if they
 * did not happen, or may not have, and a retry may succeed; a store failure that no retry can fix, and any store
 * failure while reading, is thrown as the store's own RuntimeException.
 */
public interface WorkQueue {

    /**
     * Returns all items in a lane due at or before {@code now}, longest due first, without unreadable ones. Reads
     * lazily, so store failures may be thrown while iterating. A change may take a moment to show.
     */
    Iterable<WorkItem> dueBy(Lane lane, Instant now);

    /**
     * Removes a changed session from the queue until its figures must be kept, at {@code next}; empty if nothing of it
     * will be due as things stand. A conflict if it has changed again.
     */
    WriteResult complete(Session session, Optional<Instant> next);

    /** Removes a changed session from the queue for good; a conflict if it has changed again. */
    default WriteResult complete(Session session) {
        return complete(session, Optional.empty());
    }

    /**
     * Returns the pending letter to the organiser (a consistent read); empty if there is none.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the notice cannot be read
     */
    Optional<OrganiserNotice> organiserNotice(SessionId session);

    /**
     * Writes a notice; a conflict if it was claimed, or there were more changes, since it was seen.
     *
     * @param current the session, whose retention is also that of the notice
     */
    WriteResult change(OrganiserNotice seen, OrganiserNotice next, Session current);

    /** Deletes a notice; a conflict if it was claimed, or there were more changes, since it was seen. */
    WriteResult complete(OrganiserNotice seen);
}
