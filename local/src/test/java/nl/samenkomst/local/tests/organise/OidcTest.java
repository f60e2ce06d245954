package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.SecretsOnLoopback;
import nl.samenkomst.local.tests.kit.SignInBrowser;
import nl.samenkomst.local.tests.kit.SignInMail;
import nl.samenkomst.sendsignin.SendSignInHandler;
import nl.samenkomst.signin.SignInHandler;
import nl.samenkomst.signin.oidc.SigningProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signs in with the account of the organisation, from the invitation on. */
class OidcTest {

    private static final String NOOR = "noor@example.org";
    private static final String KARIM = "karim@example.org";
    private static final String START = "/organise/sign-in/oidc";

    private final Gathering gathering = new Gathering();
    private final SignInMail mail = new SignInMail(gathering);
    private final SecretsOnLoopback secrets = new SecretsOnLoopback(SigningProvider.SECRET);
    private final SigningProvider provider;
    private final Wiring wiring;
    private final SignInBrowser browser;

    OidcTest() throws IOException {
        provider = SigningProvider.start(gathering.clock);
        wiring = wiring("nobody");
        browser = new SignInBrowser(gathering, wiring);
    }

    private Wiring wiring(String mailSignIn) {
        return wiring(mailSignIn, "none");
    }

    private Wiring wiring(String mailSignIn, String acrValues) {
        Map<String, String> settings = new HashMap<>(gathering.settings());
        settings.put("OIDC_ISSUER", provider.issuer());
        settings.put("OIDC_CLIENT_ID", SigningProvider.CLIENT_ID);
        settings.put("OIDC_SECRET_NAME", "/samenkomst/oidc");
        settings.put("OIDC_ACR_VALUES", acrValues);
        settings.put("MAIL_SIGN_IN", mailSignIn);
        return new Wiring(
                        new Settings(settings),
                        gathering.clock,
                        new SecureRandom(),
                        pause -> {},
                        FreshTable::overHttp,
                        mail.ses())
                .readingSecrets(secrets::read);
    }

    @AfterEach
    void close() {
        provider.close();
        secrets.close();
        mail.close();
    }

    private void deliver() {
        mail.deliver(new SendSignInHandler(wiring));
    }

    /** Follows the link to the provider, is let in there, and presses the button on the way back. */
    private Answer letIn(SignInBrowser by, String start) {
        Answer back = back(by, start);
        assertThat(back.status()).isEqualTo(200);
        return press(by, back);
    }

    private Answer back(SignInBrowser by, String start) {
        by.with("sec-fetch-site", Optional.of("cross-site"));
        Answer back = by.open("/organise/sign-in/oidc/callback?"
                + provider.letIn(by.open(start).location()));
        by.with("sec-fetch-site", Optional.of("same-origin"));
        return back;
    }

    private static Answer press(SignInBrowser by, Answer back) {
        StringBuilder form = new StringBuilder();
        back.page()
                .select("main form input")
                .forEach(field -> form.append(form.isEmpty() ? "" : "&")
                        .append(field.attr("name"))
                        .append('=')
                        .append(URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8)));
        return by.send(back.page().select("main form").attr("action"), form.toString());
    }

    private Organiser find(String address) {
        return gathering.organisers().all().stream()
                .filter(one -> one.email().value().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private List<String> history() {
        return gathering.organisers().history(20, gathering.clock.instant()).stream()
                .map(DeskEntry::what)
                .toList();
    }

    /** Proves the mailbox and connects the account in one browser. */
    private void connect(SignInBrowser by, String address) {
        by.ask(address);
        deliver();
        by.giveCode(mail.code());
        assertThat(letIn(by, START).status()).isEqualTo(303);
    }

    @Test
    void theFirstOrganiserConnectsAnAccountAfterAMailAndSignsInWithItFromThenOn() {
        browser.send("/organise/sign-in", "email=noor%40example.org&next=%2Forganise%2Fcolleagues");
        deliver();
        Answer proven = browser.giveCode(mail.code());
        assertThat(proven.location()).isEqualTo("/organise/sign-in/factor");
        Answer connect = browser.open(proven.location());
        assertThat(connect.page().select("h1").text()).isEqualTo("Koppel je account");
        assertThat(browser.isSignedIn()).isFalse();
        List<?> before = gathering.items();

        Answer back = back(browser, connect.page().select("main a.button").attr("href"));
        assertThat(gathering.items()).as("a GET writes nothing").isEqualTo(before);
        Answer pressed = press(browser, back);

        assertThat(pressed.location()).isEqualTo("/organise/colleagues");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(find(NOOR).identity()).contains(new Identity(provider.issuer(), "f:1:noor"));
        assertThat(history()).containsExactlyInAnyOrder("colleague-invited", "account-connected", "signed-in");

        SignInBrowser other = new SignInBrowser(gathering, wiring);
        Answer again = letIn(other, START + "?next=%2Forganise%2Fsessions%3Fq%3Da&stay=yes");
        assertThat(again.location()).isEqualTo("/organise/sessions?q=a");
        assertThat(other.isSignedIn()).isTrue();
        assertThat(gathering.organisers().browserSessions(find(NOOR).id()))
                .anySatisfy(session -> assertThat(session.stays()).isTrue());
    }

    /** The provider says that everybody's address is that of the administrator. */
    @Test
    void whatTheProviderSaysOfAnAddressLetsNobodyIn() {
        connect(browser, NOOR);
        SignInBrowser stranger = new SignInBrowser(gathering, wiring);
        provider.as("f:1:stranger").claimingAddress(NOOR);

        Answer refused = letIn(stranger, START);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page().select("h1").text()).isEqualTo("Dit account is hier niet bekend");
        assertThat(stranger.isSignedIn()).isFalse();
    }

    @Test
    void aMailSignsInNobodyWhereTheProviderShouldAndWhoIsConnectedGetsNone() {
        browser.ask(NOOR);
        deliver();
        browser.giveCode(mail.code());
        browser.giveFactor("123456");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(letIn(browser, START).status()).isEqualTo(303);
        assertThat(browser.isSignedIn()).isTrue();

        int letters = mail.letters().size();
        SignInBrowser later = new SignInBrowser(gathering, wiring);
        gathering.clock.advance(Duration.ofMinutes(11));
        assertThat(later.ask(NOOR).location()).isEqualTo("/organise/sign-in/code");
        deliver();
        assertThat(mail.letters()).hasSize(letters);
    }

    /** Whoever reads the mail of somebody with an app gets no further without it. */
    @Test
    void whoEnrolledAnAppBeforeGivesItsCodeBeforeAnAccountIsConnected() {
        TotpSecret app = new SignInBrowser(gathering, mail.wiring()).signInAndEnrol(NOOR, mail);
        gathering.clock.advance(Duration.ofMinutes(11));
        browser.ask(NOOR);
        deliver();
        browser.giveCode(mail.code());
        assertThat(letIn(browser, START).status()).isEqualTo(403);
        assertThat(find(NOOR).identity()).isEmpty();

        browser.giveFactor(browser.app(app));
        String connect = browser.open("/organise/me").page().select("main dl a").attr("href");
        assertThat(letIn(browser, connect).location()).isEqualTo("/organise/me");
        assertThat(find(NOOR).identity()).contains(new Identity(provider.issuer(), "f:1:noor"));
        assertThat(browser.open("/organise/me").page().select("main dl a")).isEmpty();
    }

    @Test
    void administratorsSignInByMailTooIfTheDeskSaysSo() {
        SignInBrowser administrator = new SignInBrowser(gathering, wiring("administrators"));
        administrator.ask(NOOR);
        deliver();
        administrator.giveCode(mail.code());
        Answer page = administrator.open("/organise/sign-in/factor");
        assertThat(page.page().select("main a.button").attr("href")).isEqualTo(START);
        administrator.giveFactor(administrator.app(SignInBrowser.enrolment(page)));

        assertThat(administrator.isSignedIn()).isTrue();
    }

    @Test
    void anActThatNeedsAFreshProofLeadsToTheProviderAndBackWithANewToken() {
        connect(browser, NOOR);
        Optional<String> before = browser.cookie(SignInBrowser.SESSION);
        Answer asked = browser.open("/organise/colleagues/new");
        assertThat(asked.location()).startsWith("/organise/sign-in/factor?next=");
        String start =
                browser.open(asked.location()).page().select("main a.button").attr("href");
        assertThat(start).isEqualTo(START + "?again=yes&next=%2Forganise%2Fcolleagues%2Fnew");

        // Somebody at an unattended screen, whom the provider lets in by what was proved long ago.
        provider.authenticatedAt(gathering.clock.instant().minus(Duration.ofHours(2)));
        assertThat(letIn(browser, start).status()).isEqualTo(403);
        assertThat(browser.open("/organise/colleagues/new").status()).isEqualTo(303);
        provider.authenticatedAt(gathering.clock.instant()).as("f:1:els");
        assertThat(letIn(browser, start).status()).isEqualTo(403);

        Answer stepped = letIn(browser, freshAs("f:1:noor", start));
        assertThat(stepped.location()).isEqualTo("/organise/colleagues/new");
        assertThat(browser.cookie(SignInBrowser.SESSION)).isPresent().isNotEqualTo(before);
        assertThat(browser.open("/organise/colleagues/new").status()).isEqualTo(200);
        // The code of an app does no longer do.
        gathering.clock.advance(Duration.ofMinutes(16));
        assertThat(browser.giveFactor("123456").page().select("main a.button").attr("href"))
                .startsWith(START + "?again=yes");
    }

    private String freshAs(String subject, String start) {
        provider.authenticatedAt(gathering.clock.instant()).as(subject);
        return start;
    }

    /** Nobody learns from the answer whether the account is known here. */
    @Test
    void whoeverSignedInWithoutTheRequiredStrengthIsToldSoAndNothingElse() {
        Wiring strict = wiring("nobody", "2 hoog");
        SignInBrowser noor = new SignInBrowser(gathering, strict);
        noor.ask(NOOR);
        deliver();
        noor.giveCode(mail.code());
        List<?> before = gathering.items();

        Answer untold = letIn(noor, START);
        provider.authenticatedAs("1");
        Answer weak = letIn(noor, START);
        assertThat(weak.status()).isEqualTo(403);
        assertThat(weak.page().select("h1").text()).isEqualTo("Log in met een tweede stap");
        assertThat(weak.page().select("main a.button").attr("href")).isEqualTo(START);
        assertThat(untold.page().text()).isEqualTo(weak.page().text());
        assertThat(gathering.items()).isEqualTo(before);
        assertThat(noor.isSignedIn()).isFalse();

        provider.authenticatedAs("hoog");
        assertThat(letIn(noor, START).status()).isEqualTo(303);
        assertThat(find(NOOR).identity()).isPresent();
        provider.authenticatedAs("1");
        Answer known = letIn(new SignInBrowser(gathering, strict), START);
        provider.as("f:1:stranger");
        Answer stranger = letIn(new SignInBrowser(gathering, strict), START);
        assertThat(known.page().text())
                .isEqualTo(stranger.page().text())
                .isEqualTo(weak.page().text());
    }

    /** The session began with a second factor; the account's password alone does not make it fresh. */
    @Test
    void aFreshProofNeedsTheRequiredStrengthToo() {
        SignInBrowser strict = new SignInBrowser(gathering, wiring("nobody", "2"));
        provider.authenticatedAs("2");
        connect(strict, NOOR);
        Optional<String> before = strict.cookie(SignInBrowser.SESSION);
        String start = START + "?again=yes&next=%2Forganise%2Fcolleagues%2Fnew";

        provider.authenticatedAs("1");
        Answer weak = letIn(strict, freshAs("f:1:noor", start));
        assertThat(weak.status()).isEqualTo(403);
        assertThat(weak.page().select("h1").text()).isEqualTo("Log in met een tweede stap");
        assertThat(weak.page().select("main a.button").attr("href")).isEqualTo(start);
        assertThat(strict.cookie(SignInBrowser.SESSION)).isEqualTo(before);
        assertThat(strict.open("/organise/colleagues/new").status()).isEqualTo(303);

        provider.authenticatedAs("2");
        assertThat(letIn(strict, freshAs("f:1:noor", start)).location()).isEqualTo("/organise/colleagues/new");
        assertThat(strict.open("/organise/colleagues/new").status()).isEqualTo(200);
    }

    @Test
    void aCodeSignsInOnceAndOnlyInTheBrowserThatBegan() {
        connect(browser, NOOR);
        SignInBrowser other = new SignInBrowser(gathering, wiring);
        Answer back = back(other, START);
        Optional<String> flow = other.cookie("__Host-samenkomst-oidc");

        SignInBrowser thief = new SignInBrowser(gathering, wiring);
        thief.open(START);
        assertThat(press(thief, back).status()).isEqualTo(400);
        assertThat(press(other, back).status()).isEqualTo(303);
        SignInBrowser replaying = new SignInBrowser(gathering, wiring).withCookie("__Host-samenkomst-oidc", flow);
        assertThat(press(replaying, back).status()).isEqualTo(400);
        assertThat(replaying.isSignedIn()).isFalse();
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void nobodyConnectsAColleaguesAccountAndAResetLetsAnotherOneBeConnected() {
        connect(browser, NOOR);
        OrganiserBrowser.of(gathering, "Karim", Role.ORGANISER, new Scope.All());
        gathering
                .organisers()
                .change(
                        find(KARIM).reset(),
                        new DeskEntry(
                                gathering.clock.instant(),
                                find(NOOR).actor(),
                                DeskAction.SECOND_FACTOR_RESET,
                                Optional.of(find(KARIM).id())));
        SignInBrowser karims = new SignInBrowser(gathering, wiring);
        karims.ask(KARIM);
        deliver();
        karims.giveCode(mail.code());

        Answer taken = letIn(karims, START);
        assertThat(taken.status()).isEqualTo(403);
        assertThat(taken.page().select("h1").text()).isEqualTo("Dit is een ander account");
        provider.as("f:1:karim");
        assertThat(letIn(karims, START).status()).isEqualTo(303);
        assertThat(find(KARIM).identity()).contains(new Identity(provider.issuer(), "f:1:karim"));

        OrganiserBrowser ida = OrganiserBrowser.of(gathering, "Ida", Role.ADMINISTRATOR, new Scope.All());
        ida.send("/organise/colleagues/" + find(KARIM).id() + "/factor-reset", "");
        assertThat(find(KARIM).identity()).isEmpty();
        assertThat(karims.isSignedIn()).isFalse();
        assertThat(letIn(karims, START).status()).isEqualTo(403);
    }

    @Test
    void aProviderThatIsDownLosesNothing() {
        connect(browser, NOOR);
        Answer back = back(browser, START);
        provider.answering(503);
        assertThat(press(browser, back).status()).isEqualTo(503);
        assertThat(browser.isSignedIn()).isTrue();

        provider.answering(200);
        assertThat(letIn(browser, START).status()).isEqualTo(303);
    }

    /** A snapshot would keep the secret, and all instances that start from it would ask the provider nothing anew. */
    @Test
    void nothingOfTheProviderIsReadBeforeTheSnapshot() {
        gathering.enableStream();
        Wiring priming = wiring.priming();

        assertThat(new SignInHandler(priming)).isNotNull();
        assertThat(provider.requests()).isEmpty();
        assertThatThrownBy(() -> priming.signIn().secret("/samenkomst/oidc"))
                .hasMessage("a secret is read before the snapshot");
    }
}
