package nl.samenkomst.domain.access;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Whether a request may do what its route does. */
public sealed interface Access {

    /**
     * It may.
     *
     * @param session the session that the address names; present if the route has one and needs no draft
     * @param draft its draft, if that was wanted; one of the two is present
     * @param registration the registration that was wanted; empty if none was, or the session has no such one
     * @param found the sessions that were wanted; none if none were
     * @param drafts the latest drafts that they may see, the last changed first; none if they were not wanted
     * @param colleagues all organisers, also former ones, if they were wanted
     */
    record Granted(
            Organiser organiser,
            BrowserSession browserSession,
            Optional<SessionSnapshot> session,
            Optional<Draft> draft,
            Optional<Registration> registration,
            FoundSessions found,
            List<Draft> drafts,
            List<Organiser> colleagues)
            implements Access {

        public Granted {
            drafts = List.copyOf(drafts);
            colleagues = List.copyOf(colleagues);
        }

        Granted with(FoundSessions sessions, List<Draft> latest, List<Organiser> all) {
            return new Granted(organiser, browserSession, session, draft, registration, sessions, latest, all);
        }

        /**
         * Returns the session that the address names.
         *
         * @throws java.util.NoSuchElementException if the route has none
         */
        public SessionSnapshot snapshot() {
            return session.orElseThrow();
        }

        /**
         * Returns the session that the address names, as it is edited.
         *
         * @throws java.util.NoSuchElementException if the route has none
         */
        public DraftedSession drafted() {
            Optional<Session> published = session.map(SessionSnapshot::session);
            return new DraftedSession(
                    published.map(Session::id).or(() -> draft.map(Draft::id)).orElseThrow(), published, draft);
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
