package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.AgendaEntry;
import nl.samenkomst.domain.session.AgendaSide;
import nl.samenkomst.domain.session.AgendaStretch;
import nl.samenkomst.domain.session.AuditEntry;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.SeriesEntry;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sessions in the table. */
public final class DynamoDbSessions implements Sessions {

    private final Table table;

    public DynamoDbSessions(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Optional<Listing> find(SessionId id) {
        return find(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Listing> find(List<SessionId> ids) {
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

    @Override
    public List<Listing> after(AgendaCursor cursor, int most) {
        return find(idsAfter(cursor, most));
    }

    @Override
    public AgendaStretch look(AgendaSide side, AgendaCursor from, int most) {
        QueryResponse answer = table.client().query(inTheList(side, from, most + 1));
        List<AgendaEntry> entries =
                answer.items().stream().limit(most).map(SessionItem::entry).toList();
        // Also where a query reads no further although it might: after a megabyte.
        boolean isMore = answer.items().size() > most || answer.hasLastEvaluatedKey();
        return new AgendaStretch(
                entries,
                isMore && !entries.isEmpty() ? Optional.of(AgendaCursor.past(entries.getLast())) : Optional.empty());
    }

    @Override
    public List<SeriesEntry> ofSeries(String series, boolean isPublic, int most) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.SERIES_INDEX)
                .keyConditionExpression(SessionItem.SERIES + " = :series")
                .expressionAttributeValues(Map.of(":series", Values.text(SessionItem.seriesKey(series, isPublic))))
                .scanIndexForward(false)
                .limit(most)
                .build();
        return table.client().query(query).items().stream()
                .map(Attributes::of)
                .map(item -> new SeriesEntry(Keys.session(item), item.moment(SessionItem.ENDS_AT)))
                .toList();
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
        return table.under(Keys.session(session), AuditItem.SK)
                .filter(item -> AuditItem.isOneAt(now, item))
                .map(AuditItem::read)
                .toList();
    }

    private List<SessionId> idsAfter(AgendaCursor cursor, int most) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.AGENDA_INDEX)
                .keyConditionExpression(SessionItem.AGENDA + " = :agenda AND " + SessionItem.STARTS_AT + " >= :start")
                .expressionAttributeValues(Map.of(
                        ":agenda", Values.text(SessionItem.THE_AGENDA), ":start", Values.moment(cursor.moment())))
                .limit(most);
        cursor.passed().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.AGENDA, Values.text(SessionItem.THE_AGENDA));
            key.put(SessionItem.STARTS_AT, Values.moment(cursor.moment()));
            query.exclusiveStartKey(key);
        });
        return table.client().query(query.build()).items().stream()
                .map(key -> Keys.session(Attributes.of(key)))
                .toList();
    }

    private QueryRequest inTheList(AgendaSide side, AgendaCursor from, int most) {
        String ends =
                side == AgendaSide.PAST ? " <= :moment" : from.passed().isPresent() ? " >= :moment" : " > :moment";
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.LISTED_INDEX)
                .keyConditionExpression(SessionItem.LISTED + " = :list AND " + SessionItem.ENDS_AT + ends)
                .expressionAttributeValues(
                        Map.of(":list", Values.text(SessionItem.THE_LIST), ":moment", Values.moment(from.moment())))
                .scanIndexForward(side == AgendaSide.COMING)
                .limit(most);
        from.passed().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.LISTED, Values.text(SessionItem.THE_LIST));
            key.put(SessionItem.ENDS_AT, Values.moment(from.moment()));
            query.exclusiveStartKey(key);
        });
        return query.build();
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
