package nl.samenkomst.domain.capacity;

import java.util.Optional;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** A session, its places and one person's registration for it, if any, as read in one round trip. */
public record RegistrationSnapshot(Session session, Places places, Optional<Registration> registration) {

    /** Returns the registration if {@code link} is its own link; empty for any other, as for a calendar's. */
    public Optional<Registration> ownedBy(OwnLink link) {
        return registration.filter(known -> known.secret().matches(link.secret()));
    }

    /** Returns the kind of this link; unknown too if there is no registration. */
    public LinkKind kindOf(OwnLink link) {
        return registration.map(known -> known.secrets().kindOf(link.secret())).orElse(LinkKind.UNKNOWN);
    }

    public SessionSnapshot sessionSnapshot() {
        return new SessionSnapshot(session, places);
    }
}
