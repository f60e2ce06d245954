package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionSnapshot;

/** A session, its places and one person's registration for it if there is one, as they stood at one moment. */
public record RegistrationSnapshot(Session session, Places places, Optional<Registration> registration) {

    /** The registration, for who brings its own link; nothing for anybody else. */
    Optional<Registration> ownedBy(OwnLink link) {
        return registration.filter(known -> known.secret().matches(link.secret()));
    }

    public SessionSnapshot listing() {
        return new SessionSnapshot(session, places);
    }
}
