package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A mailbox in the table, {@code M#<id>} / {@code MAILBOX}: when letters to it became owed in the last day. It has no
 * address, and expires a day after the last write. Updates leave what a later release may add.
 */
final class MailboxItem {

    static final String SK = "MAILBOX";

    private static final String PREFIX = "M#";
    private static final String LETTERS = "letters"; // L of S, timestamps
    private static final String VERSION = "version"; // N

    private MailboxItem() {}

    static Map<String, AttributeValue> key(MailboxId id) {
        return Keys.of(PREFIX + id.value(), SK);
    }

    /** Returns whether this is the item of a mailbox. */
    static boolean isOne(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK).equals(SK);
    }

    /** Returns the update that stores this, the next version. */
    static UpdateExpression store(Mailbox mailbox, Instant now) {
        return new UpdateExpression()
                .set(LETTERS, letters(mailbox))
                .set(VERSION, Values.number(mailbox.version().number()))
                .set(Expiry.EXPIRES_AT, Expiry.at(now.plus(Mailbox.MEMORY)));
    }

    /** The condition that the stored mailbox is the version before this one. */
    static Condition isUnchanged(Mailbox mailbox) {
        return mailbox.version().equals(Version.NONE.next())
                ? Keys.isNew()
                : Condition.isEqual(
                        VERSION, Values.number(mailbox.version().previous().number()));
    }

    static Mailbox read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Mailbox(
                item.text(Keys.PK, key -> new MailboxId(Keys.withoutPrefix(PREFIX, key))),
                item.texts(LETTERS).stream().map(Instant::parse).toList(),
                new Version(item.longNumber(VERSION)));
    }

    /** Returns the mailbox as it would be read after being written. */
    static Mailbox readBack(Mailbox mailbox) {
        Attributes item = Attributes.of(key(mailbox.id()))
                .with(LETTERS, letters(mailbox))
                .with(VERSION, mailbox.version().number());
        return read(item.map());
    }

    private static AttributeValue letters(Mailbox mailbox) {
        return AttributeValue.fromL(
                mailbox.letters().stream().map(Values::moment).toList());
    }
}
