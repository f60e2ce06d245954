package nl.samenkomst.responses;

import java.util.List;
import nl.samenkomst.domain.access.Access;
import nl.samenkomst.domain.access.FoundSessions;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;
import nl.samenkomst.organiserpages.Viewer;

/** A request of somebody who is signed in and may do what its route does. */
public record OrganiserRequest(Request request, Access.Granted access, Viewer viewer) {

    /**
     * Returns the session that the address names, as it was when the request was admitted.
     *
     * @throws java.util.NoSuchElementException if the route names none
     */
    public SessionSnapshot snapshot() {
        return access.snapshot();
    }

    /**
     * Returns the id of the session that the address names.
     *
     * @throws java.util.NoSuchElementException if the route names none
     */
    public SessionId session() {
        return snapshot().session().id();
    }

    /** Returns the sessions that the page lists and the organiser may see; none if it lists none. */
    public FoundSessions found() {
        return access.found();
    }

    /** Returns all organisers, also former ones; none if the page names no colleagues. */
    public List<Organiser> colleagues() {
        return access.colleagues();
    }

    /** Returns who is signed in, as the actor of a change. */
    public Actor actor() {
        return access.organiser().actor();
    }
}
