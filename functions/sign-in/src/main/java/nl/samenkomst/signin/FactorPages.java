package nl.samenkomst.signin;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.oidc.SignInByProvider;
import nl.samenkomst.domain.signin.GiveFactor;
import nl.samenkomst.domain.signin.SignInOutcome;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.FactorPage;
import nl.samenkomst.organiserpages.ProviderPage;
import nl.samenkomst.organiserpages.RecoveryCodesPage;
import nl.samenkomst.organiserpages.SignInDone;
import nl.samenkomst.organiserpages.SignInTexts;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.urls.OrganiserUrls;

/** The second step of signing in, and the same once more for an act that needs a fresh second factor. */
final class FactorPages {

    private final GiveFactor giveFactor;
    private final SignInByProvider byProvider;
    private final SignInWays ways;
    private final boolean asksSecondFactor;
    private final OrganiserGate gate;
    private final Responses answers;
    private final SignInCookies cookies;

    FactorPages(Wiring wiring) {
        this.giveFactor = wiring.signIn().giveFactor();
        this.byProvider = wiring.signIn().signInByProvider();
        this.ways = wiring.signIn().ways();
        this.asksSecondFactor = wiring.signIn().asksSecondFactor();
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.cookies = new SignInCookies(wiring.baseUrl());
    }

    Response form(Request request) {
        return giveFactor
                .look(cookies.asking(request))
                .map(page -> atSignIn(200, request, page, Map.of()))
                .or(() -> connect(request))
                .orElseGet(() -> gate.open(request, Permission.USE_DESK, this::formOnceMore));
    }

    /** Returns the page that leads on to the provider, for somebody who has yet to connect an account there. */
    private Optional<Response> connect(Request request) {
        if (ways.issuer().isEmpty()) {
            return Optional.empty();
        }
        Viewer viewer = viewer(request);
        return byProvider.connecting(cookies.asking(request)).map(asked -> {
            String go = viewer.links().provider(asked.next(), asked.stays());
            return provider(ProviderPage.What.CONNECT, go, asked.next(), viewer);
        });
    }

    /** Returns the page that leads on to the provider, for somebody who is signed in with an account there. */
    private Response stepUp(OrganiserRequest open) {
        Optional<String> next = next(open.request());
        return provider(ProviderPage.What.STEP_UP, open.viewer().links().providerOnceMore(next), next, open.viewer());
    }

    private Response provider(ProviderPage.What what, String go, Optional<String> next, Viewer viewer) {
        return gate.page(what.status(), new ProviderPage(what, go, next, ways, viewer));
    }

    private Response formOnceMore(OrganiserRequest open) {
        Request request = open.request();
        boolean isFresh = open.access().browserSession().isFresh(open.viewer().now());
        return isFresh || !asksSecondFactor
                ? Response.seeOther(onwards(request, next(request)))
                : onceMore(200, open, Map.of());
    }

    Response give(Request request) {
        return answers.withForm(request, Body.MAX_BUTTON, fields -> {
            String typed = fields.getOrDefault("code", "");
            Optional<GiveFactor.FactorPage> page = giveFactor.look(cookies.asking(request));
            if (typed.isBlank() && page.isPresent()) {
                return atSignIn(400, request, page.get(), mistake(request, "factor.missing"));
            }
            return switch (giveFactor.atSignIn(cookies.asking(request), cookies.session(request), typed)) {
                case SignInOutcome.SignedIn signedIn -> signedIn(request, signedIn, signedIn.next());
                case SignInOutcome.Refused _, SignInOutcome.FactorNext _, SignInOutcome.AccountNext _ ->
                    giveFactor
                            .look(cookies.asking(request))
                            .map(again -> atSignIn(400, request, again, mistake(request, "factor.wrong")))
                            .orElseGet(() -> startAgain(request));
                case SignInOutcome.StartAgain _ ->
                    cookies.session(request).isPresent()
                            ? gate.open(request, Permission.USE_DESK, open -> giveOnceMore(open, typed))
                            : startAgain(request);
            };
        });
    }

    private Response giveOnceMore(OrganiserRequest open, String typed) {
        Request request = open.request();
        if (!asksSecondFactor) {
            return Response.seeOther(onwards(request, next(request)));
        }
        if (!ways.takesAppOf(open.access().organiser())) {
            return stepUp(open);
        }
        if (typed.isBlank()) {
            return onceMore(400, open, mistake(request, "factor.missing"));
        }
        SignInOutcome outcome =
                giveFactor.onceMore(open.access().organiser(), open.access().browserSession(), typed);
        return outcome instanceof SignInOutcome.SignedIn signedIn
                ? signedIn(request, signedIn, next(request))
                : onceMore(400, open, mistake(request, "factor.wrong"));
    }

    /** Shows recovery codes if there are any, since they are shown once only; else leads on. */
    private Response signedIn(Request request, SignInOutcome.SignedIn signedIn, Optional<String> next) {
        Response response = signedIn.recoveryCodes().isEmpty()
                ? Response.seeOther(onwards(request, next))
                : gate.page(200, new RecoveryCodesPage(signedIn.recoveryCodes(), next, viewer(request)));
        return cookies.signedIn(signedIn, response);
    }

    private Response startAgain(Request request) {
        OrganiserUrls links = OrganiserGate.links(request);
        return Response.seeOther(links.done(links.signIn(), SignInDone.START_AGAIN.word()));
    }

    private Response atSignIn(int status, Request request, GiveFactor.FactorPage page, Map<String, String> mistakes) {
        return gate.page(
                status,
                new FactorPage(
                        page.organiser().email().value(),
                        page.enrolment(),
                        FactorPage.Why.SIGN_IN,
                        OrganiserGate.links(request).factor(),
                        ways.connectsByMail(page.organiser())
                                ? Optional.of(OrganiserGate.links(request).provider(page.next(), false))
                                : Optional.empty(),
                        mistakes,
                        viewer(request)));
    }

    private Response onceMore(int status, OrganiserRequest open, Map<String, String> mistakes) {
        OrganiserUrls links = open.viewer().links();
        Organiser organiser = open.access().organiser();
        boolean hasApp = ways.takesAppOf(organiser) && organiser.factorSince().isPresent();
        if (ways.isConnected(organiser) && !hasApp) {
            return stepUp(open);
        }
        return gate.page(
                status,
                new FactorPage(
                        organiser.email().value(),
                        Optional.empty(),
                        FactorPage.Why.ONCE_MORE,
                        next(open.request()).map(links::factor).orElseGet(links::factor),
                        ways.isConnected(organiser)
                                ? Optional.of(links.providerOnceMore(next(open.request())))
                                : Optional.empty(),
                        mistakes,
                        open.viewer()));
    }

    private static Map<String, String> mistake(Request request, String why) {
        return Map.of("code", SignInTexts.TEXTS.text(Responses.language(request), why));
    }

    private static Optional<String> next(Request request) {
        return request.query(OrganiserUrls.NEXT).flatMap(OrganiserUrls::next);
    }

    private static String onwards(Request request, Optional<String> next) {
        return next.orElseGet(() -> OrganiserGate.links(request).overview());
    }

    private Viewer viewer(Request request) {
        return gate.viewer(request, Optional.empty());
    }
}
