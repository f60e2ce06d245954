package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * The store of what organisers wrote to the people of a session; whom it is for is in the {@link Session}. Writes return
 * {@link WriteResult.Conflict} if they did not happen, or may not have, and a retry may succeed; a store failure that
 * no retry can fix, and any store failure while reading, is thrown as the store's own RuntimeException.
 */
public interface Messages {

    /**
     * Returns a message (a consistent read); empty if there is none, or it has expired.
     *
     * @throws UnreadableItem if it cannot be read
     */
    Optional<Message> find(SessionId session, MessageId message, Instant now);

    /** Returns all messages of a session that have not expired, oldest first, without unreadable ones. */
    List<Message> all(SessionId session, Instant now);

    /**
     * Writes a message, the session's next revision, which has its note, and the audit record in one transaction, and
     * puts the session in the work queue; a conflict if {@code before} is no longer the current revision.
     */
    WriteResult send(Session before, Session after, Message message, AuditEntry record);

    /**
     * Writes the session's next revision, in which a message is withdrawn, and the audit record in one transaction, and
     * puts the session in the work queue; a conflict if {@code before} is no longer the current revision.
     */
    WriteResult withdraw(Session before, Session after, AuditEntry record);

    /** Puts a proof in the work queue, in place of one with the same {@link MessageProof#key}. */
    void ask(MessageProof proof);

    /**
     * Returns the proof with this {@link MessageProof#key} (a consistent read); empty if there is none.
     *
     * @throws UnreadableItem if it cannot be read
     */
    Optional<MessageProof> proof(SessionId session, String key);

    /** Writes a proof that is due later; a conflict if it was changed since it was seen. */
    WriteResult change(MessageProof seen, MessageProof next);

    /** Deletes a proof; a conflict if it was changed since it was seen. */
    WriteResult complete(MessageProof seen);

    /** Keeps the session's messages as long as its registrations, whose retention may have changed. */
    WriteResult keepAsLongAs(Session current);
}
