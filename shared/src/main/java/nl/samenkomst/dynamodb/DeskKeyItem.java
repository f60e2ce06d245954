package nl.samenkomst.dynamodb;

import java.util.Map;
import nl.samenkomst.domain.registration.DeskKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The desk's key in the table, {@code DESK} / {@code KEY}: apart from all registrations, and never changed. */
final class DeskKeyItem {

    static final String PK = "DESK";
    static final String SK = "KEY";

    private static final String KEY = "key"; // S, 256 bits in Base64

    private DeskKeyItem() {}

    static Map<String, AttributeValue> key() {
        return Keys.of(PK, SK);
    }

    static Map<String, AttributeValue> write(DeskKey key) {
        return Attributes.of(key()).with(KEY, key.value()).map();
    }

    static DeskKey read(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(KEY, DeskKey::new);
    }
}
