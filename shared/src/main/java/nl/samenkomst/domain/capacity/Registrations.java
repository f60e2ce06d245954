package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Where registrations are kept. Every change is one atomic step that is conditioned on what it was decided with: the
 * session's revision, its places, and the version of each registration it writes; where one of these no longer holds it
 * changes nothing and is {@code STALE}. Lists leave out what cannot be read; whoever keeps it logs it.
 */
public interface Registrations {

    /**
     * What a request about one person needs to know, in one round trip; nothing where the session is unknown.
     *
     * @throws UnreadableItem when the session, its places or the registration cannot be read
     */
    Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now);

    /** The same beside what a request is about: nothing where it cannot be read either. */
    default Optional<RegistrationSnapshot> findIfReadable(SessionId session, RegistrationId registration, Instant now) {
        try {
            return find(session, registration, now);
        } catch (UnreadableItem logged) {
            return Optional.empty();
        }
    }

    /** Commits changes of registrations, and with them of the places and the queue, in one transaction. */
    WriteResult commit(RegistrationChanges changes, Instant now);

    /**
     * Stores one registration whose state stays the same. A conflict if it was last computed with a later revision than
     * {@code current}.
     */
    WriteResult update(Session current, RegistrationChange change, Instant now);

    /** Returns how many people one transaction can promote beside what frees their places. */
    int maxPromotions();

    /** Those who wait, the first in line first, read as they are asked for. */
    Iterable<QueueEntry> queue(SessionId session);

    /** These registrations, as far as they are there and can be read; at most 100. */
    List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now);

    /** How many in line there are up to and including this one, of those who could have the same place: 1 is next. */
    int position(SessionId session, RegistrationState.Waitlisted waiting);

    /** The same for somebody's registration; nothing for who does not wait. */
    default OptionalInt position(Registration registration) {
        return registration.state() instanceof RegistrationState.Waitlisted waiting
                ? OptionalInt.of(position(registration.session(), waiting))
                : OptionalInt.empty();
    }

    /** All registrations of a session, in no particular order, read as they are asked for. */
    Iterable<Registration> all(SessionId session, Instant now);

    /** Who is still reckoned with an older revision of the session; among them who cannot be read. */
    Iterable<RegistrationId> computedBefore(SessionId session, int revision, Instant now);
}
