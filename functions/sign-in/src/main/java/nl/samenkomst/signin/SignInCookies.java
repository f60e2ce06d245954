package nl.samenkomst.signin;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInOutcome;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.http.CookieName;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.http.SetCookie;
import nl.samenkomst.responses.OrganiserGate;

/** The two cookies of organisers: one while they sign in, and one once they have. */
final class SignInCookies {

    private final CookieName asking;
    private final CookieName session;

    SignInCookies(URI baseUrl) {
        this.asking = CookieName.of("samenkomst-sign-in", baseUrl);
        this.session = OrganiserGate.cookie(baseUrl);
    }

    /** Returns the token of a browser that asked to sign in; empty if it did not. */
    Optional<SignInToken> asking(Request request) {
        return request.cookie(asking.value()).flatMap(SignInToken::parse);
    }

    /** Returns the token of a browser in which somebody signed in, perhaps long ago; empty if nobody did. */
    Optional<SessionToken> session(Request request) {
        return request.cookie(session.value()).flatMap(SessionToken::parse);
    }

    Response asking(SignInToken token, Response response) {
        return response.with(new SetCookie(asking, token.secret(), PendingSignIn.VALIDITY));
    }

    /** Ends the first cookie and sets the second; how long the session lasts is decided by the desk, not the browser. */
    Response signedIn(SignInOutcome.SignedIn signedIn, Response response) {
        return response.with(SetCookie.expired(asking))
                .with(new SetCookie(session, signedIn.token().written(), BrowserSession.ABSOLUTE));
    }

    Response signedOut(Response response) {
        return response.with(SetCookie.expired(session));
    }
}
