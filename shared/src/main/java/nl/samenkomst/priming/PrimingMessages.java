package nl.samenkomst.priming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Makes every call to the real table, whose made-up session has no messages and is another revision. */
public final class PrimingMessages implements Messages {

    private final Messages table;

    public PrimingMessages(Messages table) {
        this.table = table;
    }

    @Override
    public Optional<Message> find(SessionId session, MessageId message, Instant now) {
        return table.find(session, message, now);
    }

    @Override
    public List<Message> all(SessionId session, Instant now) {
        return table.all(session, now);
    }

    @Override
    public WriteResult send(Session before, Session after, Message message, AuditEntry record) {
        return PrimingRegistrations.requireConflict(table.send(before, after, message, record));
    }

    @Override
    public WriteResult withdraw(Session before, Session after, AuditEntry record) {
        return PrimingRegistrations.requireConflict(table.withdraw(before, after, record));
    }

    /** Not primed: the write would succeed. */
    @Override
    public void ask(MessageProof proof) {
        throw new IllegalStateException("asking for a proof would change the table");
    }

    @Override
    public Optional<MessageProof> proof(SessionId session, String key) {
        return table.proof(session, key);
    }

    @Override
    public WriteResult change(MessageProof seen, MessageProof next) {
        return PrimingRegistrations.requireConflict(table.change(seen, next));
    }

    @Override
    public WriteResult complete(MessageProof seen) {
        return PrimingRegistrations.requireConflict(table.complete(seen));
    }

    @Override
    public WriteResult keepAsLongAs(Session current) {
        return table.keepAsLongAs(current);
    }
}
