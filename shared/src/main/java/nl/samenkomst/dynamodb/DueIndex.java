package nl.samenkomst.dynamodb;

import java.time.Instant;

/** The sparse index behind the work queue: it holds only items with both these attributes, ordered by due time. */
final class DueIndex {

    static final String NAME = "due";
    static final String DUE = "due"; // S, partition key, always THE_LIST
    static final String DUE_AT = "dueAt"; // S, sort key, timestamp
    static final String LIST_PARTITION = "D";

    private DueIndex() {}

    static void enter(Attributes item, Instant dueAt) {
        item.with(DUE, LIST_PARTITION).with(DUE_AT, dueAt);
    }
}
