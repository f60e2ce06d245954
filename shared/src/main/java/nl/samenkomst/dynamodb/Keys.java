package nl.samenkomst.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table's primary key; all items of one session are in one partition. */
final class Keys {

    static final String PK = "PK"; // S
    static final String SK = "SK"; // S

    static final String SESSION = "S#";

    /** The partition of organisers: one of its own, so that the functions for everybody may not read it. */
    static final String ORGANISERS = "ORGANISERS";

    private Keys() {}

    static Map<String, AttributeValue> of(String partition, String sort) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        key.put(PK, Values.text(partition));
        key.put(SK, Values.text(sort));
        return key;
    }

    /** Returns the key of this item. */
    static Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        Attributes attributes = Attributes.of(item);
        return of(attributes.text(PK), attributes.text(SK));
    }

    /** The condition on a write that there is no such item yet. */
    static Condition isNew() {
        return Condition.isAbsent(PK);
    }

    /** The condition on a write that there is such an item. */
    static Condition exists() {
        return Condition.exists(PK);
    }

    /** The key condition for all items of a partition. */
    static Condition inPartition(String partition) {
        return Condition.isEqual(PK, Values.text(partition));
    }

    /** The key condition for all items of a session whose sort key begins like this. */
    static Condition beginningWith(SessionId session, String sort) {
        return Condition.isEqual(PK, Values.text(session(session))).and(Condition.beginsWith(SK, Values.text(sort)));
    }

    /** The key condition for all items of a session from one sort key to another, both included. */
    static Condition between(SessionId session, String first, String last) {
        return Condition.isEqual(PK, Values.text(session(session)))
                .and(Condition.isBetween(SK, Values.text(first), Values.text(last)));
    }

    static String session(SessionId id) {
        return SESSION + id.value();
    }

    static SessionId session(Attributes item) {
        return item.text(PK, key -> new SessionId(withoutPrefix(SESSION, key)));
    }

    /** Returns the key without this prefix; throws an IllegalArgumentException if it has another. */
    static String withoutPrefix(String beginning, String key) {
        if (!key.startsWith(beginning)) {
            throw new IllegalArgumentException("a key of another kind");
        }
        return key.substring(beginning.length());
    }
}
