package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.mailbox.MailRefusal;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.mailbox.RefusedLink;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Mailboxes in the table. */
public final class DynamoDbMailboxes implements Mailboxes {

    private final Table table;

    public DynamoDbMailboxes(DynamoDbClient client, String tableName) {
        this.table = new Table(client, tableName);
    }

    @Override
    public Mailbox find(MailboxId id) {
        return table.get(List.of(MailboxItem.key(id))).stream()
                .findFirst()
                .map(item -> ItemReader.read(item, MailboxItem::read))
                .orElseGet(() -> Mailbox.unknown(id));
    }

    @Override
    public Optional<Mailbox> refusedBy(RefusedLink link, Instant now) {
        return table.get(List.of(RefusedLinkItem.key(link))).stream()
                .filter(item -> RefusedLinkItem.isLive(now, item))
                .findFirst()
                .map(item -> ItemReader.read(item, RefusedLinkItem::mailbox))
                .map(this::find);
    }

    @Override
    public WriteResult takeBack(MailRefusal refusal, Mailbox accepting, Instant now) {
        Table.Transaction transaction = table.transaction();
        MailboxItem.store(accepting, now, transaction);
        refusal.links()
                .forEach(link ->
                        transaction.update(RefusedLinkItem.key(link), RefusedLinkItem.expire(accepting.id(), now)));
        return transaction.commit();
    }
}
