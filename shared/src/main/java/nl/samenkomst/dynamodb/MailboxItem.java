package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.mailbox.MailRefusal;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.RefusedLink;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A mailbox in the table, {@code M#<id>} / {@code MAILBOX}: when letters to it became owed in the last day, and since
 * when its owner wants none. It has no address, and expires a day after the last write unless letters are refused.
 * Updates leave what a later release may add.
 */
final class MailboxItem {

    static final String SK = "MAILBOX";

    private static final String PREFIX = "M#";
    private static final String LETTERS = "letters"; // L of S, timestamps
    private static final String REFUSED_AT = "refusedAt"; // S, timestamp, optional
    private static final String REFUSED_BY = "refusedBy"; // L of S, hashes of links, with the one before
    private static final String VERSION = "version"; // N

    private MailboxItem() {}

    static Map<String, AttributeValue> key(MailboxId id) {
        return Keys.of(PREFIX + id.value(), SK);
    }

    /** Returns whether this is the item of a mailbox. */
    static boolean isOne(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK).equals(SK);
    }

    /** Stores this, the next version, if the stored mailbox is the version before it. */
    static void store(Mailbox mailbox, Instant now, Table.Transaction transaction) {
        transaction.update(key(mailbox.id()), update(mailbox, now), isUnchanged(mailbox));
    }

    private static UpdateExpression update(Mailbox mailbox, Instant now) {
        UpdateExpression stored = new UpdateExpression()
                .set(LETTERS, letters(mailbox))
                .set(VERSION, Values.number(mailbox.version().number()));
        return mailbox.refusal()
                .map(refusal -> stored.set(REFUSED_AT, Values.moment(refusal.since()))
                        .set(REFUSED_BY, links(refusal))
                        .remove(Expiry.EXPIRES_AT))
                .orElseGet(() -> stored.set(Expiry.EXPIRES_AT, Expiry.at(now.plus(Mailbox.MEMORY)))
                        .remove(REFUSED_AT)
                        .remove(REFUSED_BY));
    }

    private static Condition isUnchanged(Mailbox mailbox) {
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
                item.optionalMoment(REFUSED_AT)
                        .map(since -> new MailRefusal(
                                since,
                                item.texts(REFUSED_BY).stream()
                                        .map(RefusedLink::new)
                                        .toList())),
                new Version(item.longNumber(VERSION)));
    }

    /** Returns the mailbox as it would be read after being written. */
    static Mailbox readBack(Mailbox mailbox) {
        Attributes item = Attributes.of(key(mailbox.id()))
                .with(LETTERS, letters(mailbox))
                .with(VERSION, mailbox.version().number());
        mailbox.refusal()
                .ifPresent(refusal -> item.with(REFUSED_AT, refusal.since()).with(REFUSED_BY, links(refusal)));
        return read(item.map());
    }

    private static AttributeValue links(MailRefusal refusal) {
        return AttributeValue.fromL(refusal.links().stream()
                .map(RefusedLink::value)
                .map(Values::text)
                .toList());
    }

    private static AttributeValue letters(Mailbox mailbox) {
        return AttributeValue.fromL(
                mailbox.letters().stream().map(Values::moment).toList());
    }
}
