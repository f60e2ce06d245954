package nl.samenkomst.domain.editing;

import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SessionWriter;
import nl.samenkomst.domain.draft.Draft;

/** The store of sessions where it concerns a draft too. */
public interface Publications {

    /** Returns a writer that deletes the draft in the same transaction; a conflict also if another version is stored. */
    SessionWriter of(Draft draft);

    /**
     * Deletes a session and its places and stores the next version of its draft, with the audit record, in one
     * transaction; a conflict if the session, its places or the draft have changed.
     */
    WriteResult takeBack(SessionSnapshot before, Draft next, AuditEntry record);
}
