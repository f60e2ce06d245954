package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.letter.Owed;
import nl.samenkomst.domain.registration.Lookup;
import nl.samenkomst.domain.registration.Promotion;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.Registrations;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.Listing;
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

/** Registrations in the table; every change of a standing is one transaction with the session's places. */
public final class DynamoDbRegistrations implements Registrations {

    private final Table table;

    public DynamoDbRegistrations(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Optional<Lookup> find(SessionId session, RegistrationId registration, Instant now) {
        Map<String, Map<String, AttributeValue>> bySortKey = new HashMap<>();
        table.get(List.of(
                        SessionItem.key(session), PlacesItem.key(session), RegistrationItem.key(session, registration)))
                .forEach(item -> bySortKey.put(Attributes.of(item).text(Keys.SK), item));
        Map<String, AttributeValue> sessionItem = bySortKey.get(SessionItem.SK);
        Map<String, AttributeValue> placesItem = bySortKey.get(PlacesItem.SK);
        if (sessionItem == null || placesItem == null) {
            return Optional.empty();
        }
        return Optional.of(new Lookup(
                SessionItem.read(sessionItem),
                PlacesItem.read(placesItem),
                Optional.ofNullable(bySortKey.get(RegistrationItem.SK + registration.value()))
                        .filter(item -> RegistrationItem.isOneAt(now, item))
                        .map(RegistrationItem::read)));
    }

    @Override
    public Commit takePlace(Lookup seen, Registration confirmed, Instant now) {
        Session session = seen.session();
        return table.transact(List.of(
                PlacesItem.takePlace(session.id(), session.revision())
                        .ofSomebodyWhoHadCancelled(seen.registration().isPresent())
                        .in(table.name()),
                write(session, confirmed, now)));
    }

    @Override
    public Commit joinQueue(Lookup seen, Registration waitlisted, long number, Instant now) {
        Session session = seen.session();
        return table.transact(List.of(
                PlacesItem.joinQueue(session.id(), session.revision(), number)
                        .ofSomebodyWhoHadCancelled(seen.registration().isPresent())
                        .in(table.name()),
                write(session, waitlisted, now),
                enterQueue(session, number, waitlisted.id())));
    }

    @Override
    public Commit giveBack(Lookup seen, Registration cancelled, Instant now) {
        Session session = seen.session();
        return table.transact(List.of(
                PlacesItem.giveBack(session.id(), session.revision()).in(table.name()),
                write(session, cancelled, now)));
    }

    @Override
    public Commit handOver(Lookup seen, Registration cancelled, Promotion first, Instant now) {
        Session session = seen.session();
        return table.transact(List.of(
                PlacesItem.handOver(session.id(), session.revision()).in(table.name()),
                write(session, cancelled, now),
                write(session, first.promoted(), now),
                leaveQueue(session.id(), first.number())));
    }

    @Override
    public Commit leaveQueue(Lookup seen, Registration cancelled, long number, Instant now) {
        Session session = seen.session();
        return table.transact(List.of(
                PlacesItem.leaveQueue(session.id(), session.revision()).in(table.name()),
                write(session, cancelled, now),
                leaveQueue(session.id(), number)));
    }

    @Override
    public Commit promote(Listing seen, List<Promotion> promoted, Instant now) {
        Session session = seen.session();
        List<TransactWriteItem> steps = new ArrayList<>();
        steps.add(
                PlacesItem.promote(session.id(), seen.places(), promoted.size()).in(table.name()));
        for (Promotion somebody : promoted) {
            steps.add(write(session, somebody.promoted(), now));
            steps.add(leaveQueue(session.id(), somebody.number()));
        }
        return table.transact(steps);
    }

    @Override
    public Commit keep(Session current, Registration changed, Instant now) {
        if (changed.sessionRevision() > current.revision()) {
            return Commit.STALE;
        }
        Put put = put(current, changed, now);
        return table.put(PutItemRequest.builder()
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(put.expressionAttributeValues())
                .build());
    }

    @Override
    public List<Registration> firstInLine(SessionId session, int most, Instant now) {
        QueryResponse queue = table.client()
                .query(between(session, WaitingItem.sortKey(0), WaitingItem.sortKey(WaitingItem.LAST))
                        .limit(most)
                        .build());
        List<RegistrationId> inOrder =
                queue.items().stream().map(WaitingItem::registration).toList();
        Map<RegistrationId, Registration> waiting = new HashMap<>();
        table.get(inOrder.stream().map(id -> RegistrationItem.key(session, id)).toList()).stream()
                .filter(item -> RegistrationItem.isOneAt(now, item))
                .map(RegistrationItem::read)
                .filter(DynamoDbRegistrations::stillWaits)
                .forEach(registration -> waiting.put(registration.id(), registration));
        return inOrder.stream().map(waiting::get).filter(Objects::nonNull).toList();
    }

    @Override
    public int position(SessionId session, long number) {
        QueryRequest.Builder ahead = between(session, WaitingItem.sortKey(0), WaitingItem.sortKey(number))
                .select(Select.COUNT);
        return table.client().queryPaginator(ahead.build()).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return () -> items(session)
                .filter(item -> RegistrationItem.isOneAt(now, item))
                .map(RegistrationItem::read)
                .iterator();
    }

    @Override
    public Iterable<RegistrationId> reckonedBefore(SessionId session, int revision, Instant now) {
        return () -> items(session)
                .filter(item -> RegistrationItem.mayBeReckonedBefore(revision, now, item))
                .map(item -> RegistrationItem.id(Attributes.of(item)))
                .iterator();
    }

    private Stream<Map<String, AttributeValue>> items(SessionId session) {
        QueryRequest all = QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression("PK = :session AND begins_with(SK, :registration)")
                .expressionAttributeValues(Map.of(
                        ":session", Values.text(Keys.session(session)),
                        ":registration", Values.text(RegistrationItem.SK)))
                .build();
        return table.client().queryPaginator(all).items().stream();
    }

    /** Not if it got a place, or left, between reading the queue and reading who is in it. */
    private static boolean stillWaits(Registration registration) {
        return registration.standing() instanceof Standing.Waitlisted;
    }

    private QueryRequest.Builder between(SessionId session, String from, String to) {
        return QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression("PK = :session AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":session", Values.text(Keys.session(session)),
                        ":from", Values.text(from),
                        ":to", Values.text(to)));
    }

    private TransactWriteItem write(Session session, Registration registration, Instant now) {
        return TransactWriteItem.builder().put(put(session, registration, now)).build();
    }

    /** The whole registration, provided that it is still the version that was read, or that there was none. */
    private Put put(Session session, Registration registration, Instant now) {
        Registration written = registration.writtenWith(session, Owed.dueAt(session, registration, now));
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(RegistrationItem.write(written, session.document().forgetAt()));
        return registration.version() == 0
                ? put.conditionExpression("attribute_not_exists(PK) OR " + RegistrationItem.EXPIRES_AT + " <= :now")
                        .expressionAttributeValues(Map.of(":now", Values.number(now.getEpochSecond())))
                        .build()
                : put.conditionExpression(RegistrationItem.VERSION + " = :version")
                        .expressionAttributeValues(Map.of(":version", Values.number(registration.version())))
                        .build();
    }

    private TransactWriteItem enterQueue(Session session, long number, RegistrationId registration) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table.name())
                        .item(WaitingItem.write(
                                session.id(),
                                number,
                                registration,
                                session.document().forgetAt()))
                        .conditionExpression("attribute_not_exists(PK)")
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
