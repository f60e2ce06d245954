package nl.samenkomst.local.tests.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;

/** A browser with which somebody signs in at a {@link Gathering}; keeps cookies as browsers do. */
public final class SignInBrowser {

    public static final String ASKING = "__Host-samenkomst-sign-in";
    public static final String SESSION = "__Host-samenkomst";

    private final Gathering gathering;
    private final OrganiserBrowser browser;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public SignInBrowser(Gathering gathering, Wiring wiring) {
        this.gathering = gathering;
        this.browser = OrganiserBrowser.signedOut(gathering).through(wiring);
    }

    /** Sends this header with every request from now on; empty to leave it out. */
    public SignInBrowser with(String lowerCaseName, Optional<String> value) {
        browser.with(lowerCaseName, value);
        return this;
    }

    public Answer open(String path) {
        return request("GET", path, "");
    }

    public Answer send(String path, String form) {
        return request("POST", path, form);
    }

    public Answer request(String method, String path, String form) {
        browser.withCookies(cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .toArray(String[]::new));
        Answer answer = browser.request(method, path, form);
        keep(answer);
        return answer;
    }

    /** Keeps the cookies that a response sets. */
    public void keep(Answer answer) {
        for (String cookie : answer.cookies()) {
            String name = cookie.substring(0, cookie.indexOf('='));
            String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
            if (cookie.contains("; Max-Age=0;")) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
    }

    /** Returns a cookie's value; empty if the browser has none. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Puts back a cookie, as if the response that changed it had not arrived. */
    public SignInBrowser withCookie(String name, Optional<String> value) {
        value.ifPresentOrElse(kept -> cookies.put(name, kept), () -> cookies.remove(name));
        return this;
    }

    public Answer ask(String address) {
        return send("/organise/sign-in", "email=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    public Answer giveCode(String code) {
        return send("/organise/sign-in/code", "code=" + code);
    }

    public Answer giveFactor(String code) {
        return send("/organise/sign-in/factor", "code=" + code);
    }

    /** Returns the code that an authenticator app shows now. */
    public String app(TotpSecret secret) {
        return secret.code(TotpSecret.stepOf(gathering.clock.instant()));
    }

    /** Signs in for the first time, with a letter that comes at once, and enrols an app, whose secret is returned. */
    public TotpSecret signInAndEnrol(String address, SignInMail mail) {
        ask(address);
        mail.deliver();
        giveCode(mail.code());
        TotpSecret secret = enrolment(open("/organise/sign-in/factor"));
        giveFactor(app(secret));
        return secret;
    }

    /** Returns the secret that a page shows. */
    public static TotpSecret enrolment(Answer page) {
        return new TotpSecret(page.page().select("dd.address").text().replace(" ", ""));
    }

    /** Returns whether somebody is signed in. */
    public boolean isSignedIn() {
        return open("/organise/me").status() == 200;
    }
}
