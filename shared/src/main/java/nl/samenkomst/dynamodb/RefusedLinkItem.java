package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.RefusedLink;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A link by which a mailbox was refused, in the table: {@code L#<hash>} / {@code REFUSED}. It leads to the mailbox, and
 * has no expiry until the refusal is taken back.
 */
final class RefusedLinkItem {

    static final String SK = "REFUSED";

    private static final String PREFIX = "L#";
    private static final String MAILBOX = "mailbox"; // S

    private RefusedLinkItem() {}

    static Map<String, AttributeValue> key(RefusedLink link) {
        return Keys.of(PREFIX + link.value(), SK);
    }

    static Map<String, AttributeValue> write(RefusedLink link, MailboxId mailbox) {
        return Attributes.of(key(link)).with(MAILBOX, mailbox.value()).map();
    }

    /** Returns the update once the refusal is taken back: the link can say so for a day, also if its item was lost. */
    static UpdateExpression expire(MailboxId mailbox, Instant now) {
        return new UpdateExpression()
                .set(MAILBOX, Values.text(mailbox.value()))
                .set(Expiry.EXPIRES_AT, Expiry.at(now.plus(Mailbox.MEMORY)));
    }

    /** Returns whether it has not expired; one without an expiry has not. */
    static boolean isLive(Instant now, Map<String, AttributeValue> item) {
        return !Attributes.of(item).has(Expiry.EXPIRES_AT) || Expiry.isLive(now, item);
    }

    static MailboxId mailbox(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(MAILBOX, MailboxId::new);
    }
}
