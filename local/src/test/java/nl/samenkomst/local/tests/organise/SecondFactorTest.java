package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.SignInBrowser;
import nl.samenkomst.local.tests.kit.SignInMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gives the second factor, gives it once more, and changes it; and looks where somebody is signed in. */
class SecondFactorTest {

    private static final String NOOR = "noor@example.org";

    private final Gathering gathering = new Gathering();
    private final SignInMail mail = new SignInMail(gathering);
    private final SignInBrowser browser = new SignInBrowser(gathering, mail.wiring());

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        proveMailbox(browser);
        TotpSecret secret = SignInBrowser.enrolment(browser.open("/organise/sign-in/factor"));
        String code = browser.giveFactor(browser.app(secret))
                .page()
                .select(".codes li")
                .getFirst()
                .text();
        SignInBrowser other = other();

        assertThat(other.giveFactor(code.replace(" ", "+")).location()).isEqualTo("/organise");
        assertThat(other.open("/organise/me").body()).contains("Je hebt nog 9 herstelcodes.");
        assertThat(history()).contains("recovery-code-used");
        assertThat(other().giveFactor(code.replace(" ", "+")).status()).isEqualTo(400);
    }

    @Test
    void fiveWrongCodesEndTheWayIn() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        SignInBrowser other = other();
        for (int i = 0; i < 4; i++) {
            Answer wrong = other.giveFactor("no");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.page().select("[aria-invalid]")).hasSize(1);
        }
        assertThat(other.giveFactor("no").location()).isEqualTo("/organise/sign-in?done=start-again");
        assertThat(other.giveFactor(other.app(secret)).location()).isEqualTo("/organise/sign-in?done=start-again");
        assertThat(history()).contains("sign-in-refused");
        assertThat(browser.isSignedIn()).as("elsewhere").isTrue();
    }

    @Test
    void aCodeOfTheAppSignsInOnceAlsoInAnotherBrowser() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        SignInBrowser one = other();
        SignInBrowser two = other();
        gathering.clock.advance(TotpSecret.STEP);

        assertThat(one.giveFactor(one.app(secret)).status()).isEqualTo(303);
        assertThat(two.giveFactor(two.app(secret)).status()).isEqualTo(400);
        gathering.clock.advance(TotpSecret.STEP);
        assertThat(two.giveFactor(two.app(secret)).status()).isEqualTo(303);
    }

    @Test
    void aSecondPressIsTheSameAct() {
        proveMailbox(browser);
        TotpSecret secret = SignInBrowser.enrolment(browser.open("/organise/sign-in/factor"));
        Optional<String> asking = browser.cookie(SignInBrowser.ASKING);
        String code = browser.app(secret);
        browser.giveFactor(code);
        browser.withCookie(SignInBrowser.ASKING, asking).withCookie(SignInBrowser.SESSION, Optional.empty());
        gathering.clock.advance(Duration.ofSeconds(1));

        Answer second = browser.giveFactor(code);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.page().select(".codes li")).hasSize(10);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(gathering.organisers().browserSessions(noor().id())).hasSize(1);
        assertThat(history()).filteredOn("signed-in"::equals).hasSize(1);
        String recovery = second.page().select(".codes li").getFirst().text().replace(" ", "");
        assertThat(other().giveFactor(recovery).status()).isEqualTo(303);
    }

    @Test
    void anActThatNeedsAFreshOneLeadsThereAndBackWithANewToken() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        BrowserSession before =
                gathering.organisers().browserSessions(noor().id()).getFirst();
        gathering.clock.advance(Duration.ofMinutes(15));
        Answer led = browser.open("/organise/colleagues/new");
        assertThat(led.location()).isEqualTo("/organise/sign-in/factor?next=%2Forganise%2Fcolleagues%2Fnew");
        Answer page = browser.open(led.location());
        assertThat(page.page().select("h1").text()).isEqualTo("Bevestig dat jij het bent");
        String action = page.page().select("main form").attr("action");
        Optional<String> old = browser.cookie(SignInBrowser.SESSION);
        String code = browser.app(secret);

        assertThat(browser.send(action, "code=nonsense").status()).isEqualTo(400);
        Answer given = browser.send(action, "code=" + code);

        assertThat(given.location()).isEqualTo("/organise/colleagues/new");
        assertThat(browser.cookie(SignInBrowser.SESSION)).isNotEqualTo(old);
        assertThat(browser.open("/organise/colleagues/new").status()).isEqualTo(200);

        Optional<String> fresh = browser.cookie(SignInBrowser.SESSION);
        Answer again = browser.withCookie(SignInBrowser.SESSION, old).send(action, "code=" + code);
        assertThat(again.status()).as("pressed twice").isEqualTo(303);
        assertThat(browser.open("/organise/colleagues/new").status()).isEqualTo(200);
        assertThat(browser.withCookie(SignInBrowser.SESSION, fresh).isSignedIn())
                .as("the session of the first press")
                .isFalse();
        gathering.clock.advance(Duration.ofSeconds(10));
        assertThat(browser.withCookie(SignInBrowser.SESSION, old).isSignedIn()).isFalse();
        assertThat(gathering.organisers().browserSessions(noor().id()))
                .filteredOn(one -> one.isLive(gathering.clock.instant()))
                .singleElement()
                .satisfies(session -> assertThat(session.madeAt()).isEqualTo(before.madeAt()));
    }

    @Test
    void twentyWrongCodesInAnHourRefuseTheRightOne() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        gathering.clock.advance(Duration.ofMinutes(15));
        for (int i = 0; i < 20; i++) {
            assertThat(browser.giveFactor("no").status()).isEqualTo(400);
        }

        assertThat(browser.giveFactor(browser.app(secret)).status()).isEqualTo(400);
        gathering.clock.advance(Duration.ofMinutes(50));
        assertThat(browser.open("/organise/me").status()).isEqualTo(200);
        gathering.clock.advance(Duration.ofMinutes(10));
        assertThat(browser.giveFactor(browser.app(secret)).status()).isEqualTo(303);
    }

    @Test
    void aResetEndsTheFactorAndTheNextSignInEnrolsAnew() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        gathering.clock.advance(Duration.ofMinutes(1));
        gathering
                .organisers()
                .change(
                        noor().withFactor(Optional.empty()),
                        new DeskEntry(
                                gathering.clock.instant(),
                                noor().actor(),
                                DeskAction.SECOND_FACTOR_RESET,
                                Optional.empty()));
        SignInBrowser other = other();

        TotpSecret next = SignInBrowser.enrolment(other.open("/organise/sign-in/factor"));
        assertThat(next).isNotEqualTo(secret);
        assertThat(other.giveFactor(other.app(secret)).status()).isEqualTo(400);
        assertThat(other.giveFactor(other.app(next)).status()).isEqualTo(200);
    }

    @Test
    void anotherAppTakesThePlaceOfTheFirst() {
        TotpSecret first = browser.signInAndEnrol(NOOR, mail);
        assertThat(browser.open("/organise/me/factor").page().select("svg.qr")).isEmpty();
        assertThat(browser.send("/organise/me/factor", "").location()).isEqualTo("/organise/me/factor");
        TotpSecret next = SignInBrowser.enrolment(browser.open("/organise/me/factor"));
        assertThat(SignInBrowser.enrolment(browser.open("/organise/me/factor"))).isEqualTo(next);
        gathering.clock.advance(Duration.ofMinutes(1));

        Answer wrong = browser.send("/organise/me/factor", "code=" + browser.app(first));
        assertThat(wrong.status()).isEqualTo(400);
        Answer enrolled = browser.send("/organise/me/factor", "code=" + browser.app(next));
        assertThat(enrolled.page().select(".codes li")).hasSize(10);
        assertThat(browser.isSignedIn()).isTrue();

        gathering.clock.advance(Duration.ofMinutes(1));
        SignInBrowser other = other();
        assertThat(other.giveFactor(other.app(first)).status()).isEqualTo(400);
        assertThat(other.giveFactor(other.app(next)).status()).isEqualTo(303);
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        proveMailbox(browser);
        TotpSecret secret = SignInBrowser.enrolment(browser.open("/organise/sign-in/factor"));
        String old = browser.giveFactor(browser.app(secret))
                .page()
                .select(".codes li")
                .text();
        assertThat(browser.open("/organise/me/recovery-codes").page().select(".codes"))
                .isEmpty();

        Answer renewed = browser.send("/organise/me/recovery-codes", "");

        String fresh = renewed.page().select(".codes li").getFirst().text();
        assertThat(old).doesNotContain(fresh);
        assertThat(other().giveFactor(old.substring(0, 27).replace(" ", "")).status())
                .isEqualTo(400);
        assertThat(other().giveFactor(fresh.replace(" ", "")).status()).isEqualTo(303);
        assertThat(history()).contains("recovery-codes-renewed");
    }

    @Test
    void theAccountNeedsAFreshFactorForItsFactorOnly() {
        browser.signInAndEnrol(NOOR, mail);
        gathering.clock.advance(Duration.ofMinutes(15));

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.open("/organise/me/factor").location())
                .isEqualTo("/organise/sign-in/factor?next=%2Forganise%2Fme%2Ffactor");
        assertThat(browser.send("/organise/me/recovery-codes", "").location())
                .isEqualTo("/organise/sign-in/factor?next=%2Forganise%2Fme%2Frecovery-codes");
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndIt() {
        browser.with("user-agent", Optional.of("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"));
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        gathering.clock.advance(Duration.ofMinutes(1));
        SignInBrowser phone = other("Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1");
        phone.giveFactor(phone.app(secret));
        gathering.clock.advance(Duration.ofMinutes(1));
        SignInBrowser third = other("");
        third.giveFactor(third.app(secret));

        Answer page = browser.open("/organise/me");
        assertThat(page.page().select("tbody th").eachText())
                .containsExactly("Firefox, Linux", "Onbekende browser", "Safari, iPhone");
        String hash = page.page().select("button[name=session]").get(1).attr("value");
        assertThat(browser.send("/organise/me/sessions", "session=" + hash).location())
                .isEqualTo("/organise/me?done=sessions");
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(third.isSignedIn()).isTrue();
        gathering.clock.advance(Duration.ofSeconds(1));
        browser.send("/organise/me/sessions", "others=yes");
        assertThat(third.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(history()).filteredOn("browser-session-ended"::equals).hasSize(2);
    }

    @Test
    void theSixthBrowserEndsTheFirst() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.isSignedIn()).isTrue();
            // No more than five letters an hour.
            gathering.clock.advance(Duration.ofMinutes(13));
            SignInBrowser next = other();
            next.giveFactor(next.app(secret));
        }

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(gathering.organisers().browserSessions(noor().id())).hasSize(5);
    }

    @Test
    void peopleCorrectTheirName() {
        browser.signInAndEnrol(NOOR, mail);

        assertThat(browser.send("/organise/me/name", "name=+Noor+Bakker+").location())
                .isEqualTo("/organise/me?done=name");
        assertThat(noor().name()).isEqualTo("Noor Bakker");
        Answer wrong = browser.send("/organise/me/name", "name=" + "x".repeat(201));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.page().select("[name=name]").attr("value")).hasSize(201);
        assertThat(noor().name()).isEqualTo("Noor Bakker");
    }

    private void proveMailbox(SignInBrowser used) {
        used.ask(NOOR);
        mail.deliver();
        used.giveCode(mail.code());
    }

    /** Returns another browser, which has proven the mailbox and not given the second factor. */
    private SignInBrowser other() {
        return other("");
    }

    private SignInBrowser other(String userAgent) {
        SignInBrowser other = new SignInBrowser(gathering, mail.wiring()).with("user-agent", Optional.of(userAgent));
        proveMailbox(other);
        return other;
    }

    private Organiser noor() {
        return gathering.organisers().all().getFirst();
    }

    private List<String> history() {
        return gathering.organisers().history(50, gathering.clock.instant()).stream()
                .map(DeskEntry::what)
                .toList();
    }
}
