package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.sending.ReviewNotice;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A pending letter to the organiser about registrations under review, in the table: {@code S#<session>} /
 * {@code REVIEW}, always in the index {@code due}. It names nobody: the registrations are read when the letter is sent.
 */
final class ReviewItem {

    static final String SK = "REVIEW";

    private static final String FAILURES = "failures"; // N
    private static final String ENTRIES = "entries"; // N

    private ReviewItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** Returns the update for a change that begins a review: queues the letter for the next morning if absent. */
    static UpdateExpression enqueue(Session session, Instant now) {
        return new UpdateExpression()
                .setIfAbsent(DueIndex.DUE, Values.text(DueIndex.LIST_PARTITION))
                .setIfAbsent(DueIndex.DUE_AT, Values.moment(ReviewNotice.nextMorning(session, now)))
                .setIfAbsent(FAILURES, Values.number(0))
                .set(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()))
                .add(ENTRIES, 1);
    }

    /** Returns the update to this notice of a session. */
    static UpdateExpression change(ReviewNotice next, Session current) {
        return new UpdateExpression()
                .set(DueIndex.DUE_AT, Values.moment(next.dueAt()))
                .set(FAILURES, Values.number(next.failures()))
                .set(Expiry.EXPIRES_AT, Expiry.at(current.document().forgetAt()));
    }

    /** The condition that the letter is due when it was seen to be. */
    static Condition isDueAsIn(ReviewNotice seen) {
        return Condition.isEqual(DueIndex.DUE_AT, Values.moment(seen.dueAt()));
    }

    /** The condition that nobody came under review since it was seen. */
    static Condition hasEntriesAsIn(ReviewNotice seen) {
        return Condition.isEqual(ENTRIES, Values.number(seen.entries()));
    }

    static ReviewNotice read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new ReviewNotice(
                Keys.session(item), item.moment(DueIndex.DUE_AT), item.number(FAILURES, 0), item.longNumber(ENTRIES));
    }
}
