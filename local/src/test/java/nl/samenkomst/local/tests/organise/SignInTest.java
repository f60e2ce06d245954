package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.SignInBrowser;
import nl.samenkomst.local.tests.kit.SignInMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signs in by a letter, in the ways that go well and in those that do not. */
class SignInTest {

    private static final String NOOR = "noor@example.org";

    private final Gathering gathering = new Gathering();
    private final SignInMail mail = new SignInMail(gathering);
    private final SignInBrowser browser = new SignInBrowser(gathering, mail.wiring());

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void theFirstOrganiserSignsInWithTheCodeAndEnrolsAnApp() {
        Answer asked = browser.send("/organise/sign-in", "email=NOOR%40example.org&stay=yes&next=%2Forganise%2Fme");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo("/organise/sign-in/code");
        assertThat(asked.cookies())
                .singleElement()
                .asString()
                .matches("__Host-samenkomst-sign-in=[\\w-]{22}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");

        mail.deliver();
        Letter letter = mail.letters().getFirst();
        assertThat(letter.to()).isEqualTo("NOOR@example.org");
        assertThat(letter.kind()).isEqualTo("sign-in");
        assertThat(letter.subject()).doesNotContain(mail.code());
        assertThat(letter.text()).contains("10 minuten", "maandag 2 november 2026 om 10.00 uur");

        Answer proven = browser.giveCode(mail.code().toLowerCase(Locale.ROOT).replace("-", "+"));
        assertThat(proven.status()).isEqualTo(303);
        assertThat(proven.location()).isEqualTo("/organise/sign-in/factor");
        assertThat(browser.isSignedIn()).isFalse();

        TotpSecret secret = SignInBrowser.enrolment(browser.open("/organise/sign-in/factor"));
        Answer enrolled = browser.giveFactor(browser.app(secret));
        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(enrolled.page().select(".codes li")).hasSize(10);
        assertThat(enrolled.page().select("a.button").attr("href")).isEqualTo("/organise/me");
        assertThat(enrolled.cookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .matches("__Host-samenkomst=[\\w-]{16}\\.[\\w-]{43}; Path=/; Max-Age=86400; HttpOnly; "
                                + "SameSite=Lax; Secure"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-samenkomst-sign-in=; "));
        assertThat(browser.isSignedIn()).isTrue();

        Organiser noor = gathering.organisers().all().getFirst();
        assertThat(gathering.organisers().all()).hasSize(1);
        assertThat(noor.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(noor.scope()).isEqualTo(new Scope.All());
        assertThat(noor.factorSince()).contains(gathering.clock.instant());
        assertThat(gathering.organisers().browserSessions(noor.id()))
                .singleElement()
                .satisfies(session -> assertThat(session.stays()).isTrue());
        assertThat(history()).containsExactlyInAnyOrder("colleague-invited", "second-factor-enrolled", "signed-in");
    }

    @Test
    void theLinkSignsInWithAPressOfAButton() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        browser.send("/organise/sign-out", "");
        gathering.clock.advance(Duration.ofMinutes(1));
        browser.ask(NOOR);
        mail.deliver();

        Answer page = browser.open(mail.link() + "?lang=en");
        assertThat(page.page().select("main form button").text()).isEqualTo("Continue to sign in");
        Answer pressed = browser.send(page.page().select("main form").attr("action"), "");
        assertThat(pressed.location()).isEqualTo("/organise/sign-in/factor?lang=en");
        Answer given = browser.giveFactor(browser.app(secret));
        assertThat(given.status()).isEqualTo(303);
        assertThat(given.location()).isEqualTo("/organise");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void withoutASecondFactorTheCodeSignsIn() {
        SignInBrowser laptop = browserWithoutFactor();
        laptop.send("/organise/sign-in", "email=noor%40example.org&next=%2Forganise%2Fsessions%3Fq%3Da");
        mail.deliver();

        Answer given = laptop.giveCode(mail.code());

        assertThat(given.location()).isEqualTo("/organise/sessions?q=a");
        assertThat(laptop.isSignedIn()).isTrue();
        assertThat(laptop.open("/organise/sign-in/factor?next=%2Forganise%2Fcolleagues")
                        .location())
                .isEqualTo("/organise/colleagues");
    }

    /** A mail scanner follows links and presses buttons, without the cookie. */
    @Test
    void aScannerWritesNothingAndThePersonStillGetsIn() {
        browser.ask(NOOR);
        mail.deliver();
        List<?> before = gathering.items();
        SignInBrowser scanner = new SignInBrowser(gathering, mail.wiring());

        assertThat(scanner.request("HEAD", mail.link(), "").status()).isEqualTo(200);
        Answer followed = scanner.open(mail.link());
        assertThat(followed.status()).isEqualTo(200);
        assertThat(followed.page().select("main form")).isEmpty();
        assertThat(followed.body()).contains("Typ daar de code uit de mail");
        assertThat(scanner.send(mail.link(), "").status()).isEqualTo(400);
        assertThat(scanner.giveCode(mail.code()).status()).isEqualTo(400);
        assertThat(scanner.giveFactor("123456").status()).isEqualTo(303);
        assertThat(gathering.items()).isEqualTo(before);

        assertThat(browser.request("HEAD", mail.link(), "").status()).isEqualTo(200);
        assertThat(browser.open(mail.link()).page().select("main form")).hasSize(1);
        assertThat(gathering.items()).isEqualTo(before);
        assertThat(browser.send(mail.link(), "").status()).isEqualTo(303);
    }

    @Test
    void neitherLinkNorCodeWorkInAnotherBrowserThatAskedToo() {
        SignInBrowser other = new SignInBrowser(gathering, mail.wiring());
        browser.ask(NOOR);
        mail.deliver();
        String code = mail.code();
        String link = mail.link();
        other.ask(NOOR);
        mail.deliver();

        assertThat(other.giveCode(code).status()).isEqualTo(400);
        assertThat(other.send(link, "").status()).isEqualTo(400);
        assertThat(browser.giveCode(code).status()).isEqualTo(303);
        assertThat(other.giveCode(mail.code()).status()).isEqualTo(303);
    }

    @Test
    void theCodeOfTheMailBeforeStillWorksWhenTheMailServiceIsDown() {
        browser.ask(NOOR);
        mail.deliver();
        String code = mail.code();
        gathering.clock.advance(Duration.ofMinutes(2));
        browser.ask(NOOR);
        mail.down(true).deliver();

        assertThat(mail.letters()).hasSize(1);
        Answer page = browser.open("/organise/sign-in/code");
        assertThat(page.body()).contains("Er kon zojuist geen mail weg.");
        SignInBrowser stranger = new SignInBrowser(gathering, mail.wiring());
        stranger.ask("stranger@example.org");
        assertThat(stranger.open("/organise/sign-in/code").body())
                .as("the same for an unknown address")
                .contains("Er kon zojuist geen mail weg.");
        assertThat(browser.giveCode(code).status()).isEqualTo(303);

        mail.down(false);
        SignInBrowser later = new SignInBrowser(gathering, mail.wiring());
        later.ask(NOOR);
        mail.deliver();
        assertThat(mail.letters()).hasSize(2);
        assertThat(later.open("/organise/sign-in/code").body()).doesNotContain("Er kon zojuist geen mail weg.");
    }

    @Test
    void repeatedRecordsOfTheStreamSendOneLetter() {
        browser.ask(NOOR);
        for (int time = 0; time < 4; time++) {
            assertThat(mail.deliver()).isEqualTo("{\"batchItemFailures\":[]}");
        }

        assertThat(mail.letters()).hasSize(1);
        assertThat(gathering.items().toString())
                .doesNotContain(mail.code())
                .doesNotContain(mail.code().replace("-", ""))
                .doesNotContain(mail.link().substring("/organise/sign-in/".length()));
    }

    @Test
    void anUnknownOrEndedAddressGetsNoLetter() {
        OrganiserBrowser.ofAdministrator(gathering);
        Organiser noor = gathering.organisers().all().getFirst();
        gathering
                .organisers()
                .change(
                        noor.with(noor.name(), noor.role(), noor.scope(), Optional.of(gathering.clock.instant())),
                        new DeskEntry(
                                gathering.clock.instant(),
                                noor.actor(),
                                DeskAction.COLLEAGUE_ENDED,
                                Optional.of(noor.id())));
        OrganiserBrowser.of(gathering, "Els", Role.ADMINISTRATOR, new Scope.All());
        browser.ask("stranger@example.org");
        new SignInBrowser(gathering, mail.wiring()).ask(NOOR);

        mail.deliver();

        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void aSecondPressIsTheSameAct() {
        SignInBrowser laptop = browserWithoutFactor();
        laptop.ask(NOOR);
        mail.deliver();
        Optional<String> cookie = laptop.cookie(SignInBrowser.ASKING);
        Answer first = laptop.giveCode(mail.code());
        laptop.withCookie(SignInBrowser.ASKING, cookie).withCookie(SignInBrowser.SESSION, Optional.empty());
        gathering.clock.advance(Duration.ofSeconds(1));

        Answer second = laptop.giveCode(mail.code());

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(303);
        assertThat(laptop.isSignedIn()).isTrue();
        Organiser noor = gathering.organisers().all().getFirst();
        assertThat(gathering.organisers().browserSessions(noor.id())).hasSize(1);
        assertThat(history()).containsExactly("signed-in", "colleague-invited");

        laptop.withCookie(SignInBrowser.ASKING, cookie);
        gathering.clock.advance(Duration.ofSeconds(10));
        assertThat(laptop.giveCode(mail.code()).status()).as("later").isEqualTo(400);
        assertThat(laptop.send(mail.link(), "").status()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        browser.ask(NOOR);
        mail.deliver();
        gathering.clock.advance(Duration.ofMinutes(10));

        assertThat(browser.giveCode(mail.code()).status()).isEqualTo(400);
        assertThat(browser.send(mail.link(), "").status()).isEqualTo(400);
        assertThat(browser.open("/organise/sign-in/code").location()).isEqualTo("/organise/sign-in");
    }

    @Test
    void whatWasTypedStays() {
        Answer answer =
                browser.send("/organise/sign-in", "email=%3Cb%3Enoor&stay=yes&next=%2Forganise%2Fsessions%3Fq%3D%22");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("[name=email]").attr("value")).isEqualTo("<b>noor");
        assertThat(answer.page().select("[name=stay]").hasAttr("checked")).isTrue();
        assertThat(answer.page().select("[name=next]").attr("value")).isEqualTo("/organise/sessions?q=\"");
        assertThat(answer.page().select(".summary a").attr("href")).isEqualTo("#email");
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        SignInBrowser laptop = browserWithoutFactor();
        for (String next :
                List.of("https%3A%2F%2Fexample.org", "%2F%2Fexample.org", "%2Forganise%5C..%2F", "%2Fsessions")) {
            laptop.send("/organise/sign-in", "email=noor%40example.org&next=" + next);
            assertThat(laptop.open("/organise/sign-in?next=" + next).page().select("[name=next]"))
                    .isEmpty();
        }
        mail.deliver();
        assertThat(laptop.giveCode(mail.code()).location()).isEqualTo("/organise");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signInAndEnrol(NOOR, mail);
        Optional<String> session = browser.cookie(SignInBrowser.SESSION);

        Answer out = browser.send("/organise/sign-out", "");

        assertThat(out.location()).isEqualTo("/organise/sign-in?done=signed-out");
        assertThat(browser.open(out.location()).page().select("[role=status]").text())
                .isEqualTo("Je bent uitgelogd.");
        assertThat(browser.cookie(SignInBrowser.SESSION)).isEmpty();
        assertThat(browser.withCookie(SignInBrowser.SESSION, session).isSignedIn())
                .isFalse();
        assertThat(browser.send("/organise/sign-out", "").status()).as("again").isEqualTo(303);
        assertThat(history()).contains("signed-out");
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() {
        TotpSecret secret = browser.signInAndEnrol(NOOR, mail);
        Optional<String> before = browser.cookie(SignInBrowser.SESSION);
        gathering.clock.advance(Duration.ofMinutes(1));
        browser.ask(NOOR);
        mail.deliver();
        browser.giveCode(mail.code());
        browser.giveFactor(browser.app(secret));

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(sessionsOfTheFirst()).hasSize(1);
        assertThat(browser.withCookie(SignInBrowser.SESSION, before).isSignedIn())
                .isFalse();
    }

    @Test
    void withoutASecondFactorItEndsTooAndSoDoesAColleagues() {
        SignInBrowser laptop = browserWithoutFactor();
        laptop.ask(NOOR);
        mail.deliver();
        laptop.giveCode(mail.code());
        Optional<String> noors = laptop.cookie(SignInBrowser.SESSION);
        OrganiserBrowser.of(gathering, "Els", Role.ORGANISER, new Scope.All());
        laptop.ask("els@example.org");
        mail.deliver();
        laptop.send(mail.link(), "");

        assertThat(laptop.isSignedIn()).isTrue();
        assertThat(laptop.withCookie(SignInBrowser.SESSION, noors).isSignedIn()).isFalse();
    }

    private List<BrowserSession> sessionsOfTheFirst() {
        return gathering
                .organisers()
                .browserSessions(gathering.organisers().all().getFirst().id());
    }

    /** The first run has minted a letter when it fails; the stream delivers its record again. */
    @Test
    void aRunThatFailsIsRepeatedWithAnotherCode() {
        browser.ask(NOOR);

        assertThat(mail.failing(true).deliver()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
        assertThat(mail.failing(false).deliver()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(mail.letters()).hasSize(1);
        assertThat(browser.giveCode(mail.code()).status()).isEqualTo(303);
    }

    @Test
    void noLogHasAnAddressCodeOrToken() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        TotpSecret secret;
        try {
            secret = browser.signInAndEnrol(NOOR, mail);
            browser.ask(NOOR);
            mail.down(true).deliver();
            mail.down(false);
            browser.ask(NOOR);
            browser.giveCode("2222-2222");
            mail.deliver();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase(NOOR)
                .doesNotContain(mail.code(), secret.value(), mail.link())
                .doesNotContain(browser.cookie(SignInBrowser.ASKING).orElseThrow())
                .doesNotContain(browser.cookie(SignInBrowser.SESSION).orElseThrow());
    }

    @Test
    void aNewColleagueGetsAnInvitation() {
        inviteKarim();

        mail.deliver();
        mail.deliver();

        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("organiser-invited");
            assertThat(letter.to()).isEqualTo("karim@example.org");
            assertThat(letter.text())
                    .contains("Noor has invited you", "https://aanmelden.example.org/organise/sign-in?lang=en");
        });
    }

    @Test
    void anInvitationIsTriedAgainWhenTheMailServiceIsDown() {
        inviteKarim();

        assertThat(mail.down(true).deliver()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
        assertThat(mail.down(false).deliver()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(mail.letters()).hasSize(1);
    }

    private void inviteKarim() {
        OrganiserBrowser.ofAdministrator(gathering);
        Organiser noor = gathering.organisers().all().getFirst();
        Instant now = gathering.clock.instant();
        Organiser karim = new Organiser(
                OrganiserId.generate(new SecureRandom()),
                "Karim",
                new EmailAddress("karim@example.org"),
                Role.ORGANISER,
                new Scope.All(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Version.NONE.next());
        gathering
                .organisers()
                .invite(
                        karim,
                        new Invitation(karim.id(), noor.id(), Language.EN, now),
                        new DeskEntry(now, noor.actor(), DeskAction.COLLEAGUE_INVITED, Optional.of(karim.id())));
    }

    private SignInBrowser browserWithoutFactor() {
        Map<String, String> settings = new HashMap<>(gathering.settings());
        settings.put("SECOND_FACTOR", "none");
        return new SignInBrowser(
                gathering,
                new Wiring(
                        new Settings(settings),
                        gathering.clock,
                        new SecureRandom(),
                        duration -> {},
                        gathering::table,
                        () -> {
                            throw new IllegalStateException("no letters here");
                        }));
    }

    private List<String> history() {
        return gathering.organisers().history(20, gathering.clock.instant()).stream()
                .map(DeskEntry::what)
                .toList();
    }
}
