package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that says nothing, {@code S#<session>} / {@code D#<sort key of another item>}, as large as the other would be:
 * so that it takes as long to write. It expires in an hour.
 */
final class DecoyItem {

    private static final String PREFIX = "D#";
    private static final String PADDING = "padding"; // S
    private static final Duration LIFETIME = Duration.ofHours(1);

    private DecoyItem() {}

    /** Returns the decoy for an item, with nothing of it but its key and its size. */
    static Map<String, AttributeValue> of(Map<String, AttributeValue> real, Instant now) {
        Attributes key = Attributes.of(real);
        return Attributes.of(Keys.of(key.text(Keys.PK), PREFIX + key.text(Keys.SK)))
                .with(PADDING, "0".repeat(size(real)))
                .with(Expiry.EXPIRES_AT, Expiry.at(now.plus(LIFETIME)))
                .map();
    }

    /** Returns about as many characters as the attributes have, names included. */
    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> attribute.getKey().length() + size(attribute.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().length();
            case N -> value.n().length();
            case L -> value.l().stream().mapToInt(DecoyItem::size).sum();
            case M -> size(value.m());
            default -> 1;
        };
    }
}
