package nl.samenkomst.domain.access;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/**
 * What one read finds for a request: who the cookie belongs to, and the session that the address names.
 *
 * @param browserSession live or not; empty if there is none with that token
 * @param session empty if the address names none, or there is none
 */
public record Visit(
        Optional<Organiser> organiser, Optional<BrowserSession> browserSession, Optional<SessionSnapshot> session) {}
