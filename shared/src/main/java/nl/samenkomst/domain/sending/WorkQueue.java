package nl.samenkomst.domain.sending;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * The queue of work items and the moments from which they are due. Writes return {@link WriteResult.Conflict} if they
 * did not happen, or may not have, and a retry may succeed; a store failure that no retry can fix, and any store
 * failure while reading, is thrown as the store's own RuntimeException.
 */
public interface WorkQueue {

    /**
     * Returns all items due at or before {@code now}, longest due first, without unreadable ones. Reads lazily, so
     * store failures may be thrown while iterating. A change may take a moment to show.
     */
    Iterable<WorkItem> dueBy(Instant now);

    /** Removes a changed session from the queue; a conflict if it has changed again. */
    WriteResult complete(Session session);

    /**
     * Returns the pending notice about registrations under review (a consistent read); empty if there is none.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the notice cannot be read
     */
    Optional<ReviewNotice> reviewNotice(SessionId session);

    /**
     * Writes a notice's next due time and failures; a conflict if its due time is no longer as seen.
     *
     * @param current the session, whose retention is also that of the notice
     */
    WriteResult change(ReviewNotice seen, ReviewNotice next, Session current);

    /** Deletes a notice; a conflict if it was put off or more people came under review since it was seen. */
    WriteResult complete(ReviewNotice seen);
}
