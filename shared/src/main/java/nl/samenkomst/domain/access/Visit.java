package nl.samenkomst.domain.access;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * What one read finds for a request: who the cookie belongs to, the session that the address names, and others.
 *
 * @param browserSession live or not; empty if there is none with that token
 * @param session empty if the address names none, or there is none
 * @param others in the order in which they were asked for, without unknown and unreadable ones
 */
public record Visit(
        Optional<Organiser> organiser,
        Optional<BrowserSession> browserSession,
        Optional<SessionSnapshot> session,
        List<SessionSnapshot> others) {

    public Visit {
        others = List.copyOf(others);
    }
}
