package nl.samenkomst.responses;

import java.util.Optional;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;

/**
 * Logs each request for the organiser's pages that is refused though somebody is signed in, or because another site may
 * have sent it, as a line of JSON: the reason, the route, the organiser's id and the session's; never a name, an address
 * or anything typed.
 */
final class RefusalLog {

    private RefusalLog() {}

    /** Logs that a form did not come from a page of this desk. */
    static void otherSite(Request request) {
        log("other-site", request, Optional.empty(), Optional.empty());
    }

    /** Logs that the organiser's role does not give the permission. */
    static void notPermitted(Request request, Organiser organiser) {
        log("not-permitted", request, Optional.of(organiser), Optional.empty());
    }

    /** Logs that there is no such session, or that it is out of the organiser's scope. */
    static void outOfScope(Request request, Organiser organiser) {
        log("out-of-scope", request, Optional.of(organiser), SessionId.parse(request.path("id")));
    }

    private static void log(String why, Request request, Optional<Organiser> organiser, Optional<SessionId> session) {
        System.out.println("{\"refused\": \"" + why + "\", \"route\": \""
                + request.route().replaceAll("[^A-Za-z0-9/{}$._ -]", "?") + "\""
                + organiser.map(one -> ", \"organiser\": \"" + one.id() + "\"").orElse("")
                + session.map(id -> ", \"session\": \"" + id + "\"").orElse("") + "}");
    }
}
