package nl.samenkomst.domain.access;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/** Whether a request may do what its route does. */
public sealed interface Access {

    /**
     * It may.
     *
     * @param session the session that the address names; present if the route has one
     * @param found the sessions of the route's query; none if it has no query
     */
    record Granted(
            Organiser organiser, BrowserSession browserSession, Optional<SessionSnapshot> session, FoundSessions found)
            implements Access {

        /**
         * Returns the session that the address names.
         *
         * @throws java.util.NoSuchElementException if the route has none
         */
        public SessionSnapshot snapshot() {
            return session.orElseThrow();
        }
    }

    /** Nobody is signed in: no cookie, a wrong one, or one that ended by time, by sign-out, or with its organiser. */
    record NotSignedIn() implements Access {}

    /** The organiser's role does not give the permission. */
    record Forbidden(Organiser organiser) implements Access {}

    /** There is no such session, or it is out of the organiser's scope; the response is the same. */
    record UnknownSession(Organiser organiser) implements Access {}

    /** The act needs a second factor that was given a short while ago. */
    record NeedsFreshFactor(Organiser organiser) implements Access {}
}
