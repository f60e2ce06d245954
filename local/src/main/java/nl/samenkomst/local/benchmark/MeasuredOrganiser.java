package nl.samenkomst.local.benchmark;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.factor.RecoveryCode;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.domain.signin.CodeHash;
import nl.samenkomst.domain.signin.MailCode;
import nl.samenkomst.domain.signin.MailState;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.MintedLetter;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;
import nl.samenkomst.dynamodb.DynamoDbOrganisers;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.http.CookieName;
import nl.samenkomst.responses.OrganiserGate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An administrator of a desk that is measured, who is signed in or is signing in, as a route needs to do its work. The
 * session says nothing of a second factor, so that it is fresh for as long as is measured.
 */
final class MeasuredOrganiser {

    /** The code in every letter to sign in with. */
    static final MailCode CODE = new MailCode("2B4D6F8H");

    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final CodeHash CODE_HASH = CodeHash.of(CODE, SALT);

    private final DynamoDbOrganisers organisers;
    private final DynamoDbSignIns signIns;
    private final URI desk;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final SignInToken link = SignInToken.generate(random);
    private final Organiser organiser;
    private final String session;

    private MeasuredOrganiser(DynamoDbClient client, String table, URI desk, InstantSource clock) {
        this.organisers = new DynamoDbOrganisers(client, table);
        this.signIns = new DynamoDbSignIns(client, table, new StoredDeskKey(new SecureRandom()));
        this.desk = desk;
        this.clock = clock;
        this.organiser = add("Noor Bakker", Role.ADMINISTRATOR);
        this.session = beginSession();
    }

    /**
     * Adds an administrator who is signed in and has a second factor.
     *
     * @param desk the desk's public URL
     */
    static MeasuredOrganiser signedIn(DynamoDbClient client, String table, URI desk, InstantSource clock) {
        MeasuredOrganiser signedIn = new MeasuredOrganiser(client, table, desk, clock);
        signedIn.enrolSecondFactor();
        return signedIn;
    }

    /** Adds a colleague whom nobody else of the desk is. */
    Organiser addColleague() {
        return add("Karim Bakker", Role.ORGANISER);
    }

    /** Returns what the form to change a colleague has seen of them. */
    String seen(OrganiserId colleague) {
        return organisers
                .find(colleague)
                .map(known -> ColleagueDetails.of(known).fingerprint())
                .orElseThrow();
    }

    /** Returns the secret of the link in every letter to sign in with. */
    String link() {
        return link.secret();
    }

    /** Returns the headers with which the organiser's browser sends its forms. */
    Map<String, String> headers() {
        return Map.of("host", desk.getAuthority(), "sec-fetch-site", "same-origin");
    }

    /** Returns the cookie with which a route does its work; a step of signing in, and signing out, uses up its own. */
    String cookie(String route) {
        return switch (route) {
            case "GET /organise/sign-in/code",
                    "POST /organise/sign-in/code",
                    "GET /organise/sign-in/{token}",
                    "POST /organise/sign-in/{token}" -> asking(Optional.empty());
            case "GET /organise/sign-in/factor", "POST /organise/sign-in/factor" ->
                asking(Optional.of(new MailboxProof(
                        organiser.id(), clock.instant(), Optional.empty(), PendingSignIn.MAX_TRIES, Optional.empty())));
            case "POST /organise/sign-out" -> beginSession();
            default -> session;
        };
    }

    private Organiser add(String name, Role role) {
        Instant now = clock.instant();
        OrganiserId id = OrganiserId.generate(random);
        Organiser added = new Organiser(
                id,
                name,
                new EmailAddress(id.value().replaceAll("[^A-Za-z0-9]", "a") + "@example.org"),
                role,
                new Scope.All(),
                now,
                Optional.empty(),
                Optional.of(now),
                Optional.of(now),
                Version.NONE.next());
        organisers.add(added, new DeskEntry(now, added.actor(), DeskAction.SIGNED_IN, Optional.empty()));
        return added;
    }

    private String beginSession() {
        Instant now = clock.instant();
        SessionToken token = SessionToken.generate(organiser.id(), random);
        BrowserSession begun =
                new BrowserSession(organiser.id(), token.hash(), now, now, Optional.empty(), true, "Firefox, Linux");
        write(Optional.empty(), Optional.empty(), Optional.of(begun));
        return OrganiserGate.cookie(desk).value() + "=" + token.written();
    }

    /** Begins to sign in, and returns the cookie of the browser that has asked. */
    private String asking(Optional<MailboxProof> proof) {
        Instant now = clock.instant();
        SignInToken token = SignInToken.generate(random);
        PendingSignIn asked = new PendingSignIn(
                token.hash(),
                new SignInQuestion(organiser.email(), Optional.empty(), true, Language.NL, "Firefox, Linux"),
                SALT,
                now,
                MailState.SENT,
                List.of(new MintedLetter(organiser.id(), now, link.hash(), CODE_HASH)),
                PendingSignIn.MAX_TRIES,
                proof,
                Version.NONE.next());
        write(Optional.of(asked), Optional.empty(), Optional.empty());
        return CookieName.of("samenkomst-sign-in", desk).value() + "=" + token.secret();
    }

    /** Enrols an app, and begins to enrol the next, so that its first code is asked for too. */
    private void enrolSecondFactor() {
        Instant now = organiser.factorSince().orElseThrow();
        TotpSecret secret = TotpSecret.generate(random);
        SecondFactor enrolled = SecondFactor.enrol(
                        organiser.id(),
                        secret,
                        secret.code(TotpSecret.stepOf(now)),
                        TokenHash.of(session),
                        RecoveryCode.generate(random),
                        Version.NONE,
                        now)
                .orElseThrow();
        write(Optional.empty(), Optional.of(enrolled), Optional.empty());
        // Begun tomorrow, so that it is not too old however long is measured.
        SecondFactor.NextApp next = new SecondFactor.NextApp(TotpSecret.generate(random), now.plus(Duration.ofDays(1)));
        write(Optional.empty(), Optional.of(enrolled.with(next)), Optional.empty());
    }

    private void write(Optional<PendingSignIn> pending, Optional<SecondFactor> factor, Optional<BrowserSession> begun) {
        signIns.write(
                new SignInChanges(pending, factor, Optional.empty(), begun, Optional.empty(), List.of(), List.of()));
    }
}
