package nl.samenkomst.dynamodb;

import java.time.Instant;
import nl.samenkomst.domain.registration.Lane;

/**
 * The sparse index behind the work queue: it holds only items with both these attributes, ordered by due time within
 * their lane.
 */
final class DueIndex {

    static final String NAME = "due";
    static final String DUE = "due"; // S, partition key, one of the lanes below
    static final String DUE_AT = "dueAt"; // S, sort key, timestamp

    private static final String CONFIRMED = "D";
    private static final String LAPSING = "L";
    private static final String UNCONFIRMED = "U";

    private DueIndex() {}

    static void addTo(Attributes item, Lane lane, Instant dueAt) {
        item.with(DUE, partition(lane)).with(DUE_AT, dueAt);
    }

    static String partition(Lane lane) {
        return switch (lane) {
            case CONFIRMED -> CONFIRMED;
            case LAPSING -> LAPSING;
            case UNCONFIRMED -> UNCONFIRMED;
        };
    }

    /** Returns the update that takes an item out of the work queue. */
    static UpdateExpression leave() {
        return new UpdateExpression().remove(DUE).remove(DUE_AT);
    }

    /** Returns the update that makes an item due at this moment, and not before. */
    static UpdateExpression moveTo(Lane lane, Instant dueAt) {
        return new UpdateExpression().set(DUE, Values.text(partition(lane))).set(DUE_AT, Values.moment(dueAt));
    }

    /** The key condition for all items in a lane due at this moment or before. */
    static Condition isDueBy(Lane lane, Instant now) {
        return Condition.isEqual(DUE, Values.text(partition(lane))).and(Condition.isAtMost(DUE_AT, Values.moment(now)));
    }
}
