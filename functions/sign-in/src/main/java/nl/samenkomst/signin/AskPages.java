package nl.samenkomst.signin;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.EvenTime;
import nl.samenkomst.domain.access.BrowserWords;
import nl.samenkomst.domain.access.Network;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.signin.AskSignIn;
import nl.samenkomst.domain.signin.MailCode;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.OwnAccount;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.ProveMailbox;
import nl.samenkomst.domain.signin.SeenSignIn;
import nl.samenkomst.domain.signin.SignInOutcome;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.MailCodePage;
import nl.samenkomst.organiserpages.MailLinkPage;
import nl.samenkomst.organiserpages.SignInDone;
import nl.samenkomst.organiserpages.SignInPage;
import nl.samenkomst.organiserpages.SignInPage.SignInForm;
import nl.samenkomst.organiserpages.SignInTexts;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.urls.OrganiserUrls;

/** The first step of signing in: ask for a letter, and give its code or its link; and the way out. */
final class AskPages {

    private final AskSignIn ask;
    private final ProveMailbox prove;
    private final OwnAccount account;
    private final OrganiserGate gate;
    private final Responses answers;
    private final SignInCookies cookies;
    private final EvenTime evenTime;
    private final SignInWays ways;

    AskPages(Wiring wiring) {
        this.ask = wiring.signIn().askSignIn();
        this.prove = wiring.signIn().proveMailbox();
        this.account = wiring.signIn().ownAccount();
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.cookies = new SignInCookies(wiring.baseUrl());
        this.evenTime = wiring.evenTime();
        this.ways = wiring.signIn().ways();
    }

    Response form(Request request) {
        SignInForm empty =
                new SignInForm("", false, request.query(OrganiserUrls.NEXT).flatMap(OrganiserUrls::next));
        return gate.page(200, new SignInPage(empty, ways, Map.of(), done(request), viewer(request)));
    }

    Response ask(Request request) {
        return answers.withForm(request, Body.MAX_REASON, fields -> {
            SignInForm form = typed(fields);
            Optional<EmailAddress> address = EmailAddress.parse(form.email());
            if (address.isEmpty()) {
                Viewer viewer = viewer(request);
                Map<String, String> mistakes =
                        Map.of("email", SignInTexts.TEXTS.text(viewer.language(), "email.invalid"));
                return gate.page(400, new SignInPage(form, ways, mistakes, Optional.empty(), viewer));
            }
            SignInQuestion question = new SignInQuestion(
                    address.get(),
                    form.next(),
                    form.stays(),
                    Responses.language(request),
                    BrowserWords.of(request.userAgent()));
            SignInToken token =
                    evenTime.of(() -> ask.ask(cookies.asking(request), question, Network.of(request.sourceIp())));
            return cookies.asking(token, Response.seeOther(links(request).code()));
        });
    }

    Response code(Request request) {
        SeenSignIn seen = prove.look(cookies.asking(request));
        if (seen.pending().isEmpty()) {
            return Response.seeOther(links(request).signIn());
        }
        PendingSignIn pending = seen.pending().get();
        if (pending.proof().isPresent()) {
            boolean isSignedIn = pending.proof().flatMap(MailboxProof::begun).isPresent();
            return Response.seeOther(
                    isSignedIn
                            ? onwards(request, pending.question().next())
                            : links(request).factor());
        }
        Viewer viewer = viewer(request);
        SignInForm form = new SignInForm(
                pending.question().email().value(),
                pending.question().stays(),
                pending.question().next());
        return gate.page(
                200,
                new MailCodePage(
                        form,
                        seen.isMailFailing(viewer.now()),
                        ways.issuer().isPresent(),
                        Map.of(),
                        done(request),
                        viewer));
    }

    Response giveCode(Request request) {
        return answers.withForm(request, Body.MAX_REASON, fields -> {
            String typed = fields.getOrDefault("code", "");
            if (typed.isBlank()) {
                return codeAgain(request, fields, "code.missing");
            }
            Optional<MailCode> code = MailCode.parse(typed);
            if (code.isEmpty()) {
                return codeAgain(request, fields, "code.form");
            }
            SignInOutcome outcome =
                    evenTime.of(() -> prove.byCode(cookies.asking(request), cookies.session(request), code.get()));
            return proven(request, outcome).orElseGet(() -> codeAgain(request, fields, "code.wrong"));
        });
    }

    /** Returns the page made of what the form brought only, so that it is the same whatever the desk knows. */
    private Response codeAgain(Request request, Map<String, String> fields, String why) {
        Viewer viewer = viewer(request);
        Map<String, String> mistakes = Map.of("code", SignInTexts.TEXTS.text(viewer.language(), why));
        return gate.page(
                400,
                new MailCodePage(typed(fields), false, ways.issuer().isPresent(), mistakes, Optional.empty(), viewer));
    }

    Response link(Request request) {
        Optional<SignInToken> link = SignInToken.parse(request.path("token"));
        boolean isGood = link.isPresent() && prove.isGood(cookies.asking(request), link.get());
        return link(200, request, link, isGood);
    }

    Response giveLink(Request request) {
        Optional<SignInToken> link = SignInToken.parse(request.path("token"));
        return link.map(token -> prove.byLink(cookies.asking(request), cookies.session(request), token))
                .flatMap(outcome -> proven(request, outcome))
                .orElseGet(() -> link(400, request, link, false));
    }

    private Response link(int status, Request request, Optional<SignInToken> link, boolean isGood) {
        String action = link.map(links(request)::link).orElse("");
        return gate.page(status, new MailLinkPage(isGood, action, viewer(request)));
    }

    /** Returns where a proven mailbox leads to; empty if nothing was proven. */
    private Optional<Response> proven(Request request, SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn signedIn ->
                Optional.of(cookies.signedIn(signedIn, Response.seeOther(onwards(request, signedIn.next()))));
            case SignInOutcome.FactorNext _, SignInOutcome.AccountNext _ -> {
                Response next = Response.seeOther(links(request).factor());
                yield Optional.of(cookies.asking(request)
                        .map(token -> cookies.asking(token, next))
                        .orElse(next));
            }
            case SignInOutcome.Refused _, SignInOutcome.StartAgain _ -> Optional.empty();
        };
    }

    /** Signs out, also somebody who is not signed in any more. */
    Response signOut(Request request) {
        Optional<SessionToken> token = cookies.session(request);
        token.ifPresent(account::signOut);
        OrganiserUrls links = links(request);
        return cookies.signedOut(Response.seeOther(links.done(links.signIn(), SignInDone.SIGNED_OUT.word())));
    }

    private static SignInForm typed(Map<String, String> fields) {
        return new SignInForm(
                fields.getOrDefault("email", ""),
                fields.containsKey("stay"),
                Optional.ofNullable(fields.get(OrganiserUrls.NEXT)).flatMap(OrganiserUrls::next));
    }

    private static String onwards(Request request, Optional<String> next) {
        return next.orElseGet(() -> links(request).overview());
    }

    private static OrganiserUrls links(Request request) {
        return OrganiserGate.links(request);
    }

    private static Optional<SignInDone> done(Request request) {
        return request.query(OrganiserUrls.DONE).flatMap(SignInDone::of);
    }

    private Viewer viewer(Request request) {
        return gate.viewer(request, Optional.empty());
    }
}
