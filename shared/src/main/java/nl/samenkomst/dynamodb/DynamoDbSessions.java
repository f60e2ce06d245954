package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SessionRemains;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sessions and their places in the table. */
public final class DynamoDbSessions implements Sessions, AgendaIndex {

    private final Table table;

    public DynamoDbSessions(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    /**
     * Returns a session and its places as they would be read after being written, without the table.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if what would be written cannot be read
     */
    public static SessionSnapshot readBack(SessionSnapshot written) {
        Session session = written.session();
        return new Items(SessionItem.write(session, Optional.empty()), PlacesItem.write(session.id(), written.places()))
                .read();
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return Optional.ofNullable(items(List.of(id)).get(id))
                .filter(Items::areThere)
                .map(Items::read);
    }

    @Override
    public List<SessionSnapshot> find(List<SessionId> ids) {
        Map<SessionId, Items> items = items(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .filter(Items::areThere)
                .flatMap(found -> found.readIfPossible().stream())
                .toList();
    }

    /** The two items of one session, each empty if absent. */
    private record Items(Map<String, AttributeValue> session, Map<String, AttributeValue> places) {

        static final Items NONE = new Items(Map.of(), Map.of());

        boolean areThere() {
            return !session.isEmpty() && !places.isEmpty();
        }

        SessionSnapshot read() {
            Session found = ItemReader.read(session, SessionItem::read);
            return ItemReader.read(places, item -> sessionSnapshot(found, item));
        }

        Optional<SessionSnapshot> readIfPossible() {
            return ItemReader.readIfPossible(session, SessionItem::read)
                    .flatMap(found -> ItemReader.readIfPossible(places, item -> sessionSnapshot(found, item)));
        }

        private static SessionSnapshot sessionSnapshot(Session session, Map<String, AttributeValue> places) {
            return new SessionSnapshot(session, PlacesItem.read(places, session.document()));
        }
    }

    private Map<SessionId, Items> items(List<SessionId> ids) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        ids.forEach(id -> {
            keys.add(SessionItem.key(id));
            keys.add(PlacesItem.key(id));
        });
        Map<SessionId, Items> found = new HashMap<>();
        for (Map<String, AttributeValue> item : table.get(keys)) {
            Attributes key = Attributes.of(item);
            Items known = found.getOrDefault(Keys.session(key), Items.NONE);
            found.put(
                    Keys.session(key),
                    key.text(Keys.SK).equals(SessionItem.SK)
                            ? new Items(item, known.places())
                            : new Items(known.session(), item));
        }
        return found;
    }

    /** Reads on past unreadable sessions, so that an empty result means that none follow. */
    @Override
    public List<SessionSnapshot> after(AgendaCursor cursor, int most) {
        QueryResponse answer = table.client().query(after(cursor, most, Map.of()));
        List<SessionSnapshot> found = find(ids(answer));
        while (found.isEmpty() && answer.hasLastEvaluatedKey()) {
            answer = table.client().query(after(cursor, most, answer.lastEvaluatedKey()));
            found = find(ids(answer));
        }
        return found;
    }

    @Override
    public AgendaScan scan(AgendaDirection side, AgendaCursor from, int most) {
        QueryResponse answer = table.client().query(inTheList(side, from, most + 1));
        List<AgendaEntry> entries = answer.items().stream()
                .limit(most)
                .flatMap(item -> ItemReader.readIfPossible(item, SessionItem::entry).stream())
                .toList();
        // A query also stops after reading a megabyte; then it has a last evaluated key.
        boolean isMore = answer.items().size() > most || answer.hasLastEvaluatedKey();
        return new AgendaScan(
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
                .flatMap(item -> ItemReader.readIfPossible(item, SessionItem::seriesEntry).stream())
                .toList();
    }

    @Override
    public WriteResult publish(Session session, AuditEntry record) {
        return table.transact(List.of(
                put(SessionItem.write(session, Optional.empty()), "attribute_not_exists(PK)", Map.of()),
                put(
                        PlacesItem.write(session.id(), Places.allFree(session.document())),
                        "attribute_not_exists(PK)",
                        Map.of()),
                AuditItem.put(session, record, table.name())));
    }

    @Override
    public WriteResult change(Session before, Session after, AuditEntry record) {
        return table.transact(List.of(
                put(
                        SessionItem.write(after, Optional.of(after.changedAt())),
                        SessionItem.REVISION + " = :before",
                        Map.of(":before", Values.number(before.revision()))),
                PlacesItem.follow(before.id(), before.revision(), table.name()),
                AuditItem.put(after, record, table.name())));
    }

    @Override
    public Optional<SessionRemains> remains(SessionId id) {
        return Optional.ofNullable(items(List.of(id)).get(id))
                .filter(Items::areThere)
                .flatMap(items -> ItemReader.readIfPossible(items.places(), PlacesItem::revision)
                        .map(revision -> SessionItem.remains(id, revision, items.session())));
    }

    /** Writes on condition of the places' revision alone: they follow every change of the session and are readable. */
    @Override
    public WriteResult overwrite(SessionRemains before, Session after, AuditEntry record) {
        return table.transact(List.of(
                put(SessionItem.write(after, Optional.of(after.changedAt())), "attribute_exists(PK)", Map.of()),
                PlacesItem.follow(before.id(), before.revision(), table.name()),
                AuditItem.put(after, record, table.name())));
    }

    @Override
    public boolean keepsWhole(SessionDocument document) {
        try {
            return StoredDocument.read(
                            Attributes.of(StoredDocument.write(document).m()))
                    .equals(document);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    @Override
    public List<AuditEntry> changes(SessionId session, Instant now) {
        return table.under(Keys.session(session), AuditItem.SK)
                .filter(item -> AuditItem.isLive(now, item))
                .flatMap(item -> ItemReader.readIfPossible(item, AuditItem::read).stream())
                .toList();
    }

    private QueryRequest after(AgendaCursor cursor, int most, Map<String, AttributeValue> startKey) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.AGENDA_INDEX)
                .keyConditionExpression(SessionItem.AGENDA + " = :agenda AND " + SessionItem.STARTS_AT + " >= :start")
                .expressionAttributeValues(Map.of(
                        ":agenda", Values.text(SessionItem.AGENDA_PARTITION), ":start", Values.moment(cursor.moment())))
                .limit(most);
        if (!startKey.isEmpty()) {
            return query.exclusiveStartKey(startKey).build();
        }
        cursor.passed().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.AGENDA, Values.text(SessionItem.AGENDA_PARTITION));
            key.put(SessionItem.STARTS_AT, Values.moment(cursor.moment()));
            query.exclusiveStartKey(key);
        });
        return query.build();
    }

    private static List<SessionId> ids(QueryResponse answer) {
        return answer.items().stream()
                .flatMap(item -> ItemReader.readIfPossible(item, key -> Keys.session(Attributes.of(key))).stream())
                .toList();
    }

    private QueryRequest inTheList(AgendaDirection side, AgendaCursor from, int most) {
        String ends =
                side == AgendaDirection.PAST ? " <= :moment" : from.passed().isPresent() ? " >= :moment" : " > :moment";
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table.name())
                .indexName(SessionItem.LISTED_INDEX)
                .keyConditionExpression(SessionItem.LISTED + " = :list AND " + SessionItem.ENDS_AT + ends)
                .expressionAttributeValues(Map.of(
                        ":list", Values.text(SessionItem.LIST_PARTITION), ":moment", Values.moment(from.moment())))
                .scanIndexForward(side == AgendaDirection.COMING)
                .limit(most);
        from.passed().ifPresent(id -> {
            Map<String, AttributeValue> key = SessionItem.key(id);
            key.put(SessionItem.LISTED, Values.text(SessionItem.LIST_PARTITION));
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
