package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/** Where the desk's pages are. */
record Links(URI baseUrl) {

    Links {
        if (baseUrl.getHost() == null || baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("not the address of a desk: " + baseUrl);
        }
    }

    /** All sessions that are to come. */
    URI agenda() {
        return URI.create(baseUrl + "/sessions");
    }

    URI session(SessionId session) {
        return URI.create(baseUrl + "/sessions/" + session.value());
    }

    /** Of a session's list those whom the organiser is to decide about; for signed requests. */
    URI undecided(SessionId session) {
        return URI.create(
                baseUrl + "/api/v1/organiser/sessions/" + session.value() + "/registrations?state=under-review");
    }

    URI ownPage(Registration registration) {
        return URI.create(session(registration.session()) + "/registrations/"
                + registration.ownLink().token());
    }

    /** Where the person is led on to the meeting, wherever that is by then. */
    URI meeting(Registration registration) {
        return URI.create(ownPage(registration) + "/meeting");
    }

    /** A name that no other desk gives to anything (RFC 7986 §5.3). */
    String uid(String name) {
        return name + "@" + baseUrl.getHost();
    }
}
