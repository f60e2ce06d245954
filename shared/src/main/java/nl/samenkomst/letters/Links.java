package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/** Builds the URLs of the desk's pages. */
record Links(URI baseUrl) {

    Links {
        if (baseUrl.getHost() == null || baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("not the address of a desk: " + baseUrl);
        }
    }

    /** Returns the URL of all upcoming sessions. */
    URI agenda() {
        return URI.create(baseUrl + "/sessions");
    }

    URI session(SessionId session) {
        return URI.create(baseUrl + "/sessions/" + session.value());
    }

    URI ownPage(Registration registration) {
        return URI.create(session(registration.session()) + "/registrations/"
                + registration.ownLink().token());
    }

    /** Returns the URL that redirects the person to the meeting, wherever that is by then. */
    URI meeting(Registration registration) {
        return URI.create(ownPage(registration) + "/meeting");
    }

    /** Returns a UID that no other desk uses (RFC 7986 §5.3). */
    String uid(String name) {
        return name + "@" + baseUrl.getHost();
    }
}
