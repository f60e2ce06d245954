package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.sending.OrganiserNotice;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The work queue, kept as a sparse index of the table. */
public final class DynamoDbWorkQueue implements WorkQueue {

    private final Table table;

    public DynamoDbWorkQueue(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Iterable<WorkItem> dueBy(Lane lane, Instant now) {
        return () -> table.all(table.queryIndex(DueIndex.NAME, DueIndex.isDueBy(lane, now)))
                .flatMap(item -> ItemReader.tryRead(item, DynamoDbWorkQueue::due).stream())
                .iterator();
    }

    /**
     * Returns the work item that may be due, as of {@code now}, because the table's item with this key was written; it
     * may have been deleted since. Empty if the key is not that of a session, a registration or a proof of a message.
     */
    public static Optional<WorkItem> afterWritingOf(Map<String, String> key, Instant now) {
        String sort = key.getOrDefault(Keys.SK, "");
        if (!sort.equals(SessionItem.SK)
                && !sort.startsWith(RegistrationItem.SK)
                && !sort.startsWith(MessageProofItem.SK)) {
            return Optional.empty();
        }
        Map<String, AttributeValue> item = Keys.of(key.getOrDefault(Keys.PK, ""), sort);
        item.put(DueIndex.DUE_AT, Values.moment(now));
        return Optional.of(due(item));
    }

    @Override
    public WriteResult complete(Session session, Optional<Instant> next) {
        return table.update(
                SessionItem.key(session.id()),
                next.map(moment -> DueIndex.moveTo(Lane.CONFIRMED, moment)).orElseGet(DueIndex::leave),
                SessionItem.isRevision(session.revision()));
    }

    @Override
    public Optional<OrganiserNotice> organiserNotice(SessionId session) {
        return table.get(List.of(NoticeItem.key(session))).stream()
                .findFirst()
                .map(item -> ItemReader.read(item, NoticeItem::read));
    }

    @Override
    public WriteResult change(OrganiserNotice seen, OrganiserNotice next, Session current) {
        return table.update(NoticeItem.key(seen.session()), NoticeItem.change(next, current), NoticeItem.isAsIn(seen));
    }

    @Override
    public WriteResult complete(OrganiserNotice seen) {
        return table.transaction()
                .delete(NoticeItem.key(seen.session()), NoticeItem.isAsIn(seen))
                .commit();
    }

    private static WorkItem due(Map<String, AttributeValue> values) {
        Attributes key = Attributes.of(values);
        Instant since = key.moment(DueIndex.DUE_AT);
        String sort = key.text(Keys.SK);
        return switch (sort) {
            case NoticeItem.SK -> new WorkItem.Notice(Keys.session(key), since);
            case SessionItem.SK -> new WorkItem.ChangedSession(Keys.session(key), since);
            case String other
            when other.startsWith(MessageProofItem.SK) ->
                new WorkItem.Proof(Keys.session(key), MessageProofItem.proof(key), since);
            default -> new WorkItem.Letter(Keys.session(key), RegistrationItem.id(key), since);
        };
    }
}
