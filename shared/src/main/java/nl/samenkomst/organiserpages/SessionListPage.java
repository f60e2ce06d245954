package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.FoundSessions;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.SessionMark;
import nl.samenkomst.domain.desk.SessionSearch;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.AfterParameter;

/**
 * Model of {@code sessionlist.jte}: the sessions to come or those that have been, all or those of a search.
 *
 * @param sessions those of {@code found} that match
 */
public record SessionListPage(Viewer viewer, SessionSearch search, FoundSessions found, List<SessionSnapshot> sessions)
        implements SessionsTexts {

    public SessionListPage {
        sessions = List.copyOf(sessions);
    }

    @Override
    public String template() {
        return "sessionlist";
    }

    @Override
    public String heading() {
        return isPast() ? say("list.past") : say("list.upcoming");
    }

    public boolean isPast() {
        return search.direction() == AgendaDirection.PAST;
    }

    public boolean isSearch() {
        return !search.words().isEmpty();
    }

    /** Returns whether this is not the beginning of the list. */
    public boolean isContinued() {
        return search.after().isPresent();
    }

    /** Returns the same search in the other direction from now. */
    public String otherDirection() {
        return links().sessions(search.words(), !isPast(), Optional.empty());
    }

    /** Returns the beginning of this list; empty if this is it. */
    public Optional<String> first() {
        return isContinued()
                ? Optional.of(links().sessions(search.words(), isPast(), Optional.empty()))
                : Optional.empty();
    }

    /** Returns where the list goes on; empty if it does not. */
    public Optional<String> next() {
        return found.next()
                .map(cursor -> links().sessions(search.words(), isPast(), Optional.of(AfterParameter.of(cursor))));
    }

    /** Returns all sessions in this direction. */
    public String all() {
        return links().sessions("", isPast(), Optional.empty());
    }

    /** Returns what a search found, and among how many sessions. */
    public String result() {
        return found.next().isPresent()
                ? say("list.scanned", "found", count("list.found", sessions.size()), "number", found.scanned())
                : count("list.found", sessions.size());
    }

    public List<SessionMark> marks(SessionSnapshot snapshot) {
        return SessionMark.of(snapshot, viewer().now());
    }

    /** Returns the page to which a session in the list leads. */
    public String page(SessionId id) {
        return may(Permission.VIEW_SESSION) ? links().session(id) : links().session(id, "door");
    }
}
