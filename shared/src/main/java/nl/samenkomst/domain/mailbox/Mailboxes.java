package nl.samenkomst.domain.mailbox;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;

/**
 * The store of mailboxes. What owes a letter, or refuses all, is written with a registration, by the store of those.
 * Reads are consistent, and throw the store's own RuntimeException if it fails.
 */
public interface Mailboxes {

    /**
     * Returns a mailbox; one of which nothing is stored is unknown.
     *
     * @throws UnreadableItem if it cannot be read
     */
    Mailbox find(MailboxId id);

    /**
     * Returns the mailbox that was refused by this link, also if that was taken back less than
     * {@link Mailbox#MEMORY} ago; empty if the link refused none.
     *
     * @throws UnreadableItem if it cannot be read
     */
    Optional<Mailbox> refusedBy(RefusedLink link, Instant now);

    /**
     * Stores that a mailbox takes letters again, and in the same transaction that the links by which it was refused
     * expire; a conflict if the version of the mailbox has changed.
     *
     * @param refusal what is taken back
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult takeBack(MailRefusal refusal, Mailbox accepting, Instant now);
}
