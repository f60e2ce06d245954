package nl.samenkomst.signin;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.oidc.ProviderFlow;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInOutcome;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.http.CookieName;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.http.SetCookie;
import nl.samenkomst.responses.OrganiserGate;

/** The cookies of organisers: one while they sign in, one on their way to the provider, and one once they have. */
final class SignInCookies {

    private final CookieName asking;
    private final CookieName flow;
    private final CookieName session;

    SignInCookies(URI baseUrl) {
        this.asking = CookieName.of("samenkomst-sign-in", baseUrl);
        this.flow = CookieName.of("samenkomst-oidc", baseUrl);
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

    /** Returns the way to the provider that a browser has begun, perhaps long ago; empty if it has begun none. */
    Optional<ProviderFlow> flow(Request request) {
        return request.cookie(flow.value()).flatMap(ProviderFlow::parse);
    }

    Response begun(ProviderFlow begun, Response response) {
        return response.with(new SetCookie(flow, begun.written(), ProviderFlow.VALIDITY));
    }

    /** Ends the cookie of the way to the provider, which is used up. */
    Response returned(Response response) {
        return response.with(SetCookie.expired(flow));
    }

    /** Ends the cookie of a browser that asked to sign in, and sets that of the session. */
    Response signedIn(SessionToken token, Response response) {
        return response.with(SetCookie.expired(asking))
                .with(new SetCookie(session, token.written(), BrowserSession.ABSOLUTE));
    }

    /** Ends the first cookie and sets the second; how long the session lasts is decided by the desk, not the browser. */
    Response signedIn(SignInOutcome.SignedIn signedIn, Response response) {
        return signedIn(signedIn.token(), response);
    }

    Response signedOut(Response response) {
        return response.with(SetCookie.expired(session));
    }
}
