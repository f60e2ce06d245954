package nl.samenkomst.priming;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.access.Visit;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.MailState;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.RequestCounter;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;

/**
 * Supplies a made-up session and participant at a fixed moment, for priming before SnapStart's snapshot; the table
 * never has their revision and version, so every write with them fails its condition.
 */
public final class Priming {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** Always returns the same moment, so that no clock is read before the snapshot. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Always returns the same number, so that nothing random is in the snapshot. */
    public static final RandomGenerator RANDOM = () -> 1;

    /** Enough calls to have the code for every visitor compiled in the snapshot, at the cost of one run per version. */
    public static final int REPETITIONS = 50;

    /** Stays below every stored revision, although each write while priming increments it. */
    private static final Revision REVISION = new Revision(-1_000);

    /** Stays below every stored version, although each write while priming increments it. */
    private static final Version VERSION = new Version(-1_000);

    /** Not the desk's own, which priming may read, and never makes. */
    static final DeskKey KEY = DeskKey.generate(RANDOM);

    private static final SessionId ID = new SessionId("priming");
    private static final SessionToken TOKEN = SessionToken.generate(OrganiserId.generate(RANDOM), RANDOM);
    private static final SignInToken SIGN_IN = SignInToken.generate(RANDOM);
    private static final EmailAddress ADDRESS = new EmailAddress("participant@priming.invalid");

    private Priming() {}

    /** Returns an HTTP API event about the made-up session and participant, with an empty body. */
    public static InputStream request(String route) {
        return event(route, "text/plain", "");
    }

    /** Returns an HTTP API event about the made-up session and participant, with a form. */
    public static InputStream form(String route, String form) {
        return event(route, "application/x-www-form-urlencoded", form);
    }

    /** Returns an HTTP API event about the made-up session and participant, with a JSON object. */
    public static InputStream json(String route, String json) {
        return event(route, "application/json", json);
    }

    /** Returns an HTTP API event of the made-up organiser, signed in at this desk, with a form. */
    public static InputStream organiser(String route, URI baseUrl, String form) {
        return event(route, "application/x-www-form-urlencoded", form, """
                , "host": "%s", "sec-fetch-site": "same-origin"}, \
                "cookies": ["samenkomst=%2$s", "__Host-samenkomst=%2$s", \
                "samenkomst-sign-in=%3$s", "__Host-samenkomst-sign-in=%3$s\"""".formatted(
                        baseUrl.getRawAuthority(), TOKEN.written(), SIGN_IN.secret()));
    }

    private static InputStream event(String route, String type, String body) {
        return event(route, type, body, "}, \"cookies\": [");
    }

    private static InputStream event(String route, String type, String body, String headersAndCookies) {
        String event = """
                {"version": "2.0", "routeKey": "%s", "rawQueryString": "",
                 "headers": {"accept-language": "nl", "accept-encoding": "gzip", "content-type": "%s"%s],
                 "pathParameters": {%s}, "body": "%s", "isBase64Encoded": true}
                """.formatted(
                        route,
                        type,
                        headersAndCookies,
                        pathParameters(route),
                        Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    }

    private static String pathParameters(String route) {
        Map<String, String> values = Map.of(
                "id", ID.value(),
                "token", participant().ownLink().token(),
                "registration", participant().id().value());
        return values.entrySet().stream()
                .filter(value -> route.contains("{" + value.getKey() + "}"))
                .map(value -> "\"" + value.getKey() + "\": \"" + value.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Returns an SNS notification that a letter to the made-up participant bounced. */
    public static String bounce() {
        String message = """
                {"eventType": "Bounce", "bounce": {"bounceType": "Permanent", "bounceSubType": "General", \
                "timestamp": "%1$s"}, "mail": {"tags": {"kind": ["confirmed"], "session": ["%2$s"], "sent": ["%3$d"], \
                "registration": ["%4$s"]}}}""".formatted(
                        NOW, ID.value(), NOW.toEpochMilli(), participant().id().value());
        return "{\"Records\": [{\"Sns\": {\"Message\": \"" + message.replace("\"", "\\\"") + "\"}}]}";
    }

    static SessionSnapshot sessionSnapshot() {
        Session published = Session.published(ID, document(), NOW);
        Session session = new Session(
                ID,
                published.document(),
                REVISION,
                Sequence.FIRST,
                REVISION,
                REVISION,
                published.news(),
                published.changeLog(),
                published.retiredQuestions(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                published.skipped(),
                StoredOriginal.NONE);
        Places free = Places.allFree(session.document());
        return new SessionSnapshot(session, new Places(free.limit(), Map.of(), Map.of(), 0, 0, REVISION, VERSION));
    }

    /** Returns a snapshot with the participant if the registration is theirs, else without a registration. */
    static RegistrationSnapshot snapshot(Registration participant, Predicate<Registration> isTheirs) {
        SessionSnapshot sessionSnapshot = sessionSnapshot();
        return new RegistrationSnapshot(
                sessionSnapshot.session(),
                sessionSnapshot.places(),
                Optional.of(participant).filter(isTheirs));
    }

    /**
     * Converts a made-up value to its stored form and back.
     *
     * @throws IllegalStateException if the value read differs from the value written
     */
    static <T> T readBack(T written, UnaryOperator<T> store) {
        T read = store.apply(written);
        if (!read.equals(written)) {
            throw new IllegalStateException(
                    "read back otherwise than written: " + written.getClass().getSimpleName());
        }
        return read;
    }

    /** Returns a mailbox that no store can write: it would have to be the version before. */
    static Mailbox mailbox(EmailAddress address) {
        return new Mailbox(KEY.mailboxId(address), List.of(), Optional.empty(), VERSION);
    }

    /** Returns the made-up organiser's request to sign in, whose letter is owed. */
    static PendingSignIn pendingSignIn(TokenHash browser) {
        return new PendingSignIn(
                browser,
                new SignInQuestion(ADDRESS, Optional.empty(), false, Language.NL, "Priming"),
                SIGN_IN.secret(),
                NOW,
                MailState.OWED,
                List.of(),
                PendingSignIn.MAX_TRIES,
                Optional.empty(),
                VERSION);
    }

    /** Returns a counter that no store can write. */
    static RequestCounter counter(RequestCounter.Kind kind) {
        return new RequestCounter(kind, SIGN_IN.secret(), List.of(), VERSION);
    }

    /** Returns the hash of the made-up organiser's browser, which asked to sign in. */
    public static TokenHash browser() {
        return SIGN_IN.hash();
    }

    static Organiser organiser() {
        return visit(Wanted.NOTHING).organiser().orElseThrow();
    }

    /** Returns what a request of the made-up organiser finds; nothing needs to be written, as it was made now. */
    static Visit visit(Wanted wanted) {
        Organiser organiser = new Organiser(
                TOKEN.organiser(),
                "Organiser",
                ADDRESS,
                Role.ADMINISTRATOR,
                new Scope.All(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                VERSION);
        BrowserSession browser =
                new BrowserSession(organiser.id(), TOKEN.hash(), NOW, NOW, Optional.empty(), false, "Priming");
        return new Visit(
                Optional.of(organiser),
                Optional.of(browser),
                wanted.session().map(id -> sessionSnapshot()),
                Optional.empty(),
                wanted.registration().map(id -> participant()));
    }

    static Registration participant() {
        return new Registration(
                ID,
                KEY.registrationId(ID, ADDRESS),
                new LinkSecrets(LinkSecret.generate(RANDOM)),
                new UUID(0, 0),
                new Person("Participant", ADDRESS, Optional.empty()),
                Language.NL,
                NOW,
                Answers.NONE,
                NOW,
                new RegistrationState.Confirmed(NOW, false, Optional.empty()),
                Sequence.FIRST,
                LetterLog.empty(NOW),
                REVISION,
                Optional.of(NOW),
                VERSION,
                Optional.empty(),
                new AddressProof.Given(NOW),
                Optional.empty(),
                StoredOriginal.NONE);
    }

    private static SessionDocument document() {
        Map<String, Object> fields = Map.of(
                "title",
                "Priming",
                "organiser",
                "Priming",
                "contact",
                ADDRESS.value(),
                "start",
                NOW.plus(Duration.ofDays(30)).toString(),
                "end",
                NOW.plus(Duration.ofDays(31)).toString(),
                "places",
                20);
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }
}
