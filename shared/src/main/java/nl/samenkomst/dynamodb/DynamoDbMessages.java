package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.MessageProof;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Organisers' messages in the table. */
public final class DynamoDbMessages implements Messages {

    private final Table table;

    public DynamoDbMessages(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Optional<Message> find(SessionId session, MessageId message, Instant now) {
        return table.get(List.of(MessageItem.key(session, message))).stream()
                .filter(item -> Expiry.isLive(now, item))
                .findFirst()
                .map(item -> ItemReader.read(item, MessageItem::read));
    }

    @Override
    public List<Message> all(SessionId session, Instant now) {
        return items(session)
                .filter(item -> Expiry.isLive(now, item))
                .flatMap(item -> ItemReader.tryRead(item, MessageItem::read).stream())
                .toList();
    }

    @Override
    public WriteResult send(Session before, Session after, Message message, AuditEntry record) {
        return DynamoDbSessions.changing(table.transaction(), before, after, record)
                .put(MessageItem.write(after, message), Keys.isNew())
                .commit();
    }

    @Override
    public WriteResult withdraw(Session before, Session after, AuditEntry record) {
        return DynamoDbSessions.changing(table.transaction(), before, after, record)
                .commit();
    }

    @Override
    public WriteResult keepAsLongAs(Session current) {
        WriteResult result = new WriteResult.Committed();
        for (Map<String, AttributeValue> item : items(current.id())
                .filter(one -> MessageItem.expiresOtherwise(current, one))
                .toList()) {
            WriteResult kept = table.update(Keys.of(item), MessageItem.expireWith(current), Keys.exists());
            result = kept.isCommitted() ? result : kept;
        }
        return result;
    }

    @Override
    public void ask(MessageProof proof) {
        table.put(MessageProofItem.write(proof));
    }

    @Override
    public Optional<MessageProof> proof(SessionId session, String key) {
        return table.get(List.of(MessageProofItem.key(session, key))).stream()
                .findFirst()
                .map(item -> ItemReader.read(item, MessageProofItem::read));
    }

    @Override
    public WriteResult change(MessageProof seen, MessageProof next) {
        return table.put(MessageProofItem.write(next), MessageProofItem.isAsIn(seen));
    }

    @Override
    public WriteResult complete(MessageProof seen) {
        return table.transaction()
                .delete(MessageProofItem.key(seen.session(), seen.key()), MessageProofItem.isAsIn(seen))
                .commit();
    }

    private Stream<Map<String, AttributeValue>> items(SessionId session) {
        return table.all(table.query(Keys.beginningWith(session, MessageItem.SK)));
    }
}
