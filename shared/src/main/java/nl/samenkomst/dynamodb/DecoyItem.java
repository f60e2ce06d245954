package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that says nothing, {@code S#<session>} / {@code D#<sort key of another item>}, with as many attributes of the
 * same size as the other would have: so that it takes as long to write. It expires in an hour.
 */
final class DecoyItem {

    static final String SK = "D#";

    /** A condition that always holds, in place of that on the version of the other item. */
    static final Condition ALWAYS = Condition.isAbsent("never").or(Condition.exists(Keys.PK));

    private static final String PREFIX = "_";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final int USUAL_ATTRIBUTES = 20;
    private static final int USUAL_LENGTH = 24;
    private static final Map<String, AttributeValue> USUAL = usual();

    private DecoyItem() {}

    /**
     * Returns the decoy for an item: with as many attributes, and nothing of their values but type and size. Their names
     * differ, so that it is in no index.
     */
    static Map<String, AttributeValue> of(Map<String, AttributeValue> real, Instant now) {
        Attributes key = Attributes.of(real);
        Map<String, AttributeValue> decoy = new LinkedHashMap<>();
        real.forEach((name, value) -> decoy.put(PREFIX + name, filler(value)));
        decoy.putAll(Keys.of(key.text(Keys.PK), SK + key.text(Keys.SK)));
        decoy.put(Expiry.EXPIRES_AT, Expiry.at(now.plus(LIFETIME)));
        return decoy;
    }

    /** Returns the decoy for the registration of somebody who has none, by their mailbox. */
    static Map<String, AttributeValue> besideMailbox(SessionId session, MailboxId mailbox, Instant now) {
        Map<String, AttributeValue> decoy = new LinkedHashMap<>(USUAL);
        decoy.putAll(Keys.of(Keys.session(session), SK + mailbox.value()));
        decoy.put(Expiry.EXPIRES_AT, Expiry.at(now.plus(LIFETIME)));
        return decoy;
    }

    private static AttributeValue filler(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s().length());
            case N -> AttributeValue.fromN("0".repeat(Math.max(1, value.n().length())));
            case L ->
                AttributeValue.fromL(value.l().stream().map(DecoyItem::filler).toList());
            case M -> {
                Map<String, AttributeValue> fillers = new LinkedHashMap<>();
                value.m().forEach((name, inner) -> fillers.put(name, filler(inner)));
                yield AttributeValue.fromM(fillers);
            }
            default -> AttributeValue.fromBool(false);
        };
    }

    private static AttributeValue text(int length) {
        return Values.text("0".repeat(length));
    }

    /** Returns as many attributes as a registration with two letters has, about as large. */
    private static Map<String, AttributeValue> usual() {
        Map<String, AttributeValue> usual = new LinkedHashMap<>();
        for (int number = 0; number < USUAL_ATTRIBUTES; number++) {
            usual.put("padding" + number, text(USUAL_LENGTH));
        }
        AttributeValue letter = AttributeValue.fromM(
                Map.of("padding0", text(USUAL_LENGTH), "padding1", text(USUAL_LENGTH), "padding2", text(USUAL_LENGTH)));
        usual.put("padding", AttributeValue.fromL(List.of(letter, letter)));
        return usual;
    }
}
