package nl.samenkomst.domain.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/**
 * Keeps the desk from writing to a mailbox, at the word of somebody who reads it: by an own link that was mailed there.
 * Erases the registration at once, as {@link Erase} does, and in the same transaction closes the mailbox to the desk.
 * Nobody can sign it up again until the same link takes that back.
 */
public final class RefuseMail {

    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public RefuseMail(Registrations registrations, Mailboxes mailboxes, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Refuses all letters; returns whether this link did, now or before, and they are refused still. */
    public boolean refuse(SessionId session, OwnLink link) {
        DeskKey key = retrier.call(registrations::deskKey);
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, link.registration(), now);
            Optional<Registration> owned = seen.flatMap(snapshot -> snapshot.ownedBy(link));
            if (seen.isEmpty() || owned.isEmpty()) {
                return Attempt.settled(
                        refusedBy(session, link, now).filter(Mailbox::isRefused).isPresent());
            }
            Mailbox mailbox = mailboxes.find(key.mailboxId(owned.get().person().email()));
            // After all that was read, so that whoever signed up before is not taken for somebody who did since.
            Instant since = clock.instant();
            return writer.write(decide(seen.get(), owned.get(), mailbox, since), since);
        });
    }

    /** Takes back a refusal by this link; returns whether there was one, also if it was taken back lately. */
    public boolean takeBack(SessionId session, OwnLink link) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<Mailbox> mailbox = refusedBy(session, link, now);
            return mailbox.flatMap(Mailbox::refusal)
                    .map(refusal -> Attempt.after(
                            mailboxes.takeBack(refusal, mailbox.get().accepting(now), now), true))
                    .orElseGet(() -> Attempt.settled(mailbox.isPresent()));
        });
    }

    /** Returns whether this link refused a mailbox that takes no letters still; empty if it refused none. */
    public Optional<Boolean> isInForce(SessionId session, OwnLink link) {
        return refusedBy(session, link, clock.instant()).map(Mailbox::isRefused);
    }

    /** Returns the mailbox that this link refused; empty if it did not, or another link did since that was taken back. */
    private Optional<Mailbox> refusedBy(SessionId session, OwnLink link, Instant now) {
        RefusedLink by = RefusedLink.of(session, link.token());
        return mailboxes.refusedBy(by, now).filter(mailbox -> !mailbox.isRefused() || mailbox.isRefusedBy(by));
    }

    /** Decides to erase a registration and to refuse all letters to its mailbox. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Registration owned, Mailbox mailbox, Instant now) {
        RefusedLink by = RefusedLink.of(owned.session(), owned.ownLink().token());
        Mailbox refused = mailbox.refused(by, now);
        RegistrationChanges erasing = RegistrationChanges.erasing(seen.sessionSnapshot(), owned);
        return new Decided.CommitAndPromote<>(
                refused.isRefusedBy(by) ? erasing.refusing(refused, by) : erasing.withMailbox(refused), true);
    }
}
