package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SessionRemains;

/** Where sessions are kept, with their places. Lists leave out what cannot be read; whoever keeps them logs it. */
public interface Sessions {

    /**
     * The session as it is at this moment.
     *
     * @throws UnreadableItem when it is there and cannot be read
     */
    Optional<SessionSnapshot> find(SessionId id);

    /**
     * At most 50 sessions as they are at this moment, in the order of their ids; what is not there, or cannot be read,
     * is left out.
     */
    List<SessionSnapshot> find(List<SessionId> ids);

    /** The same, where everybody may find it; nothing where it is for who was invited. */
    default Optional<SessionSnapshot> findPublic(SessionId id) {
        return find(id).filter(sessionSnapshot -> sessionSnapshot.session().isPublic());
    }

    /** The same without those for who was invited. */
    default List<SessionSnapshot> findPublic(List<SessionId> ids) {
        return find(ids).stream()
                .filter(sessionSnapshot -> sessionSnapshot.session().isPublic())
                .toList();
    }

    /** Writes down a session nobody published before, and who did; {@code STALE} where somebody had. */
    WriteResult publish(Session session, AuditEntry record);

    /** Writes down the next revision, and who made it; {@code STALE} where {@code before} is no longer the last. */
    WriteResult change(Session before, Session after, AuditEntry record);

    /** What is left of a session that cannot be read; empty where there is none, or its places cannot be read either. */
    Optional<SessionRemains> remains(SessionId id);

    /** Writes down the next revision in place of what cannot be read, and who made it; {@code STALE} as for a change. */
    WriteResult overwrite(SessionRemains before, Session after, AuditEntry record);

    /** Whether this document, once written, is read back as the same. */
    boolean keepsWhole(SessionDocument document);

    /** What organisers changed about a session and its registrations, oldest first, as far as it is still kept. */
    List<AuditEntry> changes(SessionId session, Instant now);
}
