package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * When a letter that invites a colleague was owed last, {@code T#invited#<organiser>} / {@code LAST}, also after it was
 * sent. It expires after a day, as the letter does that was not.
 */
final class LastInvitationItem {

    private static final String PREFIX = "T#invited#";
    private static final String SK = "LAST";

    private static final String AT = "at"; // S, timestamp

    private LastInvitationItem() {}

    static Map<String, AttributeValue> key(OrganiserId colleague) {
        return Keys.of(PREFIX + colleague, SK);
    }

    static Map<String, AttributeValue> write(Invitation invitation) {
        return Attributes.of(key(invitation.colleague()))
                .with(AT, invitation.at())
                .with(Expiry.EXPIRES_AT, Expiry.at(invitation.at().plus(Invitation.MEMORY)))
                .map();
    }

    static Instant at(Map<String, AttributeValue> item) {
        return Attributes.of(item).moment(AT);
    }

    /** The condition that no letter was owed since this one, or that there is none or an expired one. */
    static Condition isLast(Optional<Instant> last, Instant now) {
        return last.map(at -> Condition.isEqual(AT, Values.moment(at)))
                .orElseGet(() -> Keys.isNew().or(Expiry.hasPassed(now)));
    }
}
