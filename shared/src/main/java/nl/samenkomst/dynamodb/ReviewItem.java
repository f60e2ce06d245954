package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.sending.ReviewNotice;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * That the organiser is to be told who waits for a decision, in the table: {@code S#<session>} / {@code REVIEW}, in the
 * index {@code due} as long as it is there. It names nobody: who waits is looked up when the letter leaves.
 */
final class ReviewItem {

    static final String SK = "REVIEW";
    static final String FAILURES = "failures";
    static final String ENTRIES = "entries";

    private ReviewItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** Somebody begins to wait: due the next morning, unless it is on the list already. */
    static TransactWriteItem enter(Session session, Instant now, String table) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(key(session.id()))
                        .updateExpression("SET #due = if_not_exists(#due, :list), #at = if_not_exists(#at, :at), "
                                + "#failures = if_not_exists(#failures, :none), "
                                + "#expires = :expires ADD #entries :one")
                        .expressionAttributeNames(Map.of(
                                "#due", DueIndex.DUE,
                                "#at", DueIndex.DUE_AT,
                                "#failures", FAILURES,
                                "#expires", RegistrationItem.EXPIRES_AT,
                                "#entries", ENTRIES))
                        .expressionAttributeValues(Map.of(
                                ":list", Values.text(DueIndex.LIST_PARTITION),
                                ":at", Values.moment(ReviewNotice.nextMorning(session, now)),
                                ":none", Values.number(0),
                                ":expires",
                                        Values.number(
                                                session.document().forgetAt().getEpochSecond()),
                                ":one", Values.number(1)))
                        .build())
                .build();
    }

    static ReviewNotice read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new ReviewNotice(
                Keys.session(item), item.moment(DueIndex.DUE_AT), item.number(FAILURES, 0), item.longNumber(ENTRIES));
    }
}
