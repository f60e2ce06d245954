package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.sending.OrganiserNotice;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A pending letter to the organiser, in the table: {@code S#<session>} / {@code REVIEW}, always in the index
 * {@code due}. It names nobody: the registrations are read when the letter is sent.
 */
final class NoticeItem {

    static final String SK = "REVIEW";

    private static final String FAILURES = "failures"; // N
    private static final String ENTRIES = "entries"; // N
    private static final String HELD_UNTIL = "heldUntil"; // S, timestamp, optional
    private static final String SINCE = "since"; // S, timestamp; absent if an older release wrote it
    private static final String ERASED_BEFORE = "erasedBefore"; // N

    private NoticeItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** Returns the update for changes that the organiser is told of: queues the letter, or counts one change more. */
    static UpdateExpression enqueue(RegistrationChanges changes, Instant now) {
        Session session = changes.session();
        return new UpdateExpression()
                .setIfAbsent(DueIndex.DUE, Values.text(DueIndex.partition(Lane.CONFIRMED)))
                .set(DueIndex.DUE_AT, Values.moment(OrganiserNotice.dueAfterChange(session, now)))
                .setIfAbsent(FAILURES, Values.number(0))
                .setIfAbsent(SINCE, Values.moment(now))
                .setIfAbsent(
                        ERASED_BEFORE, Values.number(changes.seen().places().count(Count.FREED_BY_ERASURE)))
                .set(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()))
                .add(ENTRIES, 1);
    }

    /** Returns the update to this notice of a session. */
    static UpdateExpression change(OrganiserNotice next, Session current) {
        UpdateExpression update = new UpdateExpression()
                .set(DueIndex.DUE_AT, Values.moment(next.dueAt()))
                .set(FAILURES, Values.number(next.failures()))
                .set(SINCE, Values.moment(next.since()))
                .set(ERASED_BEFORE, Values.number(next.erasedBefore()))
                .set(Expiry.EXPIRES_AT, Expiry.at(current.document().forgetAt()));
        return next.heldUntil()
                .map(until -> update.set(HELD_UNTIL, Values.moment(until)))
                .orElseGet(() -> update.remove(HELD_UNTIL));
    }

    /** The condition that nothing was added to the notice and nobody claimed it since it was seen. */
    static Condition isAsIn(OrganiserNotice seen) {
        Condition entries = Condition.isEqual(ENTRIES, Values.number(seen.entries()));
        return entries.and(seen.heldUntil()
                .map(until -> Condition.isEqual(HELD_UNTIL, Values.moment(until)))
                .orElseGet(() -> Condition.isAbsent(HELD_UNTIL)));
    }

    static OrganiserNotice read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Instant dueAt = item.moment(DueIndex.DUE_AT);
        return new OrganiserNotice(
                Keys.session(item),
                dueAt,
                item.optionalMoment(HELD_UNTIL),
                item.number(FAILURES, 0),
                item.longNumber(ENTRIES),
                item.moment(SINCE, dueAt.minus(Duration.ofDays(1))),
                item.number(ERASED_BEFORE, 0));
    }
}
