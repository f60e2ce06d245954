package nl.samenkomst.dynamodb;

import java.time.Instant;

/** The sparse index behind the work queue: it holds only items with both these attributes, ordered by due time. */
final class DueIndex {

    static final String NAME = "due";
    static final String DUE = "due"; // S, partition key, always LIST_PARTITION
    static final String DUE_AT = "dueAt"; // S, sort key, timestamp
    static final String LIST_PARTITION = "D";

    private DueIndex() {}

    static void addTo(Attributes item, Instant dueAt) {
        item.with(DUE, LIST_PARTITION).with(DUE_AT, dueAt);
    }

    /** Returns the update that takes an item out of the work queue. */
    static UpdateExpression leave() {
        return new UpdateExpression().remove(DUE).remove(DUE_AT);
    }

    /** The key condition for all items due at this moment or before. */
    static Condition isDueBy(Instant now) {
        return Condition.isEqual(DUE, Values.text(LIST_PARTITION)).and(Condition.isAtMost(DUE_AT, Values.moment(now)));
    }
}
