package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.mailbox.MailRefusal;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.mailbox.RefusedLink;

/** Mailboxes with injected faults; other tasks may run between any two calls. */
final class FaultyMailboxes implements Mailboxes {

    private final Mailboxes table;
    private final Faults faults;

    FaultyMailboxes(Mailboxes table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    @Override
    public Mailbox find(MailboxId id) {
        return faults.read(() -> table.find(id));
    }

    @Override
    public Optional<Mailbox> refusedBy(RefusedLink link, Instant now) {
        return faults.read(() -> table.refusedBy(link, now));
    }

    @Override
    public WriteResult takeBack(MailRefusal refusal, Mailbox accepting, Instant now) {
        return faults.write(() -> table.takeBack(refusal, accepting, now));
    }
}
