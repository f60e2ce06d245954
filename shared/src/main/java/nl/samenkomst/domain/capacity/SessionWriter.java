package nl.samenkomst.domain.capacity;

import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.session.Session;

/** Writes what an organiser publishes, and whatever else must happen in the same transaction. */
public interface SessionWriter {

    /** Writes a new session and its audit record in one transaction; a conflict if the session exists. */
    WriteResult publish(Session session, AuditEntry record);

    /**
     * Writes the next revision and its audit record in one transaction; a conflict if {@code before} is no longer
     * the current revision.
     */
    WriteResult change(Session before, Session after, AuditEntry record);
}
