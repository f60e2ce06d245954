package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** A session, its places and one person's registration for it if there is one, as they stood at one moment. */
public record RegistrationSnapshot(Session session, Places places, Optional<Registration> registration) {

    /** The registration, for who brings its own link; nothing for anybody else. */
    public Optional<Registration> ownedBy(OwnLink link) {
        return registration.filter(known -> known.secret().matches(link.secret()));
    }

    public SessionSnapshot sessionSnapshot() {
        return new SessionSnapshot(session, places);
    }
}
