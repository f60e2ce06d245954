package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Finds a person's other registrations; a {@link RuntimeException} of the store's own is thrown if that fails. */
public interface OtherRegistrations {

    /**
     * Returns the registrations of the same address for other sessions that have not expired, in no particular order; a
     * recent change may show a moment late.
     *
     * @param session the session of {@code own}
     */
    List<Registration> of(Registration own, Session session, Instant now);
}
