package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Finds the registrations of the same address for other sessions, unless they have expired, in no particular order. A
 * recent change may show a moment late; a {@link RuntimeException} of the store's own is thrown if it fails.
 */
public interface OtherRegistrations {

    /**
     * Returns those for sessions of the same series, the last hundred of them.
     *
     * @param session the session of {@code own}
     */
    List<Registration> inSeries(Registration own, Session session, Instant now);

    /** Returns those for these sessions. */
    List<Registration> among(Collection<SessionId> sessions, Registration own, Instant now);

    /**
     * Returns those for any session that began in the last year, or will; it reads as much of the table as there are
     * such sessions, up to a thousand.
     */
    List<Registration> everywhere(Registration own, Instant now);
}
