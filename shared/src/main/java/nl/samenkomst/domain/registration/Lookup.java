package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.Session;

/** A session, its places and one person's registration for it if there is one, as they stood at one moment. */
public record Lookup(Session session, Places places, Optional<Registration> registration) {

    public Listing listing() {
        return new Listing(session, places);
    }
}
