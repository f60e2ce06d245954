package nl.samenkomst.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table's key: everything about one session lies in one partition. */
final class Keys {

    static final String PK = "PK";
    static final String SK = "SK";

    private static final String SESSION = "S#";

    private Keys() {}

    static Map<String, AttributeValue> of(String partition, String sort) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        key.put(PK, Values.text(partition));
        key.put(SK, Values.text(sort));
        return key;
    }

    static String session(SessionId id) {
        return SESSION + id.value();
    }

    static SessionId session(Attributes item) {
        return item.text(PK, key -> new SessionId(after(SESSION, key)));
    }

    /** What follows the beginning that a key of one kind has. */
    static String after(String beginning, String key) {
        if (!key.startsWith(beginning)) {
            throw new IllegalArgumentException("a key of another kind");
        }
        return key.substring(beginning.length());
    }
}
