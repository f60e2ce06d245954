package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.sending.ReviewNotice;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The work queue, kept as a sparse index of the table. */
public final class DynamoDbWorkQueue implements WorkQueue {

    private final Table table;

    public DynamoDbWorkQueue(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Iterable<WorkItem> dueBy(Instant now) {
        QueryRequest due = QueryRequest.builder()
                .tableName(table.name())
                .indexName(DueIndex.NAME)
                .keyConditionExpression(DueIndex.DUE + " = :list AND " + DueIndex.DUE_AT + " <= :now")
                .expressionAttributeValues(Map.of(
                        ":list", Values.text(DueIndex.LIST_PARTITION),
                        ":now", Values.moment(now)))
                .build();
        return () -> table.client().queryPaginator(due).items().stream()
                .flatMap(item -> ItemReader.readIfPossible(item, DynamoDbWorkQueue::due).stream())
                .iterator();
    }

    @Override
    public Optional<WorkItem> afterWritingOf(Map<String, String> key, Instant now) {
        String sort = key.getOrDefault(Keys.SK, "");
        if (!sort.equals(SessionItem.SK) && !sort.startsWith(RegistrationItem.SK)) {
            return Optional.empty();
        }
        Map<String, AttributeValue> item = Keys.of(key.getOrDefault(Keys.PK, ""), sort);
        item.put(DueIndex.DUE_AT, Values.moment(now));
        return Optional.of(due(item));
    }

    @Override
    public WriteResult complete(Session session) {
        return table.update(UpdateItemRequest.builder()
                .tableName(table.name())
                .key(SessionItem.key(session.id()))
                .updateExpression("REMOVE " + DueIndex.DUE + ", " + DueIndex.DUE_AT)
                .conditionExpression(SessionItem.REVISION + " = :revision")
                .expressionAttributeValues(Map.of(":revision", Values.number(session.revision())))
                .build());
    }

    @Override
    public Optional<ReviewNotice> reviewNotice(SessionId session) {
        return table.get(List.of(ReviewItem.key(session))).stream()
                .findFirst()
                .map(item -> ItemReader.read(item, ReviewItem::read));
    }

    @Override
    public WriteResult change(ReviewNotice seen, ReviewNotice next, Session current) {
        return table.update(UpdateItemRequest.builder()
                .tableName(table.name())
                .key(ReviewItem.key(seen.session()))
                .updateExpression("SET " + DueIndex.DUE_AT + " = :next, " + ReviewItem.FAILURES + " = :failures, "
                        + RegistrationItem.EXPIRES_AT + " = :expires")
                .conditionExpression(DueIndex.DUE_AT + " = :seen")
                .expressionAttributeValues(Map.of(
                        ":next", Values.moment(next.dueAt()),
                        ":failures", Values.number(next.failures()),
                        ":expires", Values.number(current.document().forgetAt().getEpochSecond()),
                        ":seen", Values.moment(seen.dueAt())))
                .build());
    }

    @Override
    public WriteResult complete(ReviewNotice seen) {
        return table.transact(List.of(TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(table.name())
                        .key(ReviewItem.key(seen.session()))
                        .conditionExpression(DueIndex.DUE_AT + " = :seen AND " + ReviewItem.ENTRIES + " = :entries")
                        .expressionAttributeValues(
                                Map.of(":seen", Values.moment(seen.dueAt()), ":entries", Values.number(seen.entries())))
                        .build())
                .build()));
    }

    private static WorkItem due(Map<String, AttributeValue> values) {
        Attributes key = Attributes.of(values);
        Instant since = key.moment(DueIndex.DUE_AT);
        String sort = key.text(Keys.SK);
        return switch (sort) {
            case ReviewItem.SK -> new WorkItem.Review(Keys.session(key), since);
            case SessionItem.SK -> new WorkItem.ChangedSession(Keys.session(key), since);
            default -> new WorkItem.Letter(Keys.session(key), RegistrationItem.id(key), since);
        };
    }
}
