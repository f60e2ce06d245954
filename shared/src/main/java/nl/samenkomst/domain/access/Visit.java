package nl.samenkomst.domain.access;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.registration.Registration;

/**
 * What one read finds for a request: who the cookie belongs to, and what the address names.
 *
 * @param browserSession live or not; empty if there is none with that token
 * @param session empty if the address names none, or there is none
 * @param draft of that session, published or not; empty if it was not asked for, or there is none
 * @param registration of that session; empty if none was asked for, or there is none
 */
public record Visit(
        Optional<Organiser> organiser,
        Optional<BrowserSession> browserSession,
        Optional<SessionSnapshot> session,
        Optional<Draft> draft,
        Optional<Registration> registration) {}
