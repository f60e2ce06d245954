package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.registration.PersonalData;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The moment from which an item no longer exists for anybody. DynamoDB deletes it by its time to live, within
 * {@link PersonalData#MAX_DELETION_DELAY} (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
 */
final class Expiry {

    static final String EXPIRES_AT = "expiresAt"; // N, seconds since the epoch

    private Expiry() {}

    static AttributeValue at(Instant moment) {
        return Values.number(moment.getEpochSecond());
    }

    /** Returns whether the item has not expired; true if its expiry cannot be read. */
    static boolean isLive(Instant now, Map<String, AttributeValue> item) {
        Attributes attributes = Attributes.of(item);
        return ItemReader.readOr(() -> attributes.longNumber(EXPIRES_AT) > now.getEpochSecond(), true);
    }

    /** The condition that the stored item has expired. */
    static Condition hasPassed(Instant now) {
        return Condition.isAtMost(EXPIRES_AT, at(now));
    }
}
