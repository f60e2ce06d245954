package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** A session, its places and one person's registration for it, if any, as read in one round trip. */
public record RegistrationSnapshot(Session session, Places places, Optional<Registration> registration) {

    /** Returns the registration if {@code link} is its own link; empty otherwise. */
    public Optional<Registration> ownedBy(OwnLink link) {
        return registration.filter(known -> known.secret().matches(link.secret()));
    }

    public SessionSnapshot sessionSnapshot() {
        return new SessionSnapshot(session, places);
    }
}
