package nl.samenkomst.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A mail owed to somebody invited as a colleague, {@code K#invited-<organiser>} / {@code INVITED}, which the sender reads
 * from the table's stream: a new item, or one that was replaced. It has no address, and expires after a week.
 */
final class InvitedItem {

    static final String SK = "INVITED";

    private static final String PREFIX = "K#invited-";
    private static final Duration MEMORY = Duration.ofDays(7);

    private static final String ORGANISER = "organiser"; // S
    private static final String AT = "at"; // S, timestamp

    private InvitedItem() {}

    static Map<String, AttributeValue> key(OrganiserId organiser) {
        return Keys.of(PREFIX + organiser, SK);
    }

    static Map<String, AttributeValue> write(OrganiserId organiser, Instant at) {
        return Attributes.of(key(organiser))
                .with(ORGANISER, organiser.value())
                .with(AT, at)
                .with(Expiry.EXPIRES_AT, Expiry.at(at.plus(MEMORY)))
                .map();
    }

    /** Returns whom to mail. */
    static OrganiserId organiser(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(ORGANISER, OrganiserId::new);
    }

    static Instant at(Map<String, AttributeValue> item) {
        return Attributes.of(item).moment(AT);
    }

    /** The condition that no mail was owed since this one, or that there is none or an expired one. */
    static Condition isLast(Optional<Instant> last, Instant now) {
        return last.map(at -> Condition.isEqual(AT, Values.moment(at)))
                .orElseGet(() -> Keys.isNew().or(Expiry.hasPassed(now)));
    }
}
