package nl.samenkomst.dynamodb;

import java.time.Instant;

/** The sparse index of what is to be seen to: only items with these two attributes are in it, by moment. */
final class DueIndex {

    static final String NAME = "due";
    static final String DUE = "due";
    static final String DUE_AT = "dueAt";
    static final String LIST_PARTITION = "D";

    private DueIndex() {}

    static void enter(Attributes item, Instant dueAt) {
        item.with(DUE, LIST_PARTITION).with(DUE_AT, dueAt);
    }
}
