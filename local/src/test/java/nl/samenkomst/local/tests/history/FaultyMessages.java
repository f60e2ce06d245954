package nl.samenkomst.local.tests.history;

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

/** Messages with injected faults, and with a planted bug if that is in how they are withdrawn. */
final class FaultyMessages implements Messages {

    private final Messages table;
    private final Faults faults;
    private final Optional<Bug> bug;

    FaultyMessages(Messages table, Faults faults, Optional<Bug> bug) {
        this.table = table;
        this.faults = faults;
        this.bug = bug;
    }

    @Override
    public Optional<Message> find(SessionId session, MessageId message, Instant now) {
        return faults.read(() -> table.find(session, message, now));
    }

    @Override
    public List<Message> all(SessionId session, Instant now) {
        return faults.read(() -> table.all(session, now));
    }

    @Override
    public WriteResult send(Session before, Session after, Message message, AuditEntry record) {
        return faults.write(() -> table.send(before, after, message, record));
    }

    @Override
    public WriteResult withdraw(Session before, Session after, AuditEntry record) {
        boolean forgets = bug.equals(Optional.of(Bug.WITHDRAWS_NO_MESSAGE));
        return faults.write(() -> forgets ? WriteResult.committed() : table.withdraw(before, after, record));
    }

    @Override
    public void ask(MessageProof proof) {
        table.ask(proof);
    }

    @Override
    public Optional<MessageProof> proof(SessionId session, String key) {
        return faults.read(() -> table.proof(session, key));
    }

    @Override
    public WriteResult change(MessageProof seen, MessageProof next) {
        return faults.write(() -> table.change(seen, next));
    }

    @Override
    public WriteResult complete(MessageProof seen) {
        return faults.write(() -> table.complete(seen));
    }

    @Override
    public WriteResult keepAsLongAs(Session current) {
        return faults.write(() -> table.keepAsLongAs(current));
    }
}
