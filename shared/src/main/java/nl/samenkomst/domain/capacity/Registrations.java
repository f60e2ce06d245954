package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Stores registrations. A write is atomic, and conditional on what it was decided with: the session's revision, its
 * places, and the version of each registration and mailbox it writes; if one of these has changed, it writes nothing
 * and returns a conflict. Reads hide what has expired at {@code now}; lists leave out unreadable items, which
 * implementations log. A {@link RuntimeException} of the store's own is thrown if it fails: by a read always, by a write only if
 * retrying cannot help, and by an {@link Iterable} during iteration.
 */
public interface Registrations {

    /**
     * Reads a session, its places and one registration in one round trip; empty if the session is unknown.
     *
     * @throws UnreadableItem if the session, its places or the registration cannot be read
     */
    Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now);

    /**
     * Reads a session, its places, the registration of the person with this address and their mailbox in one round
     * trip; empty if the session is unknown. Reads the same whether or not the person is registered, and by which
     * release.
     *
     * @throws UnreadableItem if the session, its places or the registration cannot be read
     */
    Optional<RegistrationSnapshot> find(SessionId session, EmailAddress address, Instant now);

    /** Reads like {@link #find}, for data beside a request's subject; empty also if an item is unreadable. */
    default Optional<RegistrationSnapshot> findReadable(SessionId session, EmailAddress address, Instant now) {
        try {
            return find(session, address, now);
        } catch (UnreadableItem logged) {
            return Optional.empty();
        }
    }

    /**
     * Returns the desk's key, always the same. The first call ever makes it, and what is found by address from then on
     * has a mailbox; a conflict if that failed and a retry may succeed.
     */
    Attempt<DeskKey> deskKey();

    /**
     * Commits changes of registrations, with their effect on the places and the queue, in one transaction. In the same
     * transaction the audit records of an erased registration lose everything about the person; those for which there is
     * no room in it, before it. The erasure is remembered for {@link PersonalData#ERASURE_MEMORY}. A registration that
     * gets another id is stored as a new one, which is a conflict if there is one with that id; the one before is erased,
     * except that its audit records follow it.
     *
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult commit(RegistrationChanges changes, Instant now);

    /**
     * Stores one registration whose state and proof are unchanged. A conflict if its version has changed, or if it was computed
     * from a newer session revision than {@code current} has.
     *
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult update(Session current, RegistrationChange change, Instant now);

    /**
     * Stores one registration as {@link #update(Session, RegistrationChange, Instant)} does, and the person's mailbox in
     * the same transaction; a conflict also if the version of the mailbox has changed.
     *
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult update(Session current, RegistrationChange change, Mailbox mailbox, Instant now);

    /**
     * Stores this mailbox, and beside it as much as {@link #update(Session, RegistrationChange, Mailbox, Instant)} does,
     * of which nothing is ever read: so that nobody can tell by the time whether there was a registration to update. A
     * conflict if the version of the mailbox has changed.
     *
     * @throws RuntimeException the store's own, if retrying cannot help
     */
    WriteResult decoy(SessionId session, Mailbox mailbox, Instant now);

    /** Returns how many people one transaction can promote beside what frees their places. */
    int maxPromotions();

    /** Returns how many people, each with an audit entry, one transaction can cancel beside {@link #maxPromotions()}. */
    int maxCancellations();

    /** Returns the queue in order, read lazily. */
    Iterable<QueueEntry> queue(SessionId session);

    /** Returns the registrations with these ids; leaves out missing and unreadable ones. */
    List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now);

    /** Returns the queue position among those who could have the same place: 1 is next. */
    int position(SessionId session, RegistrationState.Waitlisted waiting);

    /** Returns a registration's queue position; empty unless waitlisted. */
    default OptionalInt position(Registration registration) {
        return registration.state() instanceof RegistrationState.Waitlisted waiting
                ? OptionalInt.of(position(registration.session(), waiting))
                : OptionalInt.empty();
    }

    /** Returns all registrations of a session, in no particular order, read lazily. */
    Iterable<Registration> all(SessionId session, Instant now);

    /** Returns registrations last computed from an older session revision, unreadable items included, read lazily. */
    Iterable<RegistrationId> computedBefore(SessionId session, Revision revision, Instant now);
}
