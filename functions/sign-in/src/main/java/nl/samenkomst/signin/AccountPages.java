package nl.samenkomst.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.ConcurrentReads;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.access.Access;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.factor.RecoveryCode;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.domain.signin.OwnAccount;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.AccountPage;
import nl.samenkomst.organiserpages.ConfirmFactorPage;
import nl.samenkomst.organiserpages.FactorPage;
import nl.samenkomst.organiserpages.RecoveryCodesPage;
import nl.samenkomst.organiserpages.SignInDone;
import nl.samenkomst.organiserpages.SignInTexts;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.urls.OrganiserUrls;

/** The organiser's own account: name, browser sessions and second factor. */
final class AccountPages {

    private static final int MAX_NAME_LENGTH = 200; // code points

    private final OwnAccount account;
    private final SignInWays ways;
    private final boolean asksSecondFactor;
    private final OrganiserGate gate;
    private final Responses answers;

    AccountPages(Wiring wiring) {
        this.account = wiring.signIn().ownAccount();
        this.ways = wiring.signIn().ways();
        this.asksSecondFactor = wiring.signIn().asksSecondFactor();
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
    }

    Response show(OrganiserRequest open) {
        Optional<SignInDone> done = open.request().query(OrganiserUrls.DONE).flatMap(SignInDone::of);
        return show(200, open, open.access().organiser().name(), Map.of(), done);
    }

    private Response show(
            int status, OrganiserRequest open, String name, Map<String, String> mistakes, Optional<SignInDone> done) {
        Access.Granted access = open.access();
        try (ConcurrentReads reads = new ConcurrentReads()) {
            Supplier<Optional<SecondFactor>> factor =
                    asksSecondFactor ? reads.start(() -> account.factor(access.organiser())) : Optional::empty;
            List<BrowserSession> others = account.browserSessions(access.organiser()).stream()
                    .filter(one -> !one.token().equals(access.browserSession().token()))
                    .toList();
            return gate.page(
                    status,
                    new AccountPage(
                            access.organiser(),
                            name,
                            factor.get(),
                            access.browserSession(),
                            others,
                            ways,
                            mistakes,
                            done,
                            open.viewer()));
        }
    }

    Response rename(OrganiserRequest open) {
        return answers.withForm(open.request(), Body.MAX_REASON, fields -> {
            String typed = fields.getOrDefault("name", "");
            String name = SingleLine.isFarTooLong(typed, MAX_NAME_LENGTH) ? typed : SingleLine.tidy(typed);
            if (name.isEmpty()) {
                return show(400, open, typed, mistake(open, "name", "name.missing"), Optional.empty());
            }
            if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH || !SingleLine.isClean(name)) {
                Map<String, String> mistakes = mistake(open, "name", "name.invalid", "max", MAX_NAME_LENGTH);
                return show(400, open, typed, mistakes, Optional.empty());
            }
            account.rename(open.access().organiser(), name);
            return back(open, SignInDone.NAME);
        });
    }

    Response endSessions(OrganiserRequest open) {
        return answers.withForm(open.request(), Body.MAX_BUTTON, fields -> {
            if (fields.containsKey("others")) {
                account.endOthers(open.access());
            } else {
                account.end(open.access().organiser(), fields.getOrDefault("session", ""));
            }
            return back(open, SignInDone.SESSIONS);
        });
    }

    Response recoveryCodes(OrganiserRequest open) {
        return fresh(
                open,
                "recovery-codes",
                () -> gate.page(200, new ConfirmFactorPage(ConfirmFactorPage.What.RECOVERY_CODES, open.viewer())));
    }

    Response renewRecoveryCodes(OrganiserRequest open) {
        return fresh(open, "recovery-codes", () -> {
            List<RecoveryCode> codes = account.renewRecoveryCodes(open.access().organiser());
            return codes.isEmpty() ? Response.seeOther(open.viewer().links().me()) : show(open, codes);
        });
    }

    Response newApp(OrganiserRequest open) {
        return fresh(
                open,
                "factor",
                () -> account.newApp(open.access().organiser())
                        .map(secret -> newApp(200, open, secret, Map.of()))
                        .orElseGet(() ->
                                gate.page(200, new ConfirmFactorPage(ConfirmFactorPage.What.NEW_APP, open.viewer()))));
    }

    /** Begins to enrol if the form has no code, and else takes the first code of the new app. */
    Response enrolNewApp(OrganiserRequest open) {
        return fresh(
                open,
                "factor",
                () -> answers.withButton(open.request(), fields -> {
                    Optional<String> typed = Optional.ofNullable(fields.get("code"));
                    if (typed.isEmpty()) {
                        account.beginEnrolment(open.access().organiser());
                        return Response.seeOther(open.viewer().links().me("factor"));
                    }
                    List<RecoveryCode> codes = account.enrol(open.access(), typed.get());
                    if (!codes.isEmpty()) {
                        return show(open, codes);
                    }
                    String why = typed.get().isBlank() ? "factor.missing" : "factor.wrong";
                    return account.newApp(open.access().organiser())
                            .map(secret -> newApp(400, open, secret, mistake(open, "code", why)))
                            .orElseGet(() ->
                                    Response.seeOther(open.viewer().links().me("factor")));
                }));
    }

    private Response newApp(int status, OrganiserRequest open, TotpSecret secret, Map<String, String> mistakes) {
        return gate.page(
                status,
                new FactorPage(
                        open.access().organiser().email().value(),
                        Optional.of(secret),
                        FactorPage.Why.NEW_APP,
                        open.viewer().links().me("factor"),
                        Optional.empty(),
                        mistakes,
                        open.viewer()));
    }

    private Response show(OrganiserRequest open, List<RecoveryCode> codes) {
        Optional<String> next = Optional.of(open.viewer().links().me());
        return gate.page(200, new RecoveryCodesPage(codes, next, open.viewer()));
    }

    /** Returns the response if the second factor was given a short while ago, and else leads to the page to give it. */
    private Response fresh(OrganiserRequest open, String part, Supplier<Response> response) {
        OrganiserUrls links = open.viewer().links();
        if (!asksSecondFactor || open.access().organiser().factorSince().isEmpty()) {
            return Response.seeOther(links.me());
        }
        return open.access().browserSession().isFresh(open.viewer().now())
                ? response.get()
                : Response.seeOther(links.factor(links.me(part)));
    }

    private static Response back(OrganiserRequest open, SignInDone done) {
        OrganiserUrls links = open.viewer().links();
        return Response.seeOther(links.done(links.me(), done.word()));
    }

    private static Map<String, String> mistake(
            OrganiserRequest open, String field, String why, Object... namesAndValues) {
        return Map.of(field, SignInTexts.TEXTS.text(open.viewer().language(), why, namesAndValues));
    }
}
