package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Registrations in the table; every change of a registration's state is one transaction with the session's places. */
public final class DynamoDbRegistrations implements Registrations {

    /** A transaction has at most 100 actions (AWS, TransactWriteItems): two per person, and a few for what frees places. */
    private static final int MAX_PROMOTIONS = 25;

    private final Table table;

    public DynamoDbRegistrations(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    /**
     * Returns a session, its places and a registration as they would be read after being written, without the table.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if what would be written cannot be read
     */
    public static RegistrationSnapshot readBack(RegistrationSnapshot written) {
        SessionSnapshot sessionSnapshot = DynamoDbSessions.readBack(written.sessionSnapshot());
        Instant forgetAt = written.session().document().forgetAt();
        return new RegistrationSnapshot(
                sessionSnapshot.session(),
                sessionSnapshot.places(),
                written.registration()
                        .map(registration -> RegistrationItem.write(registration, forgetAt))
                        .map(item -> ItemReader.read(item, RegistrationItem::read)));
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now) {
        Map<String, Map<String, AttributeValue>> bySortKey = new HashMap<>();
        table.get(List.of(
                        SessionItem.key(session), PlacesItem.key(session), RegistrationItem.key(session, registration)))
                .forEach(item -> bySortKey.put(Attributes.of(item).text(Keys.SK), item));
        Map<String, AttributeValue> sessionItem = bySortKey.get(SessionItem.SK);
        Map<String, AttributeValue> placesItem = bySortKey.get(PlacesItem.SK);
        if (sessionItem == null || placesItem == null) {
            return Optional.empty();
        }
        Session found = ItemReader.read(sessionItem, SessionItem::read);
        return Optional.of(new RegistrationSnapshot(
                found,
                ItemReader.read(placesItem, item -> PlacesItem.read(item, found.document())),
                Optional.ofNullable(bySortKey.get(RegistrationItem.SK + registration.value()))
                        .filter(item -> RegistrationItem.isLive(now, item))
                        .map(item -> ItemReader.read(item, RegistrationItem::read))));
    }

    @Override
    public int maxPromotions() {
        return MAX_PROMOTIONS;
    }

    @Override
    public WriteResult commit(RegistrationChanges changes, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(PlacesItem.change(changes, table.name()));
        for (RegistrationChange change : changes.changes()) {
            writes.add(write(changes.session(), change, now));
            writes.addAll(changeQueue(changes.session(), change));
        }
        if (changes.changes().stream().anyMatch(RegistrationChange::beginsReview)) {
            writes.add(ReviewItem.enter(changes.session(), now, table.name()));
        }
        changes.record().ifPresent(entry -> writes.add(AuditItem.put(changes, entry, table.name())));
        return table.transact(writes);
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Instant now) {
        Registration before = change.before().orElseThrow();
        if (before.sessionRevision() > current.revision()) {
            return new WriteResult.Conflict(new IllegalStateException("computed with a later revision before"));
        }
        Put put = put(current, change, now);
        return table.put(PutItemRequest.builder()
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(put.expressionAttributeValues())
                .build());
    }

    @Override
    public Iterable<QueueEntry> queue(SessionId session) {
        QueryRequest queue = upTo(session, WaitingItem.LAST).build();
        return () -> table.client().queryPaginator(queue).items().stream()
                .flatMap(item -> ItemReader.readIfPossible(item, WaitingItem::read).stream())
                .iterator();
    }

    @Override
    public List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now) {
        return table
                .get(ids.stream().map(id -> RegistrationItem.key(session, id)).toList())
                .stream()
                .filter(item -> RegistrationItem.isLive(now, item))
                .flatMap(item -> ItemReader.readIfPossible(item, RegistrationItem::read).stream())
                .toList();
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        QueryRequest.Builder ahead = upTo(session, waiting.number()).select(Select.COUNT);
        waiting.wish()
                .ifPresent(theme -> ahead.filterExpression("attribute_not_exists(#wish) OR #wish = :wish")
                        .expressionAttributeNames(Map.of("#wish", WaitingItem.WISH))
                        .expressionAttributeValues(with(queueUpTo(session, waiting.number()), ":wish", theme.value())));
        return table.client().queryPaginator(ahead.build()).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return () -> items(session)
                .filter(item -> RegistrationItem.isLive(now, item))
                .flatMap(item -> ItemReader.readIfPossible(item, RegistrationItem::read).stream())
                .iterator();
    }

    @Override
    public Iterable<RegistrationId> computedBefore(SessionId session, int revision, Instant now) {
        return () -> items(session)
                .filter(item -> RegistrationItem.mayBeComputedBefore(revision, now, item))
                .flatMap(item ->
                        ItemReader.readIfPossible(item, key -> RegistrationItem.id(Attributes.of(key))).stream())
                .iterator();
    }

    private Stream<Map<String, AttributeValue>> items(SessionId session) {
        return table.under(Keys.session(session), RegistrationItem.SK);
    }

    /** Starts a query for the session's queue up to and including this number. */
    private QueryRequest.Builder upTo(SessionId session, long number) {
        return QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression("PK = :session AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(queueUpTo(session, number));
    }

    private static Map<String, AttributeValue> queueUpTo(SessionId session, long number) {
        return Map.of(
                ":session", Values.text(Keys.session(session)),
                ":from", Values.text(WaitingItem.sortKey(0)),
                ":to", Values.text(WaitingItem.sortKey(number)));
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> values, String name, String text) {
        Map<String, AttributeValue> more = new HashMap<>(values);
        more.put(name, Values.text(text));
        return more;
    }

    private TransactWriteItem write(Session session, RegistrationChange change, Instant now) {
        return change.after()
                .map(after -> TransactWriteItem.builder()
                        .put(put(session, change, now))
                        .build())
                .orElseGet(() -> erase(change.before().orElseThrow()));
    }

    private TransactWriteItem erase(Registration registration) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table.name())
                        .key(RegistrationItem.key(registration.session(), registration.id()))
                        .conditionExpression(RegistrationItem.VERSION + " = :version")
                        .expressionAttributeValues(Map.of(":version", Values.number(registration.version())))
                        .build())
                .build();
    }

    /** Returns the writes to a person's queue entry, which is added, removed, renumbered or given another theme. */
    private List<TransactWriteItem> changeQueue(Session session, RegistrationChange change) {
        OptionalLong before = change.queueNumberBefore();
        OptionalLong after = change.queueNumberAfter();
        boolean stays = after.isPresent() && after.equals(before);
        List<TransactWriteItem> writes = new ArrayList<>();
        if (before.isPresent() && !stays) {
            writes.add(leaveQueue(session.id(), before.getAsLong()));
        }
        if (after.isPresent()) {
            writes.add(enterQueue(session, change.after().orElseThrow(), after.getAsLong(), stays));
        }
        return writes;
    }

    /** Returns the write of a registration, if it is still the version read, or for a new one absent or expired. */
    private Put put(Session session, RegistrationChange change, Instant now) {
        Registration after = change.after().orElseThrow();
        int before = after.version() - 1;
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(RegistrationItem.write(after, session.document().forgetAt()));
        return before == 0
                ? put.conditionExpression("attribute_not_exists(PK) OR " + RegistrationItem.EXPIRES_AT + " <= :now")
                        .expressionAttributeValues(Map.of(":now", Values.number(now.getEpochSecond())))
                        .build()
                : put.conditionExpression(RegistrationItem.VERSION + " = :version")
                        .expressionAttributeValues(Map.of(":version", Values.number(before)))
                        .build();
    }

    private TransactWriteItem enterQueue(Session session, Registration registration, long number, boolean stays) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table.name())
                        .item(WaitingItem.write(
                                registration, number, session.document().forgetAt()))
                        .conditionExpression(stays ? "attribute_exists(PK)" : "attribute_not_exists(PK)")
                        .build())
                .build();
    }

    private TransactWriteItem leaveQueue(SessionId session, long number) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table.name())
                        .key(WaitingItem.key(session, number))
                        .conditionExpression("attribute_exists(PK)")
                        .build())
                .build();
    }
}
