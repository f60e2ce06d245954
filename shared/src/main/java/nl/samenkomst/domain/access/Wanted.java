package nl.samenkomst.domain.access;

import java.util.Optional;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * What a request's page is made from, which is read together with who makes the request.
 *
 * @param session the session that the address names; empty if the route has none, or the address cannot be one
 * @param draft whether the page needs the session's draft, so that the session need not be published
 * @param registration the registration of that session that the page is about; empty if it is about none
 * @param sessions finds the sessions that the page lists; empty if it lists none
 * @param drafts whether the page lists the latest drafts
 * @param figures whether the page shows the figures of the sessions that it lists
 * @param colleagues whether the page names colleagues
 */
public record Wanted(
        Optional<SessionId> session,
        boolean draft,
        Optional<RegistrationId> registration,
        Optional<StartQuery> sessions,
        boolean drafts,
        boolean figures,
        boolean colleagues) {

    /** Nothing: the page is about nothing but who makes the request. */
    public static final Wanted NOTHING =
            new Wanted(Optional.empty(), false, Optional.empty(), Optional.empty(), false, false, false);
}
