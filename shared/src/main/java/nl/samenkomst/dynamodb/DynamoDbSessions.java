package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.AuditEntry;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sessions in the table. */
public final class DynamoDbSessions implements Sessions {

    private final Table table;

    public DynamoDbSessions(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Optional<Listing> find(SessionId id) {
        return listings(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Listing> after(AgendaCursor cursor, int most) {
        return listings(idsAfter(cursor, most));
    }

    @Override
    public Commit publish(Session session, AuditEntry record) {
        return table.transact(List.of(
                put(SessionItem.write(session, Optional.empty()), "attribute_not_exists(PK)", Map.of()),
                put(
                        PlacesItem.write(session.id(), Places.allFree(session.document())),
                        "attribute_not_exists(PK)",
                        Map.of()),
                AuditItem.put(session, record, table.name())));
    }

    @Override
    public Commit change(Session before, Session after, AuditEntry record) {
        return table.transact(List.of(
                put(
                        SessionItem.write(after, Optional.of(after.changedAt())),
                        SessionItem.REVISION + " = :before",
                        Map.of(":before", Values.number(before.revision()))),
                PlacesItem.follow(before, table.name()),
                AuditItem.put(after, record, table.name())));
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        QueryRequest all = QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression("PK = :session AND begins_with(SK, :changes)")
                .expressionAttributeValues(Map.of(
                        ":session", Values.text(Keys.session(session)),
                        ":changes", Values.text(AuditItem.SK)))
                .build();
        return table.client().queryPaginator(all).items().stream()
                .filter(item -> AuditItem.isOneAt(now, item))
                .map(AuditItem::read)
                .toList();
    }

    private List<SessionId> idsAfter(AgendaCursor cursor, int most) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.AGENDA_INDEX)
                .keyConditionExpression(SessionItem.AGENDA + " = :agenda AND " + SessionItem.STARTS_AT + " >= :start")
                .expressionAttributeValues(
                        Map.of(":agenda", Values.text(SessionItem.THE_AGENDA), ":start", Values.moment(cursor.start())))
                .limit(most);
        cursor.passed().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.AGENDA, Values.text(SessionItem.THE_AGENDA));
            key.put(SessionItem.STARTS_AT, Values.moment(cursor.start()));
            query.exclusiveStartKey(key);
        });
        return table.client().query(query.build()).items().stream()
                .map(key -> Keys.session(Attributes.of(key)))
                .toList();
    }

    /** In the order of the ids. */
    private List<Listing> listings(List<SessionId> ids) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        ids.forEach(id -> {
            keys.add(SessionItem.key(id));
            keys.add(PlacesItem.key(id));
        });
        Map<SessionId, Session> sessions = new HashMap<>();
        Map<SessionId, Map<String, AttributeValue>> places = new HashMap<>();
        for (Map<String, AttributeValue> item : table.get(keys)) {
            Attributes attributes = Attributes.of(item);
            SessionId id = Keys.session(attributes);
            if (attributes.text(Keys.SK).equals(SessionItem.SK)) {
                sessions.put(id, SessionItem.read(item));
            } else {
                places.put(id, item);
            }
        }
        List<Listing> listings = new ArrayList<>();
        for (SessionId id : ids) {
            Session session = sessions.get(id);
            Map<String, AttributeValue> itsPlaces = places.get(id);
            if (session != null && itsPlaces != null) {
                listings.add(new Listing(session, PlacesItem.read(itsPlaces, session.document())));
            }
        }
        return listings;
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        Put.Builder put = Put.builder().tableName(table.name()).item(item).conditionExpression(condition);
        if (!values.isEmpty()) {
            put.expressionAttributeValues(values);
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
