package nl.samenkomst.cancel;

import java.util.Optional;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;

/** A request about the registration that an own link opens. */
record OwnRequest(Request request, SessionId session, OwnLink link) {

    /** Parses the address; empty if it cannot be an own link. */
    static Optional<OwnRequest> parse(Request request) {
        return SessionId.parse(request.path("id"))
                .flatMap(session ->
                        OwnLink.parse(request.path("token")).map(link -> new OwnRequest(request, session, link)));
    }

    String route() {
        return request.route();
    }
}
