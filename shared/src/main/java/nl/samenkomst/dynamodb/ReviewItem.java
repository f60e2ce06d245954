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
 * A pending letter to the organiser about registrations under review, in the table: {@code S#<session>} /
 * {@code REVIEW}, always in the index {@code due}. It names nobody: the registrations are read when the letter is sent.
 */
final class ReviewItem {

    static final String SK = "REVIEW";
    static final String FAILURES = "failures"; // N
    static final String ENTRIES = "entries"; // N

    private ReviewItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** Returns the write for a change that begins a review: queues the letter for the next morning if absent. */
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
