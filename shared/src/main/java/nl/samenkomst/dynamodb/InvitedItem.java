package nl.samenkomst.dynamodb;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.audit.OrganiserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A letter owed to a new colleague, {@code K#invited-<organiser>} / {@code INVITED}. The sender deletes it once the
 * letter has left; writing it again owes the letter again.
 */
final class InvitedItem {

    static final String SK = "INVITED";

    private static final String PREFIX = "K#invited-";
    private static final String ORGANISER = "organiser"; // S
    private static final String BY = "by"; // S
    private static final String LANGUAGE = "language"; // S
    private static final String AT = "at"; // S, timestamp

    private InvitedItem() {}

    static Map<String, AttributeValue> key(OrganiserId colleague) {
        return Keys.of(PREFIX + colleague, SK);
    }

    /** Returns the colleague with this partition key; empty if it is that of something else. */
    static Optional<OrganiserId> colleague(String partition) {
        return partition.startsWith(PREFIX)
                ? OrganiserId.parse(partition.substring(PREFIX.length()))
                : Optional.empty();
    }

    static Map<String, AttributeValue> write(Invitation invitation) {
        return Attributes.of(key(invitation.colleague()))
                .with(ORGANISER, invitation.colleague().value())
                .with(BY, invitation.by().value())
                .with(LANGUAGE, invitation.language().tag())
                .with(AT, invitation.at())
                .with(Expiry.EXPIRES_AT, Expiry.at(invitation.at().plus(Invitation.MEMORY)))
                .map();
    }

    static Invitation read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Invitation(
                item.text(ORGANISER, OrganiserId::new),
                item.text(BY, OrganiserId::new),
                Language.of(item.text(LANGUAGE, "")).orElse(Language.NL),
                item.moment(AT));
    }
}
