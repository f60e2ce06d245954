package nl.samenkomst.signin;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.BrowserWords;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.oidc.ProvenIdentity;
import nl.samenkomst.domain.oidc.ProviderFlow;
import nl.samenkomst.domain.oidc.ProviderOutcome;
import nl.samenkomst.domain.oidc.SignInByProvider;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.ProviderPage;
import nl.samenkomst.organiserpages.ProviderReturnPage;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.signin.oidc.Provider;
import nl.samenkomst.signin.oidc.ProviderAnswer;
import nl.samenkomst.signin.oidc.ProviderLog;
import nl.samenkomst.urls.OrganiserUrls;

/**
 * The way to the organisation's OpenID provider and back. A link leads there, since browsers do not follow a form that is
 * sent on to another site; and a button signs in on the way back, since a GET changes nothing.
 */
final class ProviderPages {

    /** In UTF-16 code units; a longer code is refused. */
    private static final int MAX_CODE = 3 * 1024;

    private static final int MAX_ISSUER = 500;

    private final SignInByProvider byProvider;
    private final SignInWays ways;
    private final Optional<Provider> provider;
    private final OrganiserGate gate;
    private final Responses answers;
    private final SignInCookies cookies;

    ProviderPages(Wiring wiring) {
        this.byProvider = wiring.signIn().signInByProvider();
        this.ways = wiring.signIn().ways();
        URI returnAddress = URI.create(wiring.baseUrl() + OrganiserUrls.providerReturn());
        this.provider = wiring.signIn()
                .providerClient()
                .map(client -> new Provider(client, returnAddress, wiring.signIn()::secret, wiring.clock()));
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.cookies = new SignInCookies(wiring.baseUrl());
    }

    /** Leads on to the provider. All that is kept of it is in the browser's cookie. */
    Response start(Request request) {
        ProviderFlow flow = byProvider.begin(
                request.query("again").isPresent(),
                request.query("stay").isPresent(),
                request.query(OrganiserUrls.NEXT).flatMap(OrganiserUrls::next));
        return provider.map(known -> known.address(flow)
                        .map(address -> cookies.begun(flow, Response.seeOther(address)))
                        .orElseGet(() -> page(ProviderPage.What.UNAVAILABLE, flow, request)))
                .orElseGet(() -> toSignIn(request));
    }

    /** Shows the button that signs in, if the provider sent this browser back with a code for it. */
    Response returned(Request request) {
        if (provider.isEmpty()) {
            return toSignIn(request);
        }
        Optional<ProviderFlow> flow = flow(request, request.query("state"));
        Optional<String> code = code(request.query("code"));
        return flow.isPresent() && code.isPresent() && issuer(request).length() <= MAX_ISSUER
                ? gate.page(
                        200,
                        new ProviderReturnPage(code.get(), flow.get().state(), request.query("iss"), viewer(request)))
                : refused(request);
    }

    /** Signs in with the code that the provider sent this browser back with. */
    Response finish(Request request) {
        if (provider.isEmpty()) {
            return toSignIn(request);
        }
        return answers.withForm(request, Body.MAX_SIGN_UP, fields -> {
            Optional<ProviderFlow> flow = flow(request, Optional.ofNullable(fields.get("state")));
            Optional<String> code = code(Optional.ofNullable(fields.get("code")));
            if (flow.isEmpty() || code.isEmpty()) {
                return refused(request);
            }
            Optional<String> issuer = Optional.ofNullable(fields.get("iss"));
            return cookies.returned(
                    flow.get().isStepUp()
                            ? gate.open(
                                    request,
                                    Permission.USE_DESK,
                                    open -> finish(provider.get(), flow.get(), code.get(), issuer, open))
                            : finish(provider.get(), flow.get(), code.get(), issuer, request));
        });
    }

    private Response finish(Provider known, ProviderFlow flow, String code, Optional<String> issuer, Request request) {
        return switch (known.exchange(flow, code, issuer)) {
            case ProviderAnswer.Proven proven -> signIn(proven.proven(), flow, request);
            case ProviderAnswer.Refused _ -> page(ProviderPage.What.REFUSED, flow, request);
            case ProviderAnswer.TooWeak _ -> page(ProviderPage.What.TOO_WEAK, flow, request);
            case ProviderAnswer.Unavailable _ -> page(ProviderPage.What.UNAVAILABLE, flow, request);
        };
    }

    private Response signIn(ProvenIdentity proven, ProviderFlow flow, Request request) {
        ProviderOutcome outcome = byProvider.signIn(
                proven,
                cookies.asking(request),
                cookies.session(request),
                flow.stays(),
                BrowserWords.of(request.userAgent()));
        return answer(outcome, flow, request, viewer(request));
    }

    private Response finish(
            Provider known, ProviderFlow flow, String code, Optional<String> issuer, OrganiserRequest open) {
        Viewer viewer = open.viewer();
        return switch (known.exchange(flow, code, issuer)) {
            case ProviderAnswer.Proven proven -> {
                ProviderOutcome outcome = byProvider.onceMore(
                        proven.proven(),
                        flow,
                        open.access().organiser(),
                        open.access().browserSession());
                yield answer(outcome, flow, open.request(), viewer);
            }
            case ProviderAnswer.Refused _ -> page(ProviderPage.What.REFUSED, flow, viewer);
            case ProviderAnswer.TooWeak _ -> page(ProviderPage.What.TOO_WEAK, flow, viewer);
            case ProviderAnswer.Unavailable _ -> page(ProviderPage.What.UNAVAILABLE, flow, viewer);
        };
    }

    private Response answer(ProviderOutcome outcome, ProviderFlow flow, Request request, Viewer viewer) {
        return switch (outcome) {
            case ProviderOutcome.SignedIn signedIn ->
                cookies.signedIn(
                        signedIn.token(),
                        Response.seeOther(flow.next()
                                .flatMap(OrganiserUrls::next)
                                .orElseGet(OrganiserGate.links(request)::overview)));
            case ProviderOutcome.NotConnected _ -> refused(ProviderPage.What.NOT_CONNECTED, flow, viewer);
            case ProviderOutcome.OtherPerson _ -> refused(ProviderPage.What.OTHER_PERSON, flow, viewer);
            case ProviderOutcome.NotFresh _ -> refused(ProviderPage.What.NOT_FRESH, flow, viewer);
        };
    }

    /** Answers somebody whom the provider let in and the desk does not, which the log says. */
    private Response refused(ProviderPage.What what, ProviderFlow flow, Viewer viewer) {
        ProviderLog.refused(what.name());
        return page(what, flow, viewer);
    }

    /** Returns the flow that this browser has begun, if it is the one with this state and may still be finished. */
    private Optional<ProviderFlow> flow(Request request, Optional<String> state) {
        return cookies.flow(request)
                .filter(flow -> state.filter(flow::isOf).isPresent())
                .filter(byProvider::isLive);
    }

    private static Optional<String> code(Optional<String> sent) {
        return sent.filter(code -> !code.isBlank() && code.length() <= MAX_CODE);
    }

    private static String issuer(Request request) {
        return request.query("iss").orElse("");
    }

    /** Answers a browser that came back without a code, or without having begun here; it can begin anew. */
    private Response refused(Request request) {
        Viewer viewer = viewer(request);
        Optional<ProviderFlow> flow = cookies.flow(request);
        return flow.isPresent()
                ? page(ProviderPage.What.REFUSED, flow.get(), viewer)
                : page(
                        ProviderPage.What.REFUSED,
                        viewer.links().provider(Optional.empty(), false),
                        Optional.empty(),
                        viewer);
    }

    private Response page(ProviderPage.What what, ProviderFlow flow, Request request) {
        return page(what, flow, viewer(request));
    }

    /** Returns a page that leads to the same way once more. */
    private Response page(ProviderPage.What what, ProviderFlow flow, Viewer viewer) {
        Optional<String> next = flow.next().flatMap(OrganiserUrls::next);
        OrganiserUrls links = viewer.links();
        return page(
                what,
                flow.isStepUp() ? links.providerOnceMore(next) : links.provider(next, flow.stays()),
                next,
                viewer);
    }

    private Response page(ProviderPage.What what, String go, Optional<String> next, Viewer viewer) {
        return gate.page(what.status(), new ProviderPage(what, go, next, ways, viewer));
    }

    private static Response toSignIn(Request request) {
        return Response.seeOther(OrganiserGate.links(request).signIn());
    }

    private Viewer viewer(Request request) {
        return gate.viewer(request, Optional.empty());
    }
}
