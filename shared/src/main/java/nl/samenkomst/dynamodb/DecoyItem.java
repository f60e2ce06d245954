package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that says nothing, {@code S#<session>} / {@code D#<sort key of another item>}, as large as the other would be:
 * so that it takes as long to write. It expires in an hour.
 */
final class DecoyItem {

    static final String SK = "D#";
    private static final String PADDING = "padding"; // S
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** Characters of a registration with a letter or two. */
    private static final int USUAL_SIZE = 800;

    private DecoyItem() {}

    /** Returns the decoy for an item, with nothing of it but its key and its size. */
    static Map<String, AttributeValue> of(Map<String, AttributeValue> real, Instant now) {
        Attributes key = Attributes.of(real);
        return decoy(key.text(Keys.PK), key.text(Keys.SK), size(real), now);
    }

    /** Returns the decoy for the registration of somebody who has none, by their mailbox. */
    static Map<String, AttributeValue> besideMailbox(SessionId session, MailboxId mailbox, Instant now) {
        return decoy(Keys.session(session), mailbox.value(), USUAL_SIZE, now);
    }

    private static Map<String, AttributeValue> decoy(String partition, String sort, int size, Instant now) {
        return Attributes.of(Keys.of(partition, SK + sort))
                .with(PADDING, "0".repeat(size))
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
