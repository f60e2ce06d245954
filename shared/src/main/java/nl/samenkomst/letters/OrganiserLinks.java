package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.session.SessionId;

/** Builds URLs of the organiser's API, which takes signed requests only. */
record OrganiserLinks(URI organiserUrl) {

    OrganiserLinks {
        if (organiserUrl.getHost() == null || organiserUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("not the address of an organiser's API: " + organiserUrl);
        }
    }

    /** Returns the URL of a session's registrations under review. */
    URI undecided(SessionId session) {
        return URI.create(
                organiserUrl + "/api/v1/organiser/sessions/" + session.value() + "/registrations?state=under-review");
    }
}
