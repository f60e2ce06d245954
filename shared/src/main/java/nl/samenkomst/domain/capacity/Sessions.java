package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * The store of sessions and their places. Lists leave out unreadable items, which the store logs. Writes return
 * {@link WriteResult.Conflict} if they did not happen, or may not have, and a retry may succeed; a store failure that
 * no retry can fix, and any store failure while reading, is thrown as the store's own RuntimeException.
 */
public interface Sessions extends SessionWriter {

    /**
     * Returns the session as it is now (a consistent read); empty if there is none.
     *
     * @throws UnreadableItem if the session or its places cannot be read
     */
    Optional<SessionSnapshot> find(SessionId id);

    /**
     * Returns these sessions as they are now (a consistent read), in the order of {@code ids}; leaves out unknown and
     * unreadable ones.
     */
    List<SessionSnapshot> find(List<SessionId> ids);

    /**
     * Returns the session as it is now; empty if there is none or it is invitation-only.
     *
     * @throws UnreadableItem if the session or its places cannot be read
     */
    default Optional<SessionSnapshot> findPublic(SessionId id) {
        return find(id).filter(sessionSnapshot -> sessionSnapshot.session().isPublic());
    }

    /** Returns these sessions, as {@link #find(List)} does, without invitation-only ones. */
    default List<SessionSnapshot> findPublic(List<SessionId> ids) {
        return find(ids).stream()
                .filter(sessionSnapshot -> sessionSnapshot.session().isPublic())
                .toList();
    }

    /** Returns the readable parts of a session; empty if there is none or its places cannot be read either. */
    Optional<ReadableParts> remains(SessionId id);

    /**
     * Replaces an unreadable session by its next revision, and writes the audit record, in one transaction;
     * a conflict if its places follow another revision than {@code before}.
     */
    WriteResult overwrite(ReadableParts before, Session after, AuditEntry record);

    /** Writes the audit record of an act that changes nothing, such as an export; writing it twice is one record. */
    WriteResult record(Session session, AuditEntry record);

    /** Returns whether this document, once written, is read back as an equal one. */
    boolean survivesRoundTrip(SessionDocument document);

    /**
     * Writes the record of an act that changes nothing else, once for each action and actor in an hour of the clock; a
     * conflict if there is one already, which leaves it as it is.
     */
    WriteResult noteOnceAnHour(Session session, AuditEntry record);

    /** Returns the audit records of a session and its registrations that have not expired, oldest first. */
    List<AuditEntry> changes(SessionId session, Instant now);
}
