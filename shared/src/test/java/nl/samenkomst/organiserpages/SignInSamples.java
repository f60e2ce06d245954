package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.factor.RecoveryCode;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.SignInPage.SignInForm;

/** The pages to sign in with and those of the own account, in every state. */
final class SignInSamples {

    private static final TotpSecret SECRET = TotpSecret.generate(new Random(1));
    private static final SignInForm EMPTY = new SignInForm("", false, Optional.empty());
    private static final SignInForm TYPED =
            new SignInForm("n\"<b>oor", true, Optional.of("/organise/sessions?q=%3Cb%3E&lang=nl"));

    private SignInSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Viewer nobody = EveryOrganiserPage.viewer(Optional.empty(), language);
        pages.put("sign-in", new SignInPage(EMPTY, SignInWays.MAIL, Map.of(), Optional.empty(), nobody));
        pages.put(
                "sign-in-wrong",
                new SignInPage(
                        TYPED, SignInWays.MAIL, mistake("email", "email.invalid", language), Optional.empty(), nobody));
        pages.put(
                "sign-in-again",
                new SignInPage(EMPTY, SignInWays.MAIL, Map.of(), Optional.of(SignInDone.START_AGAIN), nobody));
        pages.put(
                "signed-out",
                new SignInPage(EMPTY, SignInWays.MAIL, Map.of(), Optional.of(SignInDone.SIGNED_OUT), nobody));
        SignInForm asked = new SignInForm("noor@example.org", true, Optional.empty());
        pages.put("mail-code", new MailCodePage(asked, false, false, Map.of(), Optional.empty(), nobody));
        pages.put(
                "mail-code-again",
                new MailCodePage(asked, false, false, Map.of(), Optional.of(SignInDone.ASKED_AGAIN), nobody));
        pages.put("mail-code-failing", new MailCodePage(asked, true, false, Map.of(), Optional.empty(), nobody));
        pages.put(
                "mail-code-wrong",
                new MailCodePage(
                        asked, false, false, mistake("code", "code.wrong", language), Optional.empty(), nobody));
        String link = nobody.links().at("/organise/sign-in/AAAAAAAAAAAAAAAAAAAAAA");
        pages.put("mail-link", new MailLinkPage(true, link, nobody));
        pages.put("mail-link-other", new MailLinkPage(false, link, nobody));
        pages.put("factor-enrol", factor(Optional.of(SECRET), FactorPage.Why.SIGN_IN, Map.of(), nobody));
        pages.put(
                "factor-enrol-wrong",
                factor(Optional.of(SECRET), FactorPage.Why.SIGN_IN, mistake("code", "factor.wrong", language), nobody));
        pages.put("factor", factor(Optional.empty(), FactorPage.Why.SIGN_IN, Map.of(), nobody));
        pages.put(
                "factor-wrong",
                factor(Optional.empty(), FactorPage.Why.SIGN_IN, mistake("code", "factor.missing", language), nobody));
        addProvider(pages, nobody);
        Viewer els = EveryOrganiserPage.by(ELS, language);
        pages.put("factor-once-more", factor(Optional.empty(), FactorPage.Why.ONCE_MORE, Map.of(), els));
        pages.put("factor-new-app", factor(Optional.of(SECRET), FactorPage.Why.NEW_APP, Map.of(), els));
        pages.put(
                "recovery-codes",
                new RecoveryCodesPage(RecoveryCode.generate(new Random(2)), Optional.empty(), nobody));
        for (ConfirmFactorPage.What what : ConfirmFactorPage.What.values()) {
            pages.put(
                    "confirm-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new ConfirmFactorPage(what, els));
        }
        pages.put("account", account(NOOR, true, Optional.of(SignInDone.NAME), Map.of(), language));
        pages.put("account-sessions-ended", account(ELS, false, Optional.of(SignInDone.SESSIONS), Map.of(), language));
        pages.put(
                "account-wrong",
                account(KARIM, true, Optional.empty(), mistake("name", "name.missing", language), language));
        pages.put(
                "account-of-one",
                account(
                        SampleOrganisers.organiser("Sam", Role.ORGANISER, new Scope.Named(Set.of(new SessionId("a")))),
                        false,
                        Optional.empty(),
                        Map.of(),
                        language));
        pages.put(
                "account-of-two",
                account(
                        SampleOrganisers.organiser(
                                "Sam", Role.HOST, new Scope.Named(Set.of(new SessionId("a"), new SessionId("b")))),
                        false,
                        Optional.empty(),
                        Map.of(),
                        language));
        pages.put(
                "account-of-a-series",
                account(
                        SampleOrganisers.organiser("Sam", Role.ORGANISER, new Scope.OfSeries("Zomer <i>2027</i>"))
                                .signedInAs(new Identity("https://login.example.org", "f:1:sam"), NOW),
                        false,
                        Optional.empty(),
                        Map.of(),
                        language));
    }

    /** Adds the pages of a desk where people sign in with the account of their organisation. */
    private static void addProvider(Map<String, OrganiserPage> pages, Viewer nobody) {
        SignInWays ways = new SignInWays(Optional.of("https://login.example.org/realms/gemeente"), true);
        SignInWays noMail = new SignInWays(ways.issuer(), false);
        Optional<String> next = Optional.of("/organise/sessions?q=%3Cb%3E&lang=nl");
        pages.put("sign-in-oidc", new SignInPage(TYPED, ways, Map.of(), Optional.empty(), nobody));
        pages.put(
                "sign-in-oidc-wrong",
                new SignInPage(
                        EMPTY, noMail, mistake("email", "email.invalid", nobody.language()), Optional.empty(), nobody));
        pages.put("mail-code-oidc", new MailCodePage(TYPED, false, true, Map.of(), Optional.empty(), nobody));
        pages.put("provider-return", new ProviderReturnPage("4/a\"<b>", "A".repeat(43), ways.issuer(), nobody));
        String go = nobody.links().provider(next, true);
        for (ProviderPage.What what : ProviderPage.What.values()) {
            String name = "provider-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
            pages.put(name, new ProviderPage(what, go, next, ways, nobody));
        }
        pages.put(
                "provider-unavailable-without-mail",
                new ProviderPage(ProviderPage.What.UNAVAILABLE, go, Optional.empty(), noMail, nobody));
    }

    private static FactorPage factor(
            Optional<TotpSecret> enrolment, FactorPage.Why why, Map<String, String> mistakes, Viewer viewer) {
        return new FactorPage(
                "a.rather.long.name.of.somebody@gemeente.example.org",
                enrolment,
                why,
                viewer.links().factor(),
                why == FactorPage.Why.ONCE_MORE
                        ? Optional.of(viewer.links().providerOnceMore(Optional.of("/organise/colleagues")))
                        : Optional.empty(),
                mistakes,
                viewer);
    }

    private static AccountPage account(
            Organiser organiser,
            boolean isBusy,
            Optional<SignInDone> done,
            Map<String, String> mistakes,
            Language language) {
        Optional<SecondFactor> factor = SecondFactor.enrol(
                organiser.id(),
                SECRET,
                SECRET.code(TotpSecret.stepOf(NOW)),
                TokenHash.of("a browser"),
                RecoveryCode.generate(new Random(3)).subList(0, isBusy ? 10 : 1),
                Version.NONE,
                NOW);
        return new AccountPage(
                organiser,
                mistakes.isEmpty() ? organiser.name() : "",
                organiser.equals(ELS) ? Optional.empty() : factor,
                session(organiser, 1, "Firefox, Linux"),
                isBusy ? List.of(session(organiser, 2, ""), session(organiser, 3, "Safari, iPhone")) : List.of(),
                organiser.equals(KARIM)
                        ? new SignInWays(Optional.of("https://login.example.org"), true)
                        : SignInWays.MAIL,
                mistakes,
                done,
                EveryOrganiserPage.by(organiser, language));
    }

    private static BrowserSession session(Organiser organiser, int hours, String browser) {
        return new BrowserSession(
                organiser.id(),
                SessionToken.generate(organiser.id(), new Random(hours)).hash(),
                NOW.minus(Duration.ofHours(hours)),
                NOW.minus(Duration.ofMinutes(hours)),
                Optional.of(NOW),
                false,
                browser);
    }

    private static Map<String, String> mistake(String field, String key, Language language) {
        return Map.of(field, SignInTexts.TEXTS.text(language, key));
    }
}
