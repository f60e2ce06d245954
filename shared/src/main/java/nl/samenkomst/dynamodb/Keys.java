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
        return new SessionId(item.text(PK).substring(SESSION.length()));
    }
}
