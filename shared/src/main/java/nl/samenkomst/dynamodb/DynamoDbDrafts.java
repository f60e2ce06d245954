package nl.samenkomst.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SessionWriter;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.editing.Publications;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Drafts in the table. */
public final class DynamoDbDrafts implements Drafts, Publications {

    private final Table table;

    public DynamoDbDrafts(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Optional<Draft> find(SessionId id) {
        return table.get(List.of(DraftItem.key(id))).stream()
                .map(item -> ItemReader.read(item, DraftItem::read))
                .findFirst();
    }

    @Override
    public List<Draft> find(List<SessionId> ids) {
        return table.get(ids.stream().map(DraftItem::key).toList()).stream()
                .flatMap(item -> ItemReader.tryRead(item, DraftItem::read).stream())
                .toList();
    }

    @Override
    public List<Draft> latest(int limit) {
        QueryRequest query = table.queryIndex(SessionItem.AGENDA_INDEX, DraftItem.isDraft())
                .scanIndexForward(false)
                .limit(limit)
                .build();
        List<Map<String, AttributeValue>> keys =
                table.client().query(query).items().stream().map(Keys::of).toList();
        List<Map<String, AttributeValue>> items = table.get(keys);
        return keys.stream()
                .flatMap(key -> ItemReader.find(key, items, DraftItem::read).stream())
                .toList();
    }

    @Override
    public WriteResult save(Draft next) {
        return table.put(
                DraftItem.write(next), DraftItem.isVersion(next.version().previous()));
    }

    @Override
    public WriteResult discard(Draft draft) {
        return table.transaction()
                .delete(DraftItem.key(draft.id()), DraftItem.isVersion(draft.version()))
                .commit();
    }

    @Override
    public SessionWriter of(Draft draft) {
        return new SessionWriter() {
            @Override
            public WriteResult publish(Session session, AuditEntry record) {
                return withoutDraft(DynamoDbSessions.publishing(table.transaction(), session, record));
            }

            @Override
            public WriteResult change(Session before, Session after, AuditEntry record) {
                return withoutDraft(DynamoDbSessions.changing(table.transaction(), before, after, record));
            }

            private WriteResult withoutDraft(Table.Transaction writes) {
                return writes.delete(DraftItem.key(draft.id()), DraftItem.isVersion(draft.version()))
                        .commit();
            }
        };
    }

    @Override
    public WriteResult takeBack(SessionSnapshot before, Draft next, AuditEntry record) {
        Session session = before.session();
        return table.transaction()
                .delete(SessionItem.key(session.id()), SessionItem.isRevision(session.revision()))
                .delete(
                        PlacesItem.key(session.id()),
                        PlacesItem.isVersion(before.places().version().number()))
                .put(DraftItem.write(next), DraftItem.isVersion(next.version().previous()))
                .put(AuditItem.ofReading(session, record))
                .commit();
    }
}
